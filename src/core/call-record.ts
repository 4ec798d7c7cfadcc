import type { Call, Direction } from './call';
import type { CauseKind } from './cause';

/**
 * One line of the call log, written as it happens. Times are epoch ms. `outcome` is 'open' while the call is on; a record
 * that is still open at the next start was cut off and is mended to 'interrupted'.
 */
export type CallRecord = {
  id: string;
  direction: Direction;
  typed: string;
  sent: string;
  /** The dial rules were switched off for this call, and are again when it is repeated. */
  asTyped?: true;
  displayName: string;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  outcome: Outcome;
  cause: CauseKind | null;
};

export type Outcome =
  | 'open'
  | 'answered'
  | 'missed'
  | 'declined'
  | 'cancelled'
  | 'busy'
  | 'failed'
  | 'elsewhere'
  | 'interrupted';

/** The record of a call as it stands now; `earlier` is what was written of it before, and keeps the time of the answer. */
export function toCallRecord(call: Call, earlier: CallRecord | undefined): CallRecord {
  const answeredAt = 'answeredAt' in call ? call.answeredAt : (earlier?.answeredAt ?? null);
  return {
    id: call.id,
    direction: call.direction,
    typed: call.target.typed,
    sent: call.target.sent,
    ...(call.target.asTyped && { asTyped: true }),
    displayName: call.remote.displayName,
    startedAt: call.startedAt,
    answeredAt,
    endedAt: call.state === 'ended' ? call.endedAt : null,
    outcome:
      call.state === 'ended' ? outcomeOf(call.direction, call.cause.kind, answeredAt !== null) : 'open',
    cause: call.state === 'ended' ? call.cause.kind : null,
  };
}

function outcomeOf(direction: Direction, cause: CauseKind, wasAnswered: boolean): Outcome {
  if (wasAnswered) return 'answered';
  if (cause === 'answered-elsewhere' || cause === 'declined-elsewhere') return 'elsewhere';
  if (cause === 'declined' || cause === 'declined-here') return 'declined';
  if (direction === 'inbound') return 'missed';
  if (cause === 'cancelled') return 'cancelled';
  return cause === 'busy' ? 'busy' : 'failed';
}

/** An open record of a phone that vanished is closed; when the call ended, nobody knows. */
export function mendCallRecord(record: CallRecord): CallRecord {
  if (record.outcome !== 'open') return record;
  const wasMissed = record.direction === 'inbound' && record.answeredAt === null;
  return { ...record, outcome: wasMissed ? 'missed' : 'interrupted', cause: 'interrupted' };
}
