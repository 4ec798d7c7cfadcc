import type { IDBPIndex } from 'idb';
import type { CallRow } from '../core/call-record';
import type { Schema } from './database';

type ByTime = IDBPIndex<Schema, ('calls' | never)[], 'calls', 'startedAt', IDBTransactionMode>;
type Found = { readonly key: number; readonly value: CallRow };
/** Indexed Database API 3.0 §4.6. */
type ReadsBackwards = {
  getAllRecords(wish: { query: IDBKeyRange; count: number; direction: 'prev' }): Promise<readonly Found[]>;
};

/** At least `count` rows of the range, as long as there are so many, the newest first; all that began with the oldest of them come along. */
export async function readNewest(index: ByTime, query: IDBKeyRange, count: number): Promise<CallRow[]> {
  if (!readsBackwards(index)) return readByCursor(index, query, count);
  const found = await index.getAllRecords({ query, count: count + 1, direction: 'prev' });
  const oldest = found[count - 1];
  if (!oldest || found[count]?.key !== oldest.key) return found.slice(0, count).map(({ value }) => value);
  const newer = found.filter(({ key }) => key !== oldest.key).map(({ value }) => value);
  return [...newer, ...(await index.getAll(oldest.key)).reverse()];
}

/** Chromium from version 141 on answers at once what takes three questions before. */
function readsBackwards(index: ByTime): index is ByTime & ReadsBackwards {
  return 'getAllRecords' in index;
}

async function readByCursor(index: ByTime, query: IDBKeyRange, count: number): Promise<CallRow[]> {
  const newest = await index.openKeyCursor(query, 'prev');
  if (!newest) return [];
  // To know where the page ends and to read it at once is much faster than to take its records one by one.
  const oldest = count > 1 ? await newest.advance(count - 1) : newest;
  const lower = oldest?.key ?? Number.NEGATIVE_INFINITY;
  return (await index.getAll(IDBKeyRange.bound(lower, query.upper, false, query.upperOpen))).reverse();
}
