import type { IDBPObjectStore } from 'idb';
import type { ContactId } from '../core/directory/contact';
import { eachWithBeginning, type TermBlock } from '../core/directory/term-blocks';
import type { Schema } from './database';
import { type DirectoryState, generationKey } from './directory-state';

export type TermStore = Pick<
  IDBPObjectStore<Schema, 'terms'[], 'terms', IDBTransactionMode>,
  'get' | 'getAll'
>;

export type Holders = {
  /** In the order of their terms; those with the whole term first. */
  readonly ids: ReadonlySet<ContactId>;
  /** False when there are more than were read. */
  readonly isComplete: boolean;
};

/** The contacts that have a term with this beginning, read from so many blocks of the index and from what changed since. */
export async function holdersOf(
  store: TermStore,
  state: DirectoryState,
  { beginning, blocks, isWhole = false }: { beginning: string; blocks: number; isWhole?: boolean },
): Promise<Holders> {
  const ids = new Set<ContactId>();
  const add = (id: ContactId, isAll: boolean) => {
    if (isAll || !isWhole) ids.add(id);
  };
  eachWithBeginning(state.overlay, beginning, add);
  const generation = generationKey(state.generation);
  // The first block that ends with this beginning, or behind it, is where it is.
  const range = IDBKeyRange.bound(generation + beginning, `${generation + beginning.charAt(0)}\uffff`);
  const found = await readBlocks(store, range, blocks);
  const stale = new Set(state.stale);
  const addFresh = (id: ContactId, isAll: boolean) => {
    if (!stale.has(id)) add(id, isAll);
  };
  const isOver = found.some((block) => eachWithBeginning(block, beginning, addFresh));
  return { ids, isComplete: isOver || found.length < blocks };
}

/** The same from one block, and from the next as well when it goes on there and fewer than `enough` were found. */
export async function firstHoldersOf(
  store: TermStore,
  state: DirectoryState,
  term: { beginning: string; isWhole?: boolean },
  enough: number,
): Promise<Holders> {
  const first = await holdersOf(store, state, { ...term, blocks: 1 });
  const isEnough = first.isComplete || first.ids.size >= enough;
  return isEnough ? first : holdersOf(store, state, { ...term, blocks: 2 });
}

/** To ask for one is faster than to ask for as many as there are, one at most. */
async function readBlocks(
  store: TermStore,
  range: IDBKeyRange,
  count: number,
): Promise<readonly TermBlock[]> {
  if (count > 1) return store.getAll(range, count);
  const block = await store.get(range);
  return block ? [block] : [];
}
