import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Contact, ContactId, NumberKind } from '../core/directory/contact';
import { contactName } from '../core/directory/contact';
import { numberKey } from '../core/directory/match-caller';
import type { Numbering } from '../core/directory/numbering';
import { parseQuery, type Query } from '../core/directory/query';
import { byRank, matchDistance } from '../core/directory/rank';
import { sortKey } from '../core/directory/sort-key';
import { termsOf } from '../core/directory/terms';
import { readCallRecords } from '../store/call-log';
import type { Matching } from '../store/contact-names';
import { readFavourites } from '../store/directory';
import { watchDirectory } from '../store/directory-news';
import { findCaller } from '../store/find-caller';
import { searchContacts } from '../store/search-contacts';

const recentCalls = 100;

/** Those who count for more when one searches: favourites, and who was called last (epoch ms of the last call by contact). */
export type Familiar = {
  readonly contacts: readonly Contact[];
  readonly favourites: readonly Contact[];
  readonly calledAt: ReadonlyMap<ContactId, number>;
};

const nobody: Familiar = { contacts: [], favourites: [], calledAt: new Map() };

/** Read once when the page opens, and again when the directory changes. */
export function useFamiliar(matching: Matching): Familiar {
  const [familiar, setFamiliar] = useState(nobody);
  useEffect(() => {
    const life = new AbortController();
    const read = () => void readFamiliar(matching).then((read) => !life.signal.aborted && setFamiliar(read));
    watchDirectory(read, life.signal);
    read();
    return () => life.abort();
  }, [matching]);
  return familiar;
}

async function readFamiliar({ numbering, digits }: Matching): Promise<Familiar> {
  const favourites = await readFavourites();
  const lastCalls = new Map<string, { number: string; at: number }>();
  for (const { direction, typed, sent, startedAt } of await readCallRecords({ limit: recentCalls })) {
    const number = direction === 'outbound' ? typed : sent;
    const key = numberKey(number, numbering);
    if (!lastCalls.has(key)) lastCalls.set(key, { number, at: startedAt });
  }
  const contacts = new Map(favourites.map((contact) => [contact.id, contact]));
  const calledAt = new Map<ContactId, number>();
  for (const { number, at } of lastCalls.values()) {
    const contact = await findCaller(number, numbering, digits);
    if (!contact) continue;
    contacts.set(contact.id, contact);
    calledAt.set(contact.id, Math.max(at, calledAt.get(contact.id) ?? 0));
  }
  return { contacts: [...contacts.values()], favourites, calledAt };
}

/** One number of a person that was found. */
export type Suggestion = { contact: Contact; name: string; kind: NumberKind; number: string };

type Search = { familiar: Familiar; numbering: Numbering; limit: number };

/** Who is found by what is typed so far, the nearest first; nobody while nothing is typed. `query` is null then. */
export function usePeople(
  typed: string,
  { familiar, numbering, limit }: Search,
): { query: Query | null; people: readonly Contact[] } {
  const [people, setPeople] = useState<readonly Contact[]>([]);
  const query = useMemo(() => parseQuery(typed, numbering.prefixes), [typed, numbering]);
  useEffect(() => {
    let isCurrent = true;
    const found = query ? search(query, { familiar, numbering, limit }) : Promise.resolve([]);
    void found.then((contacts) => isCurrent && setPeople(contacts));
    return () => {
      isCurrent = false;
    };
  }, [query, familiar, numbering, limit]);
  return { query, people };
}

/** The same with each number in a line of its own. */
export function useSuggestions(typed: string, wish: Search): readonly Suggestion[] {
  const { numbering, limit } = wish;
  const { query, people } = usePeople(typed, wish);
  return useMemo(
    () => (query ? toSuggestions(people, query, numbering).slice(0, limit) : []),
    [people, query, numbering, limit],
  );
}

async function search(query: Query, { familiar, numbering, limit }: Search): Promise<readonly Contact[]> {
  const contacts = new Map(familiar.contacts.map((contact) => [contact.id, contact]));
  for (const contact of await searchContacts(query, limit)) contacts.set(contact.id, contact);
  return [...contacts.values()]
    .flatMap((contact) => {
      const distance = matchDistance(termsOf(contact, numbering.toE164), query);
      const calledAt = familiar.calledAt.get(contact.id) ?? 0;
      const { isFavourite } = contact;
      return distance === null ? [] : [{ contact, distance, isFavourite, calledAt, name: sortKey(contact) }];
    })
    .sort(byRank)
    .slice(0, limit)
    .map(({ contact }) => contact);
}

/** The numbers of each, and of somebody who was found by a number only that one. */
function toSuggestions(
  contacts: readonly Contact[],
  query: Query,
  { toE164 }: Numbering,
): readonly Suggestion[] {
  return contacts.flatMap((contact) => {
    const numbers = contact.numbers.map(({ kind, number }) => ({
      contact,
      name: contactName(contact),
      kind,
      number,
    }));
    const own = numbers.filter(({ kind, number }) => {
      const terms = termsOf({ ...contact, ...nameless, numbers: [{ kind, number }] }, toE164);
      return matchDistance(terms, query) !== null;
    });
    return own.length > 0 ? own : numbers;
  });
}

const nameless = { firstName: '', middleName: '', lastName: '', shownAs: '', company: '', emails: [] };
