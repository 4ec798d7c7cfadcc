import { tellCallLogChanged } from './call-log-news';
import { openDatabase } from './database';

/** So many at a time that nobody has to wait for long to write in between. */
const portion = 2_000;

/** Deletes the records of calls that began before the epoch ms, and gives their number. */
export async function pruneCallLog(before: number): Promise<number> {
  const database = await openDatabase();
  let pruned = 0;
  for (;;) {
    const transaction = database.transaction('calls', 'readwrite');
    const range = IDBKeyRange.upperBound(before, true);
    const ids = await transaction.store.index('startedAt').getAllKeys(range, portion);
    for (const id of ids) void transaction.store.delete(id);
    await transaction.done;
    pruned += ids.length;
    if (ids.length < portion) break;
  }
  if (pruned > 0) tellCallLogChanged(null);
  return pruned;
}
