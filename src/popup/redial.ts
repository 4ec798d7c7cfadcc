import type { CallRecord } from '../core/call-record';
import { type Draft, emptyDraft } from './draft';

/** How far back we look for a call of our own among those that came in. */
export const searchedForRedial = 200;

/** What was dialled last, as it was typed; empty when nothing ever was. The records come newest first. */
export function lastDialled(records: readonly CallRecord[]): Draft {
  const last = records.find((record) => record.direction === 'outbound');
  return last ? { typed: last.typed, asTyped: last.asTyped ?? false } : emptyDraft;
}
