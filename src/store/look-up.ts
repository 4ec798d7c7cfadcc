import type { Contact, ContactId } from '../core/directory/contact';
import type { Familiar } from '../core/directory/familiar';
import { numberKey } from '../core/directory/number-key';
import { parseQuery } from '../core/directory/query';
import { matchDistance } from '../core/directory/rank';
import { rankPeople, type Suggestion, toSuggestions } from '../core/directory/suggest';
import { termsOf } from '../core/directory/terms';
import { readCallRecords } from './call-log';
import type { Matching } from './contact-names';
import { readFavourites } from './directory';
import { findCaller } from './find-caller';
import { searchContacts } from './search-contacts';

const recentCalls = 100;

/** Favourites and those of the latest calls, to be searched before all others. */
export async function readFamiliar({ numbering, digits }: Matching): Promise<Familiar> {
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

export type Search = { readonly familiar: Familiar; readonly matching: Matching; readonly limit: number };

/** Who is found by what was typed, the nearest first; null when nothing was typed to look for. */
export async function findPeople(typed: string, search: Search): Promise<readonly Contact[] | null> {
  const { familiar, matching, limit } = search;
  const query = parseQuery(typed, matching.numbering.prefixes);
  if (!query) return null;
  const candidates = new Map(familiar.contacts.map((contact) => [contact.id, contact]));
  const { toE164 } = matching.numbering;
  const matches = (contact: Contact) => matchDistance(termsOf(contact, toE164), query) !== null;
  for (const contact of await searchContacts(query, limit, matches)) candidates.set(contact.id, contact);
  return rankPeople(candidates.values(), query, { calledAt: familiar.calledAt, toE164 }).slice(0, limit);
}

/** The same with each number in a line of its own. */
export async function findSuggestions(typed: string, search: Search): Promise<readonly Suggestion[]> {
  const people = await findPeople(typed, search);
  const { prefixes, toE164 } = search.matching.numbering;
  const query = parseQuery(typed, prefixes);
  return people && query ? toSuggestions(people, query, toE164).slice(0, search.limit) : [];
}
