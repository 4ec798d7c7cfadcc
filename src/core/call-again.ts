import type { CallLine } from './call-log/call-line';
import { callBack } from './dial/e164';
import type { DialRules } from './dial/rules';

/** What to dial, and whether the dial rules are to be left out. */
export type DialAgain = { typed: string; asTyped: boolean };

/**
 * What calls the other side of a record again: what was typed then, or the caller's number without an outside prefix that the server
 * put before it, so that the dial rules apply once and not twice.
 */
export function toCallAgain(
  record: Pick<CallLine, 'direction' | 'typed' | 'sent' | 'asTyped'>,
  rules: DialRules | null,
): DialAgain {
  if (record.direction === 'outbound') return { typed: record.typed, asTyped: record.asTyped ?? false };
  return { typed: callBack(record.sent, rules), asTyped: false };
}
