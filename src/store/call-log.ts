import { type CallRecord, mendCallRecord, toWholeRecord } from '../core/call-record';
import { openDatabase } from './database';
import { readNewest } from './newest-rows';

/**
 * Reads a record and writes what it has become, so that neither the phone's facts nor a person's note takes the other away. Undefined
 * leaves everything as it is.
 */
export async function changeCallRecord(
  id: string,
  change: (earlier: CallRecord | undefined) => CallRecord | undefined,
): Promise<void> {
  const transaction = (await openDatabase()).transaction('calls', 'readwrite');
  const row = await transaction.store.get(id);
  const changed = change(row && toWholeRecord(row));
  if (changed) await transaction.store.put(changed);
  await transaction.done;
}

/** The records of these ids that there are. */
export async function readCallRecordsOf(ids: readonly string[]): Promise<CallRecord[]> {
  const { store } = (await openDatabase()).transaction('calls');
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  return rows.flatMap((row) => (row ? [toWholeRecord(row)] : []));
}

/** The newest first; `before` is an epoch ms, for the next page. */
export async function readCallRecords(options: { limit: number; before?: number }): Promise<CallRecord[]> {
  const records = await readCallRecordsBefore(options.before ?? Number.POSITIVE_INFINITY, options.limit);
  return records.slice(0, options.limit);
}

/**
 * At least `count` records of calls that began before the epoch ms, the newest first, as long as there are so many. Those that began
 * with the oldest of them come along, so that the next page, from there on, leaves none out.
 */
export async function readCallRecordsBefore(before: number, count: number): Promise<CallRecord[]> {
  const { store } = (await openDatabase()).transaction('calls');
  const range = IDBKeyRange.upperBound(before, true);
  return (await readNewest(store.index('startedAt'), range, count)).map(toWholeRecord);
}

/** The whole log, the newest first. */
export async function readAllCallRecords(): Promise<CallRecord[]> {
  return (await (await openDatabase()).getAllFromIndex('calls', 'startedAt')).reverse().map(toWholeRecord);
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
  for (const row of await transaction.store.index('outcome').getAll('open')) {
    await transaction.store.put(mendCallRecord(toWholeRecord(row)));
  }
  await transaction.done;
}
