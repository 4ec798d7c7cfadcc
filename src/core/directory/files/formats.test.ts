import { describe, expect, it } from 'vitest';
import type { Card } from '../contact';
import { guessDialect } from './csv-dialect';
import type { ReadCard } from './file-report';
import { openFile, readPeople } from './open-file';
import * as samples from './sample-files';

const utf8 = (text: string) => new TextEncoder().encode(text);

function read(file: string | Uint8Array): readonly ReadCard[] {
  const opened = openFile(typeof file === 'string' ? utf8(file) : file);
  if (!opened.ok) throw new Error(opened.why);
  return [...readPeople(opened)];
}

function first(file: string | Uint8Array): Card {
  const [{ card } = { card: null }] = read(file);
  if (!card) throw new Error('the first was skipped');
  return card;
}

const numbersOf = (card: Card) => card.numbers.map(({ kind, number }) => `${kind} ${number}`);
const maria = { firstName: 'María', lastName: 'Müller' };

describe('a table', () => {
  it('of the accounts portal is read, with a row that is nobody', () => {
    const [one, two, three] = read(samples.portalCsv);
    expect(one?.card).toMatchObject({
      ...maria,
      middleName: 'Anna',
      emails: ['maria@example.com'],
      language: 'de',
      street: 'Straße der Nationen 1',
      city: 'Chemnitz',
      region: 'Sachsen',
      postal: '09111',
      country: 'Germany',
    });
    expect(one?.card && numbersOf(one.card)).toEqual([
      'work +49 371 5550123',
      'mobile +49 170 5550123',
      'home 0371 5550199',
    ]);
    expect(two?.card?.numbers[0]?.number).toBe('+44 20 7946 0018');
    expect(three).toBeUndefined();
  });

  it('with other separators and quotes is read without being told', () => {
    expect(guessDialect(samples.portalCsvOtherMarks)).toEqual({ separator: ';', quote: "'" });
    expect(first(samples.portalCsvOtherMarks)).toMatchObject({
      ...maria,
      street: "Straße; der 'Nationen' 1",
    });
  });

  it.each([',', ';', '\t', '|', ':', '~', '^'])('separated by %j is read', (separator) => {
    const text = `firstname${separator}lastname${separator}workphone\nMaría${separator}Müller${separator}123\n`;
    expect(first(text)).toMatchObject(maria);
  });

  it('is read with the separator that its first line tells to spreadsheets', () => {
    expect(first('sep=;\nfirstname;lastname\nMaría;Müller\n')).toMatchObject(maria);
  });

  it('of Google contacts is read, with labels, several values in a cell, and the star', () => {
    const card = first(samples.googleCsv);
    expect(card).toMatchObject({
      ...maria,
      prefix: 'Dr.',
      company: 'Contoso GmbH',
      emails: ['maria@example.com', 'm.mueller@example.com'],
      isFavourite: true,
      street: 'Straße 1',
    });
    expect(numbersOf(card)).toEqual([
      'work +49 371 5550123',
      'work +49 371 5550124',
      'mobile +49 170 5550123',
    ]);
    expect(card.note).toBe(
      'Likes tea.\nNever on Fridays.\nOrganization Title: Head of sales\nBirthday: 1970-01-31',
    );
  });

  it('of Google contacts as it was before is read', () => {
    expect(first(samples.oldGoogleCsv)).toMatchObject({ ...maria, company: 'Contoso GmbH', shownAs: '' });
  });

  it('of Outlook is read, in English, German and French', () => {
    const english = first(samples.outlookCsv);
    expect(english).toMatchObject({
      ...maria,
      city: 'Chemnitz',
      note: 'Likes tea.\nJob Title: Head of sales',
    });
    expect(english.emails).toEqual(['maria@example.com', 'm.mueller@example.com']);
    expect(numbersOf(english)).toEqual([
      'work +49 371 5550123',
      'work +49 371 5550124',
      'mobile +49 170 5550123',
      'home 0371 5550199',
      'other +49 371 5550100',
    ]);
    for (const sample of [samples.germanOutlookCsv, samples.frenchOutlookCsv]) {
      expect(first(sample)).toMatchObject({
        ...maria,
        company: 'Contoso GmbH',
        emails: ['maria@example.com'],
      });
      expect(numbersOf(first(sample))).toEqual([
        'work +49 371 5550123',
        'mobile +49 170 5550123',
        'home 0371 5550199',
      ]);
    }
  });

  it('of Apple contacts is read', () => {
    const card = first(samples.appleCsv);
    expect(card).toMatchObject({ ...maria, company: 'Contoso GmbH', emails: ['maria@example.com'] });
    expect(numbersOf(card)).toHaveLength(3);
  });

  it('without names of its columns is read by what is in them', () => {
    expect(
      first('María,Müller,maria@example.com,+49 371 5550123\nJo,Doe,jo@example.com,201\n'),
    ).toMatchObject({
      ...maria,
      emails: ['maria@example.com'],
      numbers: [{ kind: 'other', number: '+49 371 5550123' }],
    });
  });

  it('keeps columns that it does not know in the note', () => {
    expect(first('firstname,workphone,Shoe size\nMaría,123,38\n').note).toBe('Shoe size: 38');
  });
});

