import type { IDBPObjectStore } from 'idb';
import type { ContactId } from '../core/directory/contact';
import { eachWithBeginning } from '../core/directory/term-blocks';
import type { Schema } from './database';
import { type DirectoryState, generationKey } from './directory-state';

export type TermStore = Pick<IDBPObjectStore<Schema, 'terms'[], 'terms', IDBTransactionMode>, 'getAll'>;

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
  const found = await store.getAll(range, blocks);
  const stale = new Set(state.stale);
  const addFresh = (id: ContactId, isAll: boolean) => {
    if (!stale.has(id)) add(id, isAll);
  };
  const isOver = found.some((block) => eachWithBeginning(block, beginning, addFresh));
  return { ids, isComplete: isOver || found.length < blocks };
}
