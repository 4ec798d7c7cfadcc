import type { Contact, ContactId } from '../core/directory/contact';
import type { Numbering } from '../core/directory/numbering';
import { sortKey } from '../core/directory/sort-key';
import { toBlocks, toEntries, toEntry } from '../core/directory/term-blocks';
import { termsOf } from '../core/directory/terms';
import { everyContact } from './contact-pages';
import type { Database } from './database';
import { type DirectoryState, emptyState, generationKey } from './directory-state';

const blocksAtOnce = 64;

export type Progress = (done: number, total: number) => void;

/** A new index that is written beside the one in force, and what the state is once it is in force. */
export type Rebuilt = { readonly state: DirectoryState; readonly order: Uint32Array };

type Rebuilding = {
  isVisible: (id: ContactId) => boolean;
  numbering: Numbering;
  onProgress: Progress | undefined;
  /** What has been gathered of the newest contacts while they were written, and the first of them: they are not read once more. */
  newest?: { readonly from: ContactId; readonly gathered: Gathered } | undefined;
};

/**
 * Sorts all contacts that `isVisible` and makes their index anew, in steps between which others read and write. Nothing is different
 * until what it gives is written as the state and the order; if that never happens, `dropOtherGenerations` clears up.
 */
export async function rebuildDirectory(
  database: Database,
  state: DirectoryState,
  options: Rebuilding,
): Promise<Rebuilt> {
  const generation = state.generation + 1;
  const gathered = await gather(database, state, options);
  const total = [...gathered.entries.values()].reduce((sum, { length }) => sum + length, 0);
  let written = 0;
  for (const entries of gathered.entries.values()) {
    await writeBlocks(database, generation, entries.sort());
    written += entries.length;
    options.onProgress?.(written, total);
    entries.length = 0;
  }
  const order = sortedIds(gathered.keys);
  return {
    order,
    state: {
      ...state,
      generation,
      count: order.length,
      stale: emptyState.stale,
      overlay: emptyState.overlay,
      overlaid: emptyState.overlaid,
      favourites: Uint32Array.from(gathered.favourites),
      numberingKey: options.numbering.key,
    },
  };
}

export type Gathered = { entries: Map<string, string[]>; keys: string[]; favourites: ContactId[] };

export const nothingGathered = (): Gathered => ({ entries: new Map(), keys: [], favourites: [] });

/** All terms, apart by their class so that there is less to sort at once. */
async function gather(
  database: Database,
  state: DirectoryState,
  { isVisible, numbering, newest }: Rebuilding,
): Promise<Gathered> {
  const gathered = newest?.gathered ?? nothingGathered();
  for await (const { contacts } of everyContact(database, newest?.from ?? state.nextId)) {
    for (const contact of contacts) if (isVisible(contact.id)) gatherContact(gathered, contact, numbering);
  }
  const already = new Map([...state.favourites].map((id, at) => [id, at]));
  const placeOf = (id: ContactId) => already.get(id) ?? Number.MAX_SAFE_INTEGER;
  gathered.favourites.sort((one, other) => placeOf(one) - placeOf(other) || one - other);
  return gathered;
}

export function gatherContact(
  { entries, keys, favourites }: Gathered,
  contact: Contact,
  { toE164 }: Numbering,
): void {
  for (const entry of toEntries(termsOf(contact, toE164), contact.id)) {
    const kind = entry.charAt(0);
    const own = entries.get(kind);
    if (own) own.push(entry);
    else entries.set(kind, [entry]);
  }
  keys.push(toEntry(sortKey(contact), contact.id));
  if (contact.isFavourite) favourites.push(contact.id);
}

function sortedIds(keys: string[]): Uint32Array {
  return Uint32Array.from(keys.sort(), (key) => Number(key.slice(-10)));
}

async function writeBlocks(
  database: Database,
  generation: number,
  entries: readonly string[],
): Promise<void> {
  const start = generationKey(generation);
  const blocks = toBlocks(entries);
  let before: Promise<void> = Promise.resolve();
  for (let next = blocks.next(); !next.done; ) {
    const transaction = database.transaction('terms', 'readwrite', { durability: 'relaxed' });
    for (let written = 0; written < blocksAtOnce && !next.done; written++, next = blocks.next()) {
      void transaction.store.put(next.value.block, start + next.value.key).catch(() => undefined);
    }
    // While these are written, the next are made.
    await before;
    before = transaction.done;
  }
  await before;
}

/** Deletes the blocks of every index but the one in force. */
export async function dropOtherGenerations(database: Database, generation: number): Promise<void> {
  const start = generationKey(generation);
  await database.delete('terms', IDBKeyRange.upperBound(start, true));
  await database.delete('terms', IDBKeyRange.lowerBound(generationKey(generation + 1)));
}
