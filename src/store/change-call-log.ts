import type { CallRecord } from '../core/call-record';
import { changeCallRecord } from './call-log';
import { tellCallLogChanged } from './call-log-news';
import { openDatabase } from './database';

/** What the person notes. Told to nobody: it is written with each key, and whoever writes tells when there is a rest. */
export async function writeCallNote(id: string, note: string): Promise<void> {
  await changeCallRecord(id, (record) => record && { ...record, note });
}

/** Takes records away, all of them or, when the promise is rejected, none. Keep them for as long as the person may want them back. */
export async function deleteCallRecords(ids: readonly string[]): Promise<void> {
  const transaction = (await openDatabase()).transaction('calls', 'readwrite');
  for (const id of ids) void transaction.store.delete(id);
  await transaction.done;
  tellCallLogChanged(ids.length > 100 ? null : ids);
}

/** Takes away all but the calls that are on, of which the phone will go on to write. */
export async function clearCallLog(): Promise<void> {
  const transaction = (await openDatabase()).transaction('calls', 'readwrite');
  const open = await transaction.store.index('outcome').getAll('open');
  void transaction.store.clear();
  for (const row of open) void transaction.store.put(row);
  await transaction.done;
  tellCallLogChanged(null);
}

/** Adds records, but for those whose call is in the log already. Gives the ids of those that were added. */
export async function addCallRecords(records: readonly CallRecord[]): Promise<readonly string[]> {
  const transaction = (await openDatabase()).transaction('calls', 'readwrite');
  const known = new Set(await transaction.store.getAllKeys());
  const added: string[] = [];
  try {
    for (const record of records) {
      if (known.has(record.id)) continue;
      known.add(record.id);
      added.push(record.id);
      // A disk that is full fails the transaction, and with it all of them.
      transaction.store.add(record).catch(() => undefined);
    }
  } catch (error) {
    // What cannot be written at all is refused at once, and those before it would stay.
    transaction.abort();
    await transaction.done.catch(() => undefined);
    throw error;
  }
  await transaction.done;
  tellCallLogChanged(null);
  return added;
}
