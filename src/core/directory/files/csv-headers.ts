import { fold } from '../fold';
import { numberKind } from './number-kind';

/** What a column of a CSV file is. `noteLine` goes into the note together with the column's name. */
export const columnFields = [
  'ignore',
  'noteLine',
  'fullName',
  'firstName',
  'middleName',
  'lastName',
  'prefix',
  'suffix',
  'company',
  'email',
  'workNumber',
  'mobileNumber',
  'homeNumber',
  'sipNumber',
  'otherNumber',
  'numberLabel',
  'labelledNumber',
  'note',
  'favourite',
  'labels',
  'language',
  'street',
  'city',
  'region',
  'postal',
  'country',
  'picture',
  'others',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** Names of columns, folded and without anything but letters and digits, as the programs that write them spell them in three languages. */
const names: Readonly<Partial<Record<ColumnField, string>>> = {
  firstName: 'firstname givenname vorname prenom forename rufname',
  middleName:
    'middlename additionalname weiterervorname zweitername weiterevornamen deuxiemeprenom secondprenom',
  lastName: 'lastname familyname surname nachname nom nomdefamille familienname zuname',
  fullName: 'name fullname displayname shownas anzeigename nomcomplet nomaffiche contact contactname kontakt',
  prefix: 'nameprefix title anrede titre prefix namensprafix civilite',
  suffix: 'namesuffix suffix suffixe namenssuffix',
  company:
    'company companyname organization organisation organizationname organization1name firma unternehmen societe entreprise firmenname',
  email:
    'email mail emailaddress mailadresse emailadresse adressedemessagerie adresseemail adressemail courriel',
  workNumber:
    'workphone businessphone telefongeschaftlich geschaftlich telephonebureau telbureau telprofessionnel work officephone companymainphone telefonfirma dienstlich telefondienstlich primaryphone haupttelefon telsociete telephoneprincipal',
  mobileNumber:
    'cellphone mobilephone mobile mobiletelephone mobiltelefon handy telmobile telephonemobile mobil cell portable telportable iphone carphone autotelefon telvoiture',
  homeNumber: 'homephone telefonprivat privat telephonedomicile teldomicile domicile home telpersonnel',
  sipNumber: 'sip sipaddress sipuri sipadresse voip internetphone adressesip',
  otherNumber:
    'otherphone phone phonenumber telephone telephonenumber telefon telefonnummer tel rufnummer nummer number numero numerodetelephone weiterestelefon telautre autretelephone homefax businessfax otherfax faxprivat faxgeschaftlich weiteresfax telecopiebureau telecopiedomicile pager assistantsphone callback radiophone isdn telex',
  note: 'note notes notizen notiz remarques comment comments bemerkung bemerkungen kommentar',
  favourite: 'favourite favorite favorit favori starred',
  labels: 'labels groupmembership categories kategorien categories',
  language: 'language sprache langue',
  street:
    'address street businessstreet homestreet otherstreet strassegeschaftlich strasse adresse rue ruebureau address1street anschrift',
  city: 'city businesscity homecity ort ortgeschaftlich stadt ville villebureau address1city',
  region:
    'region state businessstate homestate regiongeschaftlich bundesland bundeslandkantongeschaftlich deptregionbureau address1region province',
  postal:
    'postal postalcode zip zipcode businesspostalcode homepostalcode postleitzahl plz postleitzahlgeschaftlich codepostal codepostalbureau address1postalcode',
  country:
    'country businesscountry businesscountryregion homecountry homecountryregion land landregiongeschaftlich pays paysregionbureau paysbureau address1country',
  picture: 'picture',
  others: 'vcard',
};

// Columns that say nothing of a person, or say a second time what stands in others.
const idle = new Set(
  'yominame givennameyomi additionalnameyomi familynameyomi phoneticfirstname phoneticmiddlename phoneticlastname fileas initials maidenname shortname photo gender priority private sensitivity account directoryserver internetfreebusy mileage billinginformation emailtype emaildisplayname address1formatted address1label address1type organization1type vertraulichkeit privatsphare reisekilometer abrechnungsinformation prioritat geschlecht emailtyp emailangezeigtername'.split(
    ' ',
  ),
);

const byName: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(names).flatMap(([field, list]) =>
    list.split(/\s+/).map((name): [string, ColumnField] => [name, field as ColumnField]),
  ),
);

/** What a column is by its name, or null when that tells nothing. */
export function fieldOfHeader(header: string): ColumnField | null {
  if (header.length > 100) return null;
  const key = fold(header).replace(/[^a-z0-9]/g, '');
  if (/^phone\d+(label|type)$/.test(key)) return 'numberLabel';
  if (/^phone\d+value$/.test(key)) return 'labelledNumber';
  if (/^email\d+value$/.test(key)) return 'email';
  if (/^email\d+(label|type)$/.test(key)) return 'ignore';
  // "Business Phone 2", "E-mail 2 Address", "workphone3": the second of its kind is of the same kind.
  const found = byName.get(key) ?? byName.get(key.replace(/\d+/, ''));
  if (found) return found;
  if (idle.has(key) || idle.has(key.replace(/\d+/, ''))) return 'ignore';
  return fieldOfPhrase(fold(header));
}

/** "Phone (mobile)", "E-mail (work)" and the like, as Apple's contacts go out through other programs. */
function fieldOfPhrase(folded: string): ColumnField | null {
  if (/fax|label|type\b|street|city|address 2/.test(folded)) return null;
  if (/e-?mail|courriel/.test(folded)) return 'email';
  if (!/phone|telefon|\btel\b|rufnummer|mobil|handy/.test(folded)) return null;
  return fieldOfKind[numberKind(folded)];
}

const fieldOfKind = {
  work: 'workNumber',
  mobile: 'mobileNumber',
  home: 'homeNumber',
  sip: 'sipNumber',
  other: 'otherNumber',
} as const satisfies Record<ReturnType<typeof numberKind>, ColumnField>;
