/** The fields of a profile document, and the names that people write for them. */

/** In the order in which a form shows them and an export writes them. */
export const FIELDS = [
  'Name',
  'Address',
  'WebSocketPort',
  'WebSocketPath',
  'SIPDomain',
  'SecondaryAddress',
  'AutoFailover',
  'AccountsToken',
  'AccountsAddress',
  'AccountsClientId',
  'LogDownload',
  'STUNHost',
  'STUNPort',
  'TURNHost',
  'TURNPort',
  'TURNTransport',
  'TURNUser',
  'TURNPassword',
  'DialRule',
  'OutsidePrefix',
  'CountryCode',
  'CityCode',
  'PbxPrefix',
  'LongDistancePrefix',
  'InternationalPrefix',
  'ExtensionLength',
  'NationalLength',
  'RemoveAreaCode',
  'ApplyToPlusNumber',
  'EmergencyNumbers',
  'VoicemailNumber',
] as const;

export type FieldName = (typeof FIELDS)[number];

export const ROOT_KEYS = ['IP_Office_Server_Profile', 'Aura_Web_Gateway_Server_Profile'] as const;

export type RootKey = (typeof ROOT_KEYS)[number];

/** What the translated manuals print, letters only and in small letters. */
const translations: Readonly<Record<string, FieldName | RootKey>> = {
  nom: 'Name',
  nombre: 'Name',
  nome: 'Name',
  naam: 'Name',
  adresse: 'Address',
  adres: 'Address',
  dirección: 'Address',
  direccion: 'Address',
  indirizzo: 'Address',
  endereço: 'Address',
  endereco: 'Address',
  jetondecompte: 'AccountsToken',
  jetondecomptes: 'AccountsToken',
  kontotoken: 'AccountsToken',
  kontentoken: 'AccountsToken',
  tokendecuenta: 'AccountsToken',
  tokendecuentas: 'AccountsToken',
  tokenaccount: 'AccountsToken',
  téléchargementdujournal: 'LogDownload',
  protokolldownload: 'LogDownload',
  basculementautomatique: 'AutoFailover',
  profilserveuripoffice: 'IP_Office_Server_Profile',
  profilduserveuripoffice: 'IP_Office_Server_Profile',
  ipofficeserverprofil: 'IP_Office_Server_Profile',
  perfildeservidoripoffice: 'IP_Office_Server_Profile',
  perfilservidoripoffice: 'IP_Office_Server_Profile',
  profiloserveripoffice: 'IP_Office_Server_Profile',
  profilserveuraurawebgateway: 'Aura_Web_Gateway_Server_Profile',
  aurawebgatewayserverprofil: 'Aura_Web_Gateway_Server_Profile',
  perfildeservidoraurawebgateway: 'Aura_Web_Gateway_Server_Profile',
  profiloserveraurawebgateway: 'Aura_Web_Gateway_Server_Profile',
};

/** The name that is meant by one that is translated, in other capitals, with other blanks, or one slip away. */
export function meantName<Name extends string>(written: string, names: readonly Name[]): Name | undefined {
  if (written.length > 60) return undefined;
  const plain = lettersOf(written);
  if (plain === '') return undefined;
  const translated = Object.hasOwn(translations, plain) ? translations[plain] : undefined;
  const isTranslated = names.find((name) => name === translated);
  if (isTranslated !== undefined) return isTranslated;
  const spelled = (name: Name) => plainNames.get(name) ?? name;
  return (
    names.find((name) => spelled(name) === plain) ?? names.find((name) => isOneSlip(plain, spelled(name)))
  );
}

const plainNames: ReadonlyMap<string, string> = new Map(
  [...FIELDS, ...ROOT_KEYS].map((name) => [name, lettersOf(name)]),
);

function lettersOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** One letter more, less or other, or two neighbours exchanged (Damerau and Levenshtein, distance 1). */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.length === restB.length) {
    const isExchange = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
    return restA.slice(1) === restB.slice(1) || isExchange;
  }
  return restA.length > restB.length ? restA.slice(1) === restB : restA === restB.slice(1);
}
