import { type CallRecord, mendCallRecord } from '../core/call-record';
import { openDatabase } from './database';

/** Writes what is known of a call now; the same call is written many times. The phone is the only writer. */
export async function writeCallRecord(record: CallRecord): Promise<void> {
  await (await openDatabase()).put('calls', record);
}

export async function readCallRecord(id: string): Promise<CallRecord | undefined> {
  return (await openDatabase()).get('calls', id);
}

/** The newest first; `before` is an epoch ms, for the next page. */
export async function readCallRecords(options: { limit: number; before?: number }): Promise<CallRecord[]> {
  const database = await openDatabase();
  const range = options.before === undefined ? null : IDBKeyRange.upperBound(options.before, true);
  const records: CallRecord[] = [];
  let cursor = await database.transaction('calls').store.index('startedAt').openCursor(range, 'prev');
  while (cursor && records.length < options.limit) {
    records.push(cursor.value);
    cursor = await cursor.continue();
  }
  return records;
}

/** How many inbound calls were missed after the given epoch ms. */
export async function countMissedSince(since: number): Promise<number> {
  const database = await openDatabase();
  const records = await database.getAllFromIndex('calls', 'startedAt', IDBKeyRange.lowerBound(since, true));
  return records.filter((record) => record.outcome === 'missed').length;
}

/** Closes the records of calls that a vanished phone left open. Called when a new phone starts, before its first call. */
export async function mendCallLog(): Promise<void> {
  const transaction = (await openDatabase()).transaction('calls', 'readwrite');
  for (const record of await transaction.store.index('outcome').getAll('open')) {
    await transaction.store.put(mendCallRecord(record));
  }
  await transaction.done;
}
