import { openDatabase } from './database';

const keptLines = 5_000;
const trimEvery = 200;
let appended = 0;

/** Adds a line that is already redacted; the oldest lines make room. A full disk costs the line, never the call. */
export async function appendLogLine(line: string): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction('log', 'readwrite', { durability: 'relaxed' });
  const key = await transaction.store.add(line);
  appended += 1;
  if (appended % trimEvery === 1) await transaction.store.delete(IDBKeyRange.upperBound(key - keptLines));
  await transaction.done;
}

/** All lines, the oldest first. */
export async function readLogBook(): Promise<string[]> {
  return (await openDatabase()).getAll('log');
}
