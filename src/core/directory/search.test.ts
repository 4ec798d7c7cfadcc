import { describe, expect, it } from 'vitest';
import { EMPTY_DIAL_RULES } from '../dial/rules';
import type { Contact } from './contact';
import { makeContact } from './made-up-contacts';
import { makeNumbering } from './numbering';
import { parseQuery } from './query';
import { byRank, matchDistance } from './rank';
import { termsOf } from './terms';

const germany = makeNumbering({
  ...EMPTY_DIAL_RULES,
  outsidePrefix: '9',
  countryCode: '49',
  longDistancePrefix: '0',
  internationalPrefix: '00',
  nationalLengths: [9, 10, 11],
});
const juergen = makeContact({
  firstName: 'Jürgen',
  lastName: 'Müller-Weiß',
  company: 'Straßenbau Ost GmbH',
  emails: ['j.mueller@example.com'],
  numbers: [
    { kind: 'work', number: '0371 555-0123' },
    { kind: 'sip', number: 'juergen@sip.example.com' },
  ],
});
const distance = (typed: string, contact: Contact = juergen) => {
  const query = parseQuery(typed, germany.prefixes);
  return query === null ? null : matchDistance(termsOf(contact, germany.toE164), query);
};

describe('a contact is found', () => {
  it.each([
    ['muller', 'without its accents'],
    ['MÜLLER', 'in capitals'],
    ['mueller', 'spelt as one does without umlauts'],
    ['weiss', 'with ss for ß'],
    ['weiß jür', 'by the beginnings of two names in any order'],
    ['müller-weiß', 'by a name of two parts'],
    ['jm', 'by initials'],
    ['mj', 'by initials the other way round'],
    ['strasse', 'by the company'],
    ['mül ost', 'by a name and a word of the company'],
    ['j.mueller@ex', 'by the e-mail address'],
    ['example', 'by the domain'],
    ['juergen@sip', 'by the SIP address'],
    ['sip:juergen@sip.example.com', 'by the whole SIP address'],
    ['0371', 'by the area code with its 0'],
    ['371555', 'by the area code without it'],
    ['+49 371 555', 'by the country code'],
    ['0049 (371) 5', 'by the country code with 00'],
    ['9 0371 5', 'with the prefix for outside calls in front'],
    ['5550', 'by the number without the area code'],
    ['0123', 'by the last digits'],
    ['٠٣٧١', 'in Arabic digits'],
    ['685', 'by the keys of the dial pad for the last name'],
    ['58743', 'by the keys of the dial pad for the first name'],
  ])('%s: %s', (typed) => {
    expect(distance(typed)).not.toBeNull();
  });

  it.each(['muellers', 'xm', 'weiß anna', '0372', '556', '9999', '58744', '@', '+', '   ', ''])(
    'not by %j',
    (typed) => {
      expect(distance(typed)).toBeNull();
    },
  );
});

it('finds a name in another script, and by any of its words', () => {
  const contact = makeContact({ shownAs: '山田 太郎', company: 'Ромашка' });
  expect(distance('山', contact)).not.toBeNull();
  expect(distance('太郎', contact)).not.toBeNull();
  expect(distance('РОМАШКА', contact)).not.toBeNull();
});

it('never fails, whatever is typed', () => {
  for (const typed of ['\\', '(', '[a', '\0', '\ud800', '@@@', '"'.repeat(10_000), 'a '.repeat(10_000)]) {
    expect(() => distance(typed)).not.toThrow();
  }
});

describe('what is found is ranked', () => {
  it('by match: a whole name, its beginning, a company, an address, the end of a number', () => {
    const name = distance('weiss') ?? 99;
    const beginning = distance('wei') ?? 99;
    const company = distance('ost') ?? 99;
    const address = distance('example') ?? 99;
    expect([name, beginning, company, address]).toEqual(
      [name, beginning, company, address].toSorted((one, other) => one - other),
    );
    expect(distance('555')).toBeLessThan(distance('123') ?? 0);
  });

  it('by favourites, then by the last call, then by name, among equal matches', () => {
    const plain = { distance: 1, isFavourite: false, calledAt: 0, name: 'a' };
    const ranked = [
      { ...plain, name: 'b' },
      plain,
      { ...plain, calledAt: 5 },
      { ...plain, isFavourite: true },
      { ...plain, distance: 0, name: 'z' },
    ].sort(byRank);
    expect(
      ranked.map(({ distance, isFavourite, calledAt, name }) => [distance, isFavourite, calledAt, name]),
    ).toEqual([
      [0, false, 0, 'z'],
      [1, true, 0, 'a'],
      [1, false, 5, 'a'],
      [1, false, 0, 'a'],
      [1, false, 0, 'b'],
    ]);
  });
});
