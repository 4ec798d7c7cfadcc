import type { CallRecord } from '../core/call-record';

/** How far back we look for a call of our own among those that came in. */
export const searchedForRedial = 200;

/** What was dialled last, as it was typed; empty when nothing ever was. The records come newest first. */
export function lastDialled(records: readonly CallRecord[]): string {
  return records.find((record) => record.direction === 'outbound')?.typed ?? '';
}

/** What calls the other side of a record again: what was typed then, so that the dial rules apply once and not twice. */
export function numberToCallAgain(record: CallRecord): string {
  return record.direction === 'outbound' ? record.typed : record.sent;
}
