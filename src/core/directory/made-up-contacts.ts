import { type Card, type Contact, emptyCard } from './contact';

const firstNames =
  'Anna Björn Chloé David Élodie Fatma Georg Hannah İbrahim Jürgen Karin Łukasz María Noël Olga Petr Quentin Renée Søren Thi Uwe Vera Wei Xaver Yara Zoë'.split(
    ' ',
  );
const lastNames =
  'Adler Bauer Çelik Dvořák Eriksen Fischer Großmann Hernández Ivanova Jäger Kowalski Lefèvre Müller Nguyen O’Brien Petersen Quast Rossi Schmidt Şahin Thomas Ünal Vogel Weiß Xu Yılmaz Žižek'.split(
    ' ',
  );
const companies = [
  'Adler & Söhne',
  'Becker Logistik GmbH',
  'Contoso',
  'Müller Bau AG',
  'Société Générale d’Énergie',
  'Zenith',
];
const endings = ['', 'mann', 'son', 'ova', 'ski', 'etti', 'feld', 'berg', 'sen', 'er'];
const pick = (from: readonly string[], at: number) => from[at % from.length] ?? '';

/** The n-th of a great many people who do not exist, always the same; for tests and measurements. */
export function madeUpCard(n: number): Card {
  const spread = (n * 7919) % 1_000_003;
  const firstName = pick(firstNames, spread);
  const lastName = pick(lastNames, Math.floor(spread / 26)) + pick(endings, Math.floor(spread / 702));
  const subscriber = String(1_000_000 + n).padStart(7, '0');
  return {
    ...emptyCard,
    firstName,
    lastName,
    company: `${pick(companies, spread)} ${1 + (n % 97)}`,
    numbers: [
      { kind: 'work', number: `+49 371 ${subscriber}` },
      { kind: 'mobile', number: `0170 ${subscriber}` },
    ],
    emails: [`contact.${n}@example.com`],
    city: 'Chemnitz',
    note: n % 50 === 0 ? 'Ask for the delivery note.' : '',
  };
}

/** A contact with nothing but what is given. */
export function makeContact(given: Partial<Contact>): Contact {
  return { ...emptyCard, id: 1, pictureId: null, ...given };
}
