import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, emptyCard, numberKinds, type Picture } from '../contact';
import { isNamed, tidyCard } from '../tidy-card';
import { neutralise, takeBack } from './neutral-cell';
import { openFile, readPeople } from './open-file';
import { readPicture } from './picture';
import { encodeAs, tinyGif } from './sample-files';
import { writeCsv } from './write-csv';
import { writeVcard } from './write-vcard';

type Person = { card: Card; picture: Picture | null };

// Everything that a format gives a meaning to, beside letters of every kind.
const nasty = fc.constantFrom(
  ...[
    ',',
    ';',
    ':',
    '"',
    "'",
    '\\',
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\n',
    '\r\n',
    ' ',
    '\\n',
    '\\,',
    ':::',
    '=0D=0A',
  ],
  ...[
    'BEGIN:VCARD',
    'END:VCARD',
    '\u2028',
    '\ufeff',
    '\0',
    '|',
    '^',
    '=HYPERLINK("x")',
    '<script>alert(1)</script>',
  ],
);
const text = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const other = fc
  .tuple(
    fc.constantFrom('TITLE', 'URL', 'X-THING', 'BDAY;VALUE=text', 'X-A;TYPE=home,work'),
    fc.string({ minLength: 1 }),
  )
  .map(([name, value]) => `${name}:${value.replace(/[\\\p{Cc}]/gu, '')}`);
const card: fc.Arbitrary<Card> = fc
  .record({
    firstName: text,
    middleName: text,
    lastName: text,
    prefix: text,
    suffix: text,
    shownAs: text,
    company: text,
    numbers: fc.array(fc.record({ kind: fc.constantFrom(...numberKinds), number: text }), { maxLength: 5 }),
    emails: fc.array(text, { maxLength: 3 }),
    note: text,
    isFavourite: fc.boolean(),
    language: text,
    street: text,
    city: text,
    region: text,
    postal: text,
    country: text,
    others: fc.array(other, { maxLength: 3 }),
  })
  .map(tidyCard)
  .filter(isNamed);
const gif = readPicture(tinyGif);
const person: fc.Arbitrary<Person> = fc.record({
  card,
  picture: fc.constantFrom(null, typeof gif === 'string' ? null : gif),
});
const people = fc.array(person, { minLength: 1, maxLength: 4 });

function read(file: Uint8Array): readonly Person[] {
  const opened = openFile(file);
  if (!opened.ok) throw new Error(opened.why);
  return [...readPeople(opened)].map(({ card, picture, skipped }) => {
    expect(skipped).toEqual([]);
    return { card: card ?? emptyCard, picture };
  });
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const writeVcards = (all: readonly Person[]) =>
  all.map(({ card, picture }) => writeVcard(card, picture)).join('');

describe('what goes out comes back, all of it', () => {
  it('as a table', () => {
    fc.assert(
      fc.property(people, (all) => {
        expect(read(utf8(writeCsv(all)))).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });

  it('as cards', () => {
    fc.assert(
      fc.property(people, (all) => {
        expect(read(utf8(writeVcards(all)))).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });

  it('as cards in UTF-16', () => {
    fc.assert(
      fc.property(people, (all) => {
        expect(read(encodeAs(`\ufeff${writeVcards(all)}`, 'utf-16le'))).toEqual(all);
      }),
      { numRuns: 50 },
    );
  });
});

it('keeps a card as it is when it is tidied a second time', () => {
  fc.assert(
    fc.property(card, (one) => {
      expect(tidyCard(one)).toEqual(one);
    }),
    { numRuns: 300 },
  );
});

it('writes no line of a card that is longer than 75 bytes', () => {
  fc.assert(
    fc.property(person, ({ card, picture }) => {
      for (const line of writeVcard(card, picture).split('\r\n')) {
        expect(utf8(line).length).toBeLessThanOrEqual(75);
      }
    }),
    { numRuns: 100 },
  );
});

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+49 371 555', '-1', '@SUM(A1)', '＝1', "'=1", "''+1"])(
    '%s is made text, and taken back',
    (cell) => {
      expect(neutralise(cell)).toMatch(/^'/);
      expect(takeBack(neutralise(cell))).toBe(cell);
    },
  );

  it('is the only one that is changed, and every cell comes back', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (cell) => {
        expect(takeBack(neutralise(cell))).toBe(cell);
        expect(neutralise(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
    expect(neutralise("O'Brien")).toBe("O'Brien");
    expect(takeBack("'quoted'")).toBe("'quoted'");
  });
});
