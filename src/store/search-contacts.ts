import type { Contact, ContactId } from '../core/directory/contact';
import type { Query, QueryWord } from '../core/directory/query';
import { classDistance } from '../core/directory/rank';
import { readFrom } from './contact-pages';
import { openDatabase } from './database';
import { type DirectoryState, emptyState } from './directory-state';
import { type Holders, holdersOf, type TermStore } from './directory-terms';

// How far each try reads into the index: two blocks answer nearly every question at once.
const depths = [2, 8, 32, 128, 10_000];
// So few are read and looked at themselves, rather than more of the index.
const fewEnough = 48;

type Matches = (contact: Contact) => boolean;

/**
 * The contacts that a query finds, the nearest kinds of match first and those of a kind by the alphabet; `limit` of them at most.
 * `matches` tells of one contact whether the query finds it. Nothing of the index is kept in memory: each search reads the few blocks of it that it needs.
 */
export async function searchContacts(query: Query, limit: number, matches: Matches): Promise<Contact[]> {
  const database = await openDatabase();
  const transaction = database.transaction(['directory', 'terms', 'contacts']);
  const state = (await transaction.objectStore('directory').get('state')) ?? emptyState;
  const terms = transaction.objectStore('terms');
  for (const depth of depths) {
    const words = await Promise.all(query.words.map((word) => holdersOfWord(terms, state, word, depth)));
    const ids = inAll(words);
    const contacts = transaction.objectStore('contacts');
    const known = words.filter(({ isComplete }) => isComplete);
    if (ids.length >= limit || known.length === words.length) return readFrom(contacts, ids.slice(0, limit));
    const candidates = inAll(known);
    if (known.length > 0 && candidates.length <= fewEnough) {
      return (await readFrom(contacts, candidates)).filter(matches).slice(0, limit);
    }
  }
  return [];
}

async function holdersOfWord(
  terms: TermStore,
  state: DirectoryState,
  { beginnings }: QueryWord,
  blocks: number,
): Promise<Holders> {
  const nearestFirst = beginnings.toSorted((one, other) => classDistance(one) - classDistance(other));
  const found = await Promise.all(
    nearestFirst.map((beginning) => holdersOf(terms, state, { beginning, blocks })),
  );
  return {
    ids: new Set(found.flatMap(({ ids }) => [...ids])),
    isComplete: found.every(({ isComplete }) => isComplete),
  };
}

/** Who has all words, in the order of the first. */
function inAll(words: readonly Holders[]): readonly ContactId[] {
  const [first, ...others] = words;
  return first ? [...first.ids].filter((id) => others.every(({ ids }) => ids.has(id))) : [];
}
