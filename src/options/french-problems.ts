import type { ProblemCode } from '../core/profile/problem-texts';
import { type ProblemWords, words } from './words';

/** What is wrong with a document, in French; the English of each code is in `problem-texts.ts`. */
export const frenchProblems: Readonly<Record<ProblemCode, ProblemWords>> = {
  empty: words('Ce document est vide.', 'un profil de serveur en JSON'),
  tooBig: words('Ce document fait $size$ Mo ; un profil de serveur en fait 1 au plus.', '1 Mo au plus'),
  html: words(
    'C’est une page web, peut-être la page de connexion du portail, enregistrée par erreur.',
    'un profil de serveur en JSON',
  ),
  notJson: words('Ce n’est pas du JSON.', 'un document qui commence par {'),
  notUtf8: words(
    'Le fichier n’est pas en UTF-8 ; il a été lu en windows-1252, les lettres accentuées peuvent donc être fausses.',
    'un fichier en UTF-8',
  ),
  settingsFile: words(
    'C’est un fichier 46xxsettings.txt, pas un profil de serveur. Ouvrez-le comme fichier de paramètres.',
    'un profil de serveur en JSON',
  ),
  settingsFileList: words(
    'Ce document ne fait que renvoyer à des fichiers de paramètres. Ouvrez l’adresse qu’il indique.',
    'un profil de serveur en JSON',
  ),
  publicKey: words(
    'C’est la clé publique d’un Aura Web Gateway. Sa place est dans le portail des comptes, dans les paramètres de Spaces ; le téléphone n’en a pas besoin.',
    'un profil de serveur en JSON',
  ),
  tooDeep: words(
    'Rien dans un profil de serveur n’est imbriqué aussi profondément.',
    '$limit$ niveaux au plus',
  ),
  tooManyValues: words('Aucun profil de serveur n’a plus de $limit$ valeurs.', '$limit$ valeurs au plus'),
  tooManyServers: words(
    'Personne ne peut choisir parmi plus de $limit$ serveurs.',
    '$limit$ serveurs au plus',
  ),
  tooMany: words(
    'Il y a plus de problèmes que les $limit$ affichés. Corrigez d’abord ceux-ci.',
    'moins de problèmes',
  ),
  bracesMissing: words('Les accolades autour du document manquent.', '{ … }', 'Ajouter les accolades'),
  afterEnd: words('Le document est terminé, mais il reste du texte.', 'rien après la dernière }'),
  rootNotObject: words('Un profil de serveur est un objet entre accolades.', '{ … }'),
  rootKeyMissing: words(
    'Il n’y a ni IP_Office_Server_Profile ni Aura_Web_Gateway_Server_Profile.',
    'IP_Office_Server_Profile ou Aura_Web_Gateway_Server_Profile',
  ),
  notSettings: words(
    'Ce n’est pas un fichier 46xxsettings.txt.',
    'des lignes comme SET SIPDOMAIN example.com',
  ),
  settingsLine: words(
    'Cette ligne n’est pas comprise ; un téléphone la prend pour un commentaire.',
    'SET, IF, GOTO, GET ou #',
  ),
  settingsValue: words('$field$ ne peut pas être « $value$ » ; la ligne est ignorée.', '$wanted$'),
  settingsLabel: words('Il n’y a pas de ligne « # $label$ » ; le reste du fichier est ignoré.', '# $label$'),
  settingsGet: words(
    '$file$ n’a pas pu être récupéré ; la lecture continue sans lui.',
    'un fichier du même dossier',
  ),
  settingsEndless: words('Le fichier tourne en rond.', 'une fin'),
  settingsLong: words('Rien n’est lu après la ligne $limit$.', '$limit$ lignes au plus'),
  settingsNoServer: words(
    'Aucun serveur n’est nommé : le modèle $model$ n’atteint aucune SIP_CONTROLLER_LIST.',
    'SET SIP_CONTROLLER_LIST',
  ),
  settingsListUrl: words('L’adresse d’un fichier de paramètres commence par https:.', 'https://…'),
  byteOrderMark: words(
    'Le fichier commence par un indicateur d’ordre des octets (BOM).',
    'd’abord une {',
    'Supprimer l’indicateur',
  ),
  oddSpace: words(
    'Ce n’est pas une espace ordinaire ($name$).',
    'une espace ordinaire',
    'Mettre des espaces ordinaires',
  ),
  comment: words('JSON n’admet pas de commentaires.', 'pas de commentaire', 'Supprimer le commentaire'),
  unclosedComment: words('Un commentaire commence ici et ne se termine jamais.', 'pas de commentaire'),
  quotes: words(
    'JSON n’admet que des guillemets droits.',
    'des guillemets droits "',
    'Mettre des guillemets droits',
  ),
  singleQuotes: words(
    'JSON n’admet que des guillemets doubles.',
    'des guillemets doubles "',
    'Mettre des guillemets doubles',
  ),
  unclosedText: words('Le guillemet fermant manque.', '" à la fin du texte', 'Fermer les guillemets'),
  badEscape: words(
    'Après une barre oblique inverse, JSON n’admet que " \\ / b f n r t u.',
    'deux barres inverses au lieu d’une',
  ),
  controlCharacter: words(
    'Entre guillemets, ni tabulation ni caractère de commande.',
    'une séquence d’échappement',
    'Écrire la séquence',
  ),
  bareKey: words('Le nom d’un champ s’écrit entre guillemets.', '"$key$"', 'Mettre entre guillemets'),
  bareText: words('Un texte s’écrit entre guillemets.', '"$value$"', 'Mettre entre guillemets'),
  commaMissing: words('Il manque une virgule ici.', 'une virgule', 'Ajouter la virgule'),
  commaExtra: words('Il y a une virgule de trop.', 'pas de virgule', 'Supprimer la virgule'),
  colonMissing: words(
    'Il manque deux-points après le nom du champ.',
    'deux-points',
    'Ajouter les deux-points',
  ),
  separator: words('« $found$ » ne peut pas se trouver ici.', '$wanted$', 'Écrire $wanted$'),
  valueMissing: words('La valeur manque.', 'une valeur'),
  keyMissing: words('Voici une valeur sans le nom de son champ.', 'un nom de champ entre guillemets'),
  unexpected: words(
    'Ceci ne peut pas se trouver ici.',
    'un champ entre guillemets, une virgule ou un crochet',
  ),
  closerMissing: words('Il manque $wanted$ ici.', '$wanted$', 'Ajouter $wanted$'),
  closerExtra: words('Il y a un crochet de trop.', 'pas de crochet', 'Supprimer'),
  duplicateKey: words(
    '$key$ est écrit deux fois (d’abord à la ligne $line$).',
    '$key$ une seule fois',
    'Supprimer le second',
  ),
  forbiddenKey: words('Aucun champ ne peut s’appeler $key$.', 'un champ d’un profil de serveur', 'Supprimer'),
  didYouMean: words('« $key$ » n’existe pas. Vouliez-vous dire $meant$ ?', '$meant$', 'Écrire $meant$'),
  unknownKey: words('Le champ $key$ n’existe pas ; il est ignoré.', 'un champ d’un profil de serveur'),
  listExpected: words('$key$ est une liste, entre crochets.', '[ … ]', 'Mettre entre crochets'),
  listEmpty: words('La liste ne contient aucun serveur.', 'au moins un serveur'),
  profileNotObject: words('Chaque serveur est un objet entre accolades.', '{ … }'),
  missing: words('$field$ manque.', '$field$'),
  emptyText: words('$field$ est vide.', 'un texte'),
  nameLong: words(
    'Le nom a $length$ caractères ; le manuel en admet $limit$ au plus.',
    '$limit$ caractères au plus',
  ),
  nameTwice: words(
    'Deux serveurs s’appellent « $name$ » (d’abord à la ligne $line$).',
    'un nom qui lui soit propre',
  ),
  gatewayTwice: words('Cette passerelle figure deux fois.', 'une autre passerelle'),
  turnCredentials: words(
    'Un relais exige TURNUser et TURNPassword ; sans les deux, il n’est pas utilisé.',
    'TURNUser et TURNPassword',
  ),
  wrongText: words('$field$ est un texte entre guillemets.', 'un texte entre guillemets'),
  tooLong: words('$field$ est trop long.', '$limit$ caractères au plus'),
  wrongFlag: words('$field$ vaut true ou false.', 'true ou false'),
  quotedFlag: words('true et false s’écrivent sans guillemets.', '$meant$', 'Écrire $meant$'),
  translatedFlag: words('true et false s’écrivent en anglais et en minuscules.', '$meant$', 'Écrire $meant$'),
  nullValue: words(
    'null ne dit rien. Omettez le champ.',
    'une valeur, ou pas de champ',
    'Supprimer le champ',
  ),
  listForText: words(
    '$field$ est un texte avec des virgules, pas une liste.',
    '"$value$"',
    'Écrire avec des virgules',
  ),
  addressSpace: words(
    'Une adresse ne contient pas d’espace.',
    'une adresse sans espace',
    'Supprimer les espaces',
  ),
  addressScheme: words(
    'Le téléphone parle wss:, pas $scheme$:.',
    'un nom d’hôte ou wss://…',
    'Écrire $value$',
  ),
  addressPlain: words(
    'ws: transmet mots de passe et appels en clair ; il n’est donc admis que pour cet ordinateur (localhost, 127.0.0.1, ::1).',
    'wss://…',
  ),
  addressCredentials: words(
    'Ni nom d’utilisateur ni mot de passe dans une adresse : quiconque la lit les possède.',
    'une adresse sans @',
    'Supprimer',
  ),
  addressPath: words('Un chemin doit être précédé de l’adresse entière.', '$value$', 'Écrire $value$'),
  addressFragment: words('Une adresse WebSocket n’a pas de #.', 'une adresse sans #', 'Supprimer'),
  addressInvalid: words(
    'Ce n’est pas une adresse de serveur.',
    'un nom d’hôte, hôte:port ou wss://hôte:port/chemin',
  ),
  hostInvalid: words(
    '$field$ est le nom d’un serveur, sans rien d’autre.',
    'un nom d’hôte',
    'Écrire $value$',
  ),
  portInvalid: words('Un port est un nombre de 1 à 65535.', '1 à 65535', 'Écrire $value$'),
  pathInvalid: words(
    'Un chemin commence par / et ne contient pas d’espace.',
    'par exemple /ws',
    'Écrire $value$',
  ),
  transportInvalid: words('TURNTransport vaut udp, tcp ou tls.', 'udp, tcp ou tls'),
  prefixInvalid: words(
    'Un préfixe ne contient que des chiffres, * et #.',
    'des chiffres, * et #',
    'Écrire $value$',
  ),
  numberInvalid: words(
    'Un numéro de téléphone ne contient que des chiffres, * et #.',
    'des chiffres, * et #',
    'Écrire $value$',
  ),
  listSeparator: words('Les nombres sont séparés par des virgules.', 'des virgules', 'Écrire $value$'),
  listBlank: words('Il y a une espace dans la liste.', 'des virgules sans espace', 'Écrire $value$'),
  listGap: words('Il n’y a rien entre deux virgules.', 'un nombre entre les virgules', 'Écrire $value$'),
  listLetter: words('« $item$ » n’est pas un nombre.', 'des chiffres seulement', 'Écrire $value$'),
  listDuplicate: words(
    '$item$ figure deux fois dans la liste.',
    'chaque nombre une seule fois',
    'Écrire $value$',
  ),
  lengthRange: words(
    'Les longueurs s’énumèrent une par une.',
    'des longueurs avec des virgules',
    'Écrire $value$',
  ),
  lengthImpossible: words('Aucun numéro n’a $item$ chiffres.', '$least$ à 15'),
  areaCodeTrunk: words(
    'L’indicatif régional est écrit avec son préfixe interurbain ; compris comme $value$.',
    'l’indicatif sans $prefix$',
    'Écrire $value$',
  ),
  countryCodePrefix: words(
    'Compris comme indicatif de pays $value$.',
    'l’indicatif sans $prefix$',
    'Écrire $value$',
  ),
  countryCodeInvalid: words(
    'Un indicatif de pays a un à trois chiffres.',
    'par exemple 1, 44 ou 49',
    'Écrire $value$',
  ),
  countryCodeUnknown: words('Aucun pays n’a l’indicatif $value$.', 'par exemple 1, 44 ou 49'),
};
