import type { Call, Direction } from './call';
import type { CauseKind } from './cause';
import type { Quality } from './quality';

/**
 * One line of the call log, written as it happens. Times are epoch ms. `outcome` is 'open' while the call is on; a record
 * that is still open at the next start was cut off and is mended to 'interrupted'. `displayName` is what the wire said then; what
 * the directory calls the number now is looked up when the record is shown.
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
  /** The SIP final response behind the cause, when there was one. */
  sipStatus?: number;
  /** Host and port of the gateway in whose dialogs the call was; empty when it is not known. */
  gateway: string;
  /** How it sounded here; null while nothing has been measured. */
  quality: Quality | null;
  /** What the person wrote about it. */
  note: string;
} & Ways;

/** Where a call went on its way, as far as somebody said so: numbers, or SIP addresses without their scheme. */
export type Ways = {
  /** Who was called first, before it was forwarded to us. */
  divertedFrom?: string;
  /** Where our call was forwarded to. */
  forwardedTo?: string;
  /** To whom it was handed over in the end. */
  transferredTo?: string;
  /** It was recorded. */
  isRecorded?: true;
};

/** The number at the other end, as the person knows it. */
export function otherNumber({
  direction,
  typed,
  sent,
}: Pick<CallRecord, 'direction' | 'typed' | 'sent'>): string {
  return direction === 'outbound' ? typed : sent;
}

/** What the log keeps of a call beside what people see of it while it is on. */
export type CallFacts = Pick<CallRecord, 'gateway' | 'quality' | keyof Ways>;

export type Outcome =
  | 'open'
  | 'answered'
  | 'missed'
  | 'declined'
  | 'cancelled'
  | 'busy'
  | 'failed'
  | 'forwarded'
  | 'elsewhere'
  | 'interrupted';

export const noFacts: CallFacts = { gateway: '', quality: null };

/** The record of a call as it stands now; `earlier` is what was written of it before: the time of the answer, and the person's note. */
export function toCallRecord(
  call: Call,
  earlier: CallRecord | undefined,
  facts: Partial<CallFacts> = {},
): CallRecord {
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
    ...(call.state === 'ended' && call.cause.sipStatus !== undefined && { sipStatus: call.cause.sipStatus }),
    gateway: facts.gateway ?? earlier?.gateway ?? '',
    quality: facts.quality ?? earlier?.quality ?? null,
    note: earlier?.note ?? '',
    ...waysOf({ ...earlier, ...facts }),
  };
}

function waysOf({ divertedFrom, forwardedTo, transferredTo, isRecorded }: Ways): Ways {
  return {
    ...(divertedFrom && { divertedFrom }),
    ...(forwardedTo && { forwardedTo }),
    ...(transferredTo && { transferredTo }),
    ...(isRecorded && { isRecorded }),
  };
}

type Added = Pick<CallRecord, 'gateway' | 'quality' | 'note'>;

/** A row of the database, which an older version may have written without what has been added since. */
export type CallRow = Omit<CallRecord, keyof Added> & Partial<Added>;

export function toWholeRecord(row: CallRow): CallRecord {
  return { ...noFacts, note: '', ...row };
}

function outcomeOf(direction: Direction, cause: CauseKind, wasAnswered: boolean): Outcome {
  if (wasAnswered) return 'answered';
  if (cause === 'answered-elsewhere' || cause === 'declined-elsewhere') return 'elsewhere';
  if (cause === 'declined' || cause === 'declined-here') return 'declined';
  if (direction === 'inbound') return 'missed';
  if (cause === 'cancelled') return 'cancelled';
  // 3xx: the number is forwarded, and it is not for us to follow (RFC 3261 §21.3).
  if (cause === 'moved') return 'forwarded';
  return cause === 'busy' ? 'busy' : 'failed';
}

/** An open record of a phone that vanished is closed; when the call ended, nobody knows. */
export function mendCallRecord(record: CallRecord): CallRecord {
  if (record.outcome !== 'open') return record;
  const wasMissed = record.direction === 'inbound' && record.answeredAt === null;
  return { ...record, outcome: wasMissed ? 'missed' : 'interrupted', cause: 'interrupted' };
}
