import type { Contact, ContactId } from '../core/directory/contact';
import type { Query, QueryWord } from '../core/directory/query';
import { classDistance } from '../core/directory/rank';
import { byDirectoryState } from './by-directory-state';
import { readFrom } from './contact-pages';
import { openDatabase, openedDatabase } from './database';
import type { DirectoryState } from './directory-state';
import { firstHoldersOf, type Holders, holdersOf, type TermStore } from './directory-terms';

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
  const database = openedDatabase() ?? (await openDatabase());
  const transaction = database.transaction(['directory', 'terms', 'contacts']);
  const stores = { terms: transaction.objectStore('terms'), contacts: transaction.objectStore('contacts') };
  return byDirectoryState(database, transaction.objectStore('directory'), (state) =>
    searchBy({ ...stores, state }, query, { limit, matches }),
  );
}

type Index = { terms: TermStore; contacts: Parameters<typeof readFrom>[0]; state: DirectoryState };
type Wish = { limit: number; matches: Matches };

async function searchBy(index: Index, query: Query, { limit, matches }: Wish): Promise<Contact[]> {
  // Of one word, nobody sees those who are further off than as many as are wanted.
  const enough = query.words.length === 1 ? limit : Number.POSITIVE_INFINITY;
  for (const depth of depths) {
    const words = await Promise.all(query.words.map((word) => holdersOfWord(index, word, { depth, enough })));
    const ids = inAll(words);
    const known = words.filter(({ isComplete }) => isComplete);
    if (ids.length >= limit || known.length === words.length) {
      return readFrom(index.contacts, ids.slice(0, limit));
    }
    const candidates = inAll(known);
    if (known.length > 0 && candidates.length <= fewEnough) {
      return (await readFrom(index.contacts, candidates)).filter(matches).slice(0, limit);
    }
  }
  return [];
}

/** Those of the nearest kind are asked for first, and the others only when they are not `enough`. */
async function holdersOfWord(
  { terms, state }: Index,
  { beginnings }: QueryWord,
  { depth, enough }: { depth: number; enough: number },
): Promise<Holders> {
  const isFirst = depth === depths[0] && Number.isFinite(enough);
  const readOne = (beginning: string) =>
    isFirst
      ? firstHoldersOf(terms, state, { beginning }, enough)
      : holdersOf(terms, state, { beginning, blocks: depth });
  const read = (some: readonly string[]) => Promise.all(some.map(readOne));
  const nearestFirst = beginnings.toSorted((one, other) => classDistance(one) - classDistance(other));
  const farther = nearestFirst.findIndex((one) => classDistance(one) > classDistance(nearestFirst[0] ?? ''));
  const isNearRead = Number.isFinite(enough) && farther > 0;
  const near = isNearRead ? joined(await read(nearestFirst.slice(0, farther))) : null;
  if (near && near.ids.size >= enough) return { ...near, isComplete: false };
  const rest = joined(await read(near ? nearestFirst.slice(farther) : nearestFirst));
  return near ? joined([near, rest]) : rest;
}

function joined(found: readonly Holders[]): Holders {
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
