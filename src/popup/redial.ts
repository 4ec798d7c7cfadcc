import type { CallRecord } from '../core/call-record';
import { callBack } from '../core/dial/e164';
import type { DialRules } from '../core/dial/rules';
import { type Draft, emptyDraft } from './draft';

/** How far back we look for a call of our own among those that came in. */
export const searchedForRedial = 200;

/** What was dialled last, as it was typed; empty when nothing ever was. The records come newest first. */
export function lastDialled(records: readonly CallRecord[]): Draft {
  const last = records.find((record) => record.direction === 'outbound');
  return last ? { typed: last.typed, asTyped: last.asTyped ?? false } : emptyDraft;
}

/**
 * What calls the other side of a record again: what was typed then, or the caller's number without an outside prefix that the server
 * put before it, so that the dial rules apply once and not twice.
 */
export function draftToCallAgain(record: CallRecord, rules: DialRules | null): Draft {
  if (record.direction === 'outbound') return { typed: record.typed, asTyped: record.asTyped ?? false };
  return { typed: callBack(record.sent, rules), asTyped: false };
}
