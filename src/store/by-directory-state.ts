import type { IDBPObjectStore } from 'idb';
import type { Database, Schema } from './database';
import { type DirectoryState, emptyState } from './directory-state';

type StateStore = Pick<IDBPObjectStore<Schema, 'directory'[], 'directory', IDBTransactionMode>, 'get'>;

// A database that was deleted and made anew is another object, so that nothing of the one before is believed.
const lastStates = new WeakMap<Database, DirectoryState>();

/**
 * What `read` finds by the state of the directory. It is asked by the state of the last time, while the state is read once more, and again
 * only if that has become another: this spares each search a way to the disk and back.
 */
export async function byDirectoryState<T>(
  database: Database,
  store: StateStore,
  read: (state: DirectoryState) => Promise<T>,
): Promise<T> {
  const last = lastStates.get(database);
  // What is asked first is answered first, and more has to be asked by what `read` finds.
  const [early, now = emptyState] = await Promise.all([last && read(last), store.get('state')]);
  if (early !== undefined && last?.version === now.version) return early;
  lastStates.set(database, now);
  return read(now);
}
