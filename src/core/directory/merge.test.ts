import { describe, expect, it } from 'vitest';
import { makeContact } from './made-up-contacts';
import { makeDuplicateFinder, mergeContacts } from './merge';
import { makeNumbering } from './numbering';

const mobile = (number: string) => ({ numbers: [{ kind: 'mobile', number }] as const });

describe('contacts that are one person', () => {
  const find = (...contacts: Parameters<typeof makeContact>[0][]) => {
    const finder = makeDuplicateFinder(makeNumbering(null));
    contacts.forEach((contact, at) => {
      finder.add(makeContact({ ...contact, id: at + 1 }));
    });
    return finder.groups().map(({ ids }) => ids);
  };

  it('share a number, however it is written', () => {
    expect(find(mobile('+49 170 5550123'), mobile('+491705550123'), mobile('+49 170 5550124'))).toEqual([
      [1, 2],
    ]);
  });

  it('share an e-mail address, case aside', () => {
    expect(find({ emails: ['a@example.com'] }, { emails: ['A@Example.com'] })).toEqual([[1, 2]]);
  });

  it('are one group when one links two others', () => {
    const link = { ...mobile('+491705550123'), emails: ['a@example.com'] };
    expect(find(mobile('+491705550123'), { emails: ['a@example.com'] }, link, mobile('1'))).toEqual([
      [1, 2, 3],
    ]);
  });

  it('are not all those with the number of a switchboard, but those of one name among them', () => {
    const names = ['Ann', 'Bob', 'Cy', 'Di', 'bob'];
    expect(find(...names.map((firstName) => ({ firstName, ...mobile('+493715550') })))).toEqual([[2, 5]]);
  });

  it('are not one contact that has a number twice', () => {
    const twice = {
      numbers: [{ kind: 'work', number: '1' } as const, { kind: 'home', number: '1' } as const],
    };
    expect(find(twice)).toEqual([]);
  });
});

describe('merging', () => {
  const one = makeContact({
    id: 1,
    firstName: 'Maria',
    company: 'Contoso',
    emails: ['m@example.com'],
    note: 'Likes tea.',
    ...mobile('1'),
  });
  const other = makeContact({
    id: 2,
    firstName: 'Mary',
    lastName: 'Smith',
    company: 'Zenith',
    emails: ['m@example.com', 'mary@example.com'],
    isFavourite: true,
    pictureId: 7,
    street: 'High Street 1',
    city: 'York',
    ...mobile('2'),
  });

  it('keeps every number, address and picture', () => {
    const merged = mergeContacts(one, [other]);
    expect(merged).toMatchObject({
      id: 1,
      pictureId: 7,
      isFavourite: true,
      street: 'High Street 1',
      city: 'York',
    });
    expect(merged.numbers.map(({ number }) => number)).toEqual(['1', '2']);
    expect(merged.emails).toEqual(['m@example.com', 'mary@example.com']);
  });

  it('keeps the first name as a whole, and what it replaces in the note', () => {
    const merged = mergeContacts(one, [other]);
    expect(merged).toMatchObject({ firstName: 'Maria', lastName: '', company: 'Contoso' });
    expect(merged.note).toBe('Likes tea.\nZenith\nMary Smith');
  });

  it('takes what is missing from the others', () => {
    const merged = mergeContacts(makeContact({ id: 1, ...mobile('1') }), [other]);
    expect(merged).toMatchObject({ firstName: 'Mary', lastName: 'Smith', company: 'Zenith', note: '' });
  });
});
