import { deleteDB } from 'idb';
import { openDatabase } from './database';

/**
 * Deletes call log, directory, log book and the key that seals secrets. Each place lets go of the database when it is asked to, and finds an
 * empty one the next time.
 */
export async function deleteDatabase(): Promise<void> {
  const database = await openDatabase();
  // What is just being written is waited for, so that it does not come back.
  await database.transaction([...database.objectStoreNames], 'readwrite').done;
  await deleteDB(database.name);
}