describe('a card', () => {
  it('of version 2.1 is read: quoted-printable, charsets, bare types, folded pictures', () => {
    const [person] = read(samples.vcard21);
    expect(person?.card).toMatchObject({
      ...maria,
      prefix: 'Dr.',
      shownAs: '',
      company: 'Contoso GmbH, Chemnitz, Sales',
      street: 'Stra;e 1',
      postal: '09111',
      note: 'Likes tea, and\nnever calls on Fridays.',
      others: ['X-LONG:a line that is folded where a blank is'],
    });
    expect(person?.card && numbersOf(person.card)).toEqual([
      'work +49 371 5550123',
      'mobile +49 170 5550123',
      'other +49 371 5550100',
    ]);
    expect(person?.picture?.type).toBe('image/gif');
    expect(person?.skipped).toEqual([]);
  });

  it('of version 3.0 is read: groups with labels, folded lines, escapes', () => {
    const [person] = read(samples.vcard30);
    expect(person?.card).toMatchObject({
      ...maria,
      middleName: 'Anna',
      shownAs: '',
      company: 'Contoso, GmbH, Sales',
      note: 'Likes tea, and is\nnever there on Fridays.',
      isFavourite: true,
      others: ['TITLE:Head of sales', 'CATEGORIES:Customers', 'BDAY:1970-01-31'],
    });
    expect(person?.card && numbersOf(person.card)).toEqual([
      'work +49 371 5550123',
      'mobile +49 170 5550123',
      'sip maria@sip.example.com',
    ]);
    expect(person?.picture?.bytes.length).toBe(37);
  });

  it('of version 4.0 is read: addresses for numbers, lists of types, pictures in a URI', () => {
    const [person] = read(samples.vcard40);
    expect(person?.card).toMatchObject({
      firstName: 'María Anna',
      shownAs: 'María Müller',
      language: 'de',
      city: 'Chemnitz',
    });
    expect(person?.card && numbersOf(person.card)).toEqual([
      'work +49-371-5550123 ext. 12',
      'mobile +49-170-5550123',
    ]);
    expect(person?.picture?.type).toBe('image/gif');
  });

  it('that stands in a file with others does not cost them anything when it is broken', () => {
    const broken = 'BEGIN:VCARD\r\nVERSION:3.0\r\nrubbish\r\nTEL:1\r\nBEGIN:VCARD\r\nFN:Jo\r\nEND:VCARD\r\n';
    const people = read(samples.vcard30 + broken + samples.vcard21);
    expect(people.map(({ card }) => card?.firstName ?? card?.shownAs ?? null)).toEqual([
      'María',
      null,
      '',
      'María',
    ]);
    expect(people[2]?.card?.shownAs).toBe('Jo');
    expect(people[1]?.skipped).toEqual([{ place: 2, name: '', why: 'unfinished-card' }]);
  });

  it('within a card is left out, and the card around it is not', () => {
    const agent =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Boss\r\nAGENT:\r\nBEGIN:VCARD\r\nN:Agent\r\nTEL:1\r\nEND:VCARD\r\nTEL:2\r\nEND:VCARD\r\n';
    expect(read(agent).map(({ card }) => [card?.lastName, card?.numbers[0]?.number])).toEqual([
      ['Boss', '2'],
    ]);
  });
});

describe('the letters of a file', () => {
  it.each(['utf-16le', 'utf-16be', 'windows-1252'] as const)('in %s are read', (encoding) => {
    expect(first(samples.encodeAs(samples.portalCsv, encoding))).toMatchObject(maria);
    expect(first(samples.encodeAs(samples.vcard30, encoding))).toMatchObject(maria);
  });

  it('are read with a mark in front, in UTF-8 and UTF-16', () => {
    expect(first(utf8(`\ufeff${samples.portalCsv}`)).emails).toEqual(['maria@example.com']);
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      expect(first(samples.encodeAs(`\ufeff${samples.portalCsv}`, encoding)).emails).toEqual([
        'maria@example.com',
      ]);
    }
  });

  it('are read in the charset that a property names, in a file where the others differ', () => {
    const start = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8:';
    const bytes = [
      ...utf8(start),
      ...utf8('Müller'),
      ...utf8('\r\nORG:'),
      0xdc,
      ...utf8('ber\r\nEND:VCARD\r\n'),
    ];
    expect(first(Uint8Array.from(bytes))).toMatchObject({ lastName: 'Müller', company: 'Über' });
  });
});
