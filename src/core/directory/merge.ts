import { type Card, type Contact, type ContactId, composedName } from './contact';
import { fold } from './fold';
import { numberKey } from './number-key';
import type { Numbering } from './numbering';
import { tidyCard } from './tidy-card';

const single = [
  'firstName',
  'middleName',
  'lastName',
  'prefix',
  'suffix',
  'shownAs',
  'company',
  'language',
] as const satisfies readonly (keyof Card)[];
const address = ['street', 'city', 'region', 'postal', 'country'] as const satisfies readonly (keyof Card)[];

/**
 * One contact of several that are the same person. The first wins where there can be only one of a thing, except that what is missing
 * comes from the others; numbers, addresses and notes of all are kept, and what lost goes into the note.
 */
export function mergeContacts(first: Contact, others: readonly Contact[]): Contact {
  let merged: Contact = first;
  for (const other of others) merged = mergeTwo(merged, other);
  return merged;
}

function mergeTwo(one: Contact, other: Contact): Contact {
  const lost: string[] = [];
  const merged = { ...one };
  const hasName = composedName(one) !== '' || one.shownAs !== '';
  const otherName = other.shownAs || composedName(other);
  for (const field of single) {
    const isName = field !== 'company' && field !== 'language';
    if (isName ? !hasName : one[field] === '') merged[field] = other[field];
    else if (!isName && other[field] !== '' && other[field] !== one[field]) lost.push(other[field]);
  }
  if (hasName && otherName !== '' && otherName !== (one.shownAs || composedName(one))) lost.push(otherName);
  // An address is taken as a whole, or the street of one stands beside the town of the other.
  const hasAddress = address.some((field) => one[field] !== '');
  const otherAddress = address.map((field) => other[field]).filter(Boolean);
  if (!hasAddress) for (const field of address) merged[field] = other[field];
  else if (address.some((field) => other[field] !== '' && other[field] !== one[field]))
    lost.push(otherAddress.join(', '));
  const notes = new Set([one.note, other.note, ...lost].filter(Boolean));
  const card = tidyCard({
    ...merged,
    numbers: [...one.numbers, ...other.numbers],
    emails: [...one.emails, ...other.emails],
    others: [...one.others, ...other.others],
    isFavourite: one.isFavourite || other.isFavourite,
    note: [...notes].join('\n'),
  });
  return { ...card, id: one.id, pictureId: one.pictureId ?? other.pictureId };
}

/** Why contacts are taken for one person. */
export type Duplicates = { readonly ids: readonly ContactId[]; readonly shared: string };

// What more contacts than these have in common is a switchboard or info@, unless they bear one name.
const mostOfOnePerson = 3;
type Holder = { id: ContactId; name: string };

/** Finds contacts that share a number or an e-mail address. Feed it with `add`, and read `groups` at the end. */
export function makeDuplicateFinder(numbering: Pick<Numbering, 'toE164'>): {
  add(contact: Contact): void;
  groups(): readonly Duplicates[];
} {
  const things = new Map<string, { holders: Holder[]; shared: string }>();
  const note = (key: string, holder: Holder, shared: string) => {
    const thing = things.get(key);
    if (!thing) things.set(key, { holders: [holder], shared });
    else if (thing.holders.at(-1)?.id !== holder.id) thing.holders.push(holder);
  };
  return {
    add(contact) {
      const name = fold(contact.shownAs || composedName(contact) || contact.company);
      const holder = { id: contact.id, name };
      for (const email of contact.emails) note(`e ${fold(email)}`, holder, email);
      for (const { number } of contact.numbers) note(`n ${numberKey(number, numbering)}`, holder, number);
    },
    groups: () => joined([...things.values()].flatMap(samePeople)),
  };
}

function samePeople({ holders, shared }: { holders: readonly Holder[]; shared: string }): Duplicates[] {
  if (holders.length < 2) return [];
  if (holders.length <= mostOfOnePerson) return [{ ids: holders.map(({ id }) => id), shared }];
  const namesakes = new Map<string, ContactId[]>();
  for (const { id, name } of holders) namesakes.set(name, [...(namesakes.get(name) ?? []), id]);
  return [...namesakes.values()].filter((ids) => ids.length > 1).map((ids) => ({ ids, shared }));
}

/** Groups that have a contact in common are one group. */
function joined(groups: readonly Duplicates[]): readonly Duplicates[] {
  const leaders = new Map<ContactId, ContactId>();
  const leaderOf = (id: ContactId): ContactId => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next;
    return leader;
  };
  for (const { ids } of groups) {
    for (const id of ids.slice(1)) {
      const [one, other] = [leaderOf(ids[0] ?? id), leaderOf(id)];
      if (one !== other) leaders.set(Math.max(one, other), Math.min(one, other));
    }
  }
  const members = new Map<ContactId, { ids: Set<ContactId>; shared: string }>();
  for (const { ids, shared } of groups) {
    const leader = leaderOf(ids[0] ?? 0);
    const group = members.get(leader) ?? { ids: new Set(), shared };
    for (const id of ids) group.ids.add(id);
    members.set(leader, group);
  }
  return [...members.values()].map(({ ids, shared }) => ({ ids: [...ids].sort((a, b) => a - b), shared }));
}
