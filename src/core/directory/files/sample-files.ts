/** Files as other programs write them, all with the same person first: for tests of import, here and in the browser. */

export const portalCsv = `email,firstname,lastname,middlename,workphone,homephone,cellphone,language,address,city,region,postal,country
maria@example.com,María,Müller,Anna,+49 371 5550123,0371 5550199,+49 170 5550123,de,"Straße der Nationen 1",Chemnitz,Sachsen,09111,Germany
,,,,+44 20 7946 0018,,,,,,,,
,,,,,,,,,,,,
`;

export const portalCsvOtherMarks = `email;firstname;lastname;middlename;workphone;homephone;cellphone;language;address;city;region;postal;country
'maria@example.com';'María';'Müller';'Anna';'+49 371 5550123';'0371 5550199';'+49 170 5550123';'de';'Straße; der ''Nationen'' 1';'Chemnitz';'Sachsen';'09111';'Germany'
`;

export const googleCsv = `First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country
María,Anna,Müller,,Dr.,,,,Contoso GmbH,Head of sales,1970-01-31,"Likes tea.
Never on Fridays.",https://example.com/photo.jpg,* myContacts ::: * starred,* Work,maria@example.com ::: m.mueller@example.com,Work,+49 371 5550123 ::: +49 371 5550124,Mobile,+49 170 5550123,Work,"Straße 1, Chemnitz",Straße 1,Chemnitz,Sachsen,09111,DE
`;

export const oldGoogleCsv = `Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name
María Müller,María,,Müller,,* myContacts,* Home,maria@example.com,Mobile,+49 170 5550123,Contoso GmbH
`;

export const outlookCsv = `"First Name","Middle Name","Last Name","Company","Job Title","Business Street","Business City","Business State","Business Postal Code","Business Country/Region","Business Fax","Business Phone","Business Phone 2","Home Phone","Mobile Phone","Primary Phone","E-mail Address","E-mail Type","E-mail Display Name","E-mail 2 Address","Gender","Notes","Priority","Private"
"María","","Müller","Contoso GmbH","Head of sales","Straße 1","Chemnitz","Sachsen","09111","Germany","+49 371 5550100","+49 371 5550123","+49 371 5550124","0371 5550199","+49 170 5550123","","maria@example.com","SMTP","María Müller","m.mueller@example.com","Unspecified","Likes tea.","Normal","False"
`;

export const germanOutlookCsv = `Anrede;Vorname;Nachname;Firma;Straße geschäftlich;Ort geschäftlich;Telefon geschäftlich;Telefon privat;Mobiltelefon;E-Mail-Adresse;Notizen
Dr.;María;Müller;Contoso GmbH;Straße 1;Chemnitz;+49 371 5550123;0371 5550199;+49 170 5550123;maria@example.com;Mag Tee.
`;

export const frenchOutlookCsv = `Titre;Prénom;Nom;Société;Téléphone (bureau);Téléphone (domicile);Tél. mobile;Adresse de messagerie;Notes
Dr;María;Müller;Contoso GmbH;+49 371 5550123;0371 5550199;+49 170 5550123;maria@example.com;Aime le thé.
`;

export const appleCsv = `First name,Last name,Company,Phone (mobile),Phone (work),Phone (home),E-mail (work),Birthday
María,Müller,Contoso GmbH,+49 170 5550123,+49 371 5550123,0371 5550199,maria@example.com,1970-01-31
`;

/** The smallest GIF there is. */
export const tinyGif = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

export const vcard21 = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Mar=C3=ADa;;Dr.',
  'FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Dr. Mar=EDa M=FCller',
  'ORG:Contoso GmbH, Chemnitz;Sales',
  'TEL;WORK;VOICE:+49 371 5550123',
  'TEL;CELL;PREF:+49 170 5550123',
  'TEL;WORK;FAX:+49 371 5550100',
  'ADR;WORK:;;Stra\\;e 1;Chemnitz;Sachsen;09111;Germany',
  'EMAIL;INTERNET:maria@example.com',
  'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Likes tea=2C and=0D=0Anever calls on=',
  ' Fridays.',
  'X-LONG:a line that is',
  '  folded where a blank is',
  'PHOTO;GIF;ENCODING=BASE64:',
  ` ${tinyGif.slice(0, 30)}`,
  ` ${tinyGif.slice(30)}`,
  '',
  'END:VCARD',
  '',
].join('\r\n');

export const vcard30 = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'PRODID:-//Apple Inc.//macOS 14//EN',
  'N:Müller;María;Anna;;',
  'FN:María Anna Müller',
  'ORG:Contoso\\, GmbH;Sales',
  'TITLE:Head of sales',
  'item1.TEL:+49 371 5550123',
  'item1.X-ABLabel:_$!<Work>!$_',
  'TEL;type=CELL;type=VOICE;type=pref:+49 170 5550123',
  'EMAIL;type=INTERNET;type=WORK:maria@example.com',
  'IMPP;X-SERVICE-TYPE=SIP;type=WORK:sip:maria@sip.example.com',
  'NOTE:Likes tea\\, and is\\nnever there on Fri',
  ' days.',
  'CATEGORIES:starred,Customers',
  'BDAY:1970-01-31',
  `PHOTO;ENCODING=b;TYPE=GIF:${tinyGif}`,
  'END:VCARD',
  '',
].join('\r\n');

export const vcard40 = [
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:María Müller',
  'N:Müller;María,Anna;;Dr.;',
  'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+49-371-5550123;ext=12',
  'TEL;VALUE=uri;TYPE=cell:tel:+49-170-5550123',
  'EMAIL;TYPE=work:maria@example.com',
  'ADR;LABEL="Straße 1\\nChemnitz":;;Straße 1;Chemnitz;Sachsen;09111;Germany',
  'LANG;PREF=1:de',
  `PHOTO:data:image/gif;base64,${tinyGif}`,
  'RELATED;VALUE=text:An^note',
  'END:VCARD',
  '',
].join('\n');

/** The bytes of a text in another encoding than UTF-8, where each letter has one byte or two. */
export function encodeAs(
  text: string,
  encoding: 'utf-16le' | 'utf-16be' | 'windows-1252',
): Uint8Array<ArrayBuffer> {
  if (encoding === 'windows-1252') return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}
