import { type Contact, contactName, type NumberKind } from './contact';
import type { Familiar } from './familiar';
import type { Numbering } from './numbering';
import type { Query } from './query';
import { byRank, matchDistance } from './rank';
import { sortKey } from './sort-key';
import { termsOf } from './terms';

/** One number of a person that was found; of a colleague, who is in an address book elsewhere, nobody knows of what kind it is. */
export type Suggestion = {
  readonly contact: Contact;
  readonly name: string;
  readonly kind: NumberKind | 'colleague';
  readonly number: string;
};

/** Those of the candidates that a query finds, the nearest first. */
export function rankPeople(
  candidates: Iterable<Contact>,
  query: Query,
  { calledAt, toE164 }: { calledAt: Familiar['calledAt']; toE164: Numbering['toE164'] },
): readonly Contact[] {
  return [...candidates]
    .flatMap((contact) => {
      const distance = matchDistance(termsOf(contact, toE164), query);
      const called = calledAt.get(contact.id) ?? 0;
      const { isFavourite } = contact;
      return distance === null
        ? []
        : [{ contact, distance, isFavourite, calledAt: called, name: sortKey(contact) }];
    })
    .sort(byRank)
    .map(({ contact }) => contact);
}

const nameless = { firstName: '', middleName: '', lastName: '', shownAs: '', company: '', emails: [] };

/** The numbers of each; of somebody who was found by a number, only that one. */
export function toSuggestions(
  contacts: readonly Contact[],
  query: Query,
  toE164: Numbering['toE164'],
): readonly Suggestion[] {
  const isNumber = query.words.some(({ beginnings }) => beginnings.some((one) => /^[er]/.test(one)));
  return contacts.flatMap((contact) => {
    const name = contactName(contact);
    const numbers = contact.numbers.map(({ kind, number }) => ({ contact, name, kind, number }));
    // Letters are in no number, and in a SIP address at most.
    if (!isNumber && !numbers.some(({ kind }) => kind === 'sip')) return numbers;
    const own = numbers.filter(({ kind, number }) => {
      const terms = termsOf({ ...contact, ...nameless, numbers: [{ kind, number }] }, toE164);
      return matchDistance(terms, query) !== null;
    });
    return own.length > 0 ? own : numbers;
  });
}
