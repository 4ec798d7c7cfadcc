import * as v from 'valibot';
import { type CallRecord, mendCallRecord, type Outcome, toWholeRecord } from '../call-record';
import type { CauseKind } from '../cause';
import { fileFormat, fileVersion } from './write-calls';

/** Why a file is refused; nothing of it is imported then. `call` counts from 1, and `field` is what is wrong with it. */
export type CallsProblem =
  | { why: 'too-large' | 'not-json' | 'not-ours' | 'newer' }
  | { why: 'bad-call'; call: number; field: string };

export type ReadCalls = { ok: true; records: CallRecord[] } | ({ ok: false } & CallsProblem);

const outcomes: Readonly<Record<Outcome, true>> = {
  open: true,
  answered: true,
  missed: true,
  declined: true,
  cancelled: true,
  busy: true,
  failed: true,
  forwarded: true,
  elsewhere: true,
  interrupted: true,
};
const causes: Readonly<Record<CauseKind, true>> = {
  'hung-up-here': true,
  'hung-up-there': true,
  cancelled: true,
  'caller-gave-up': true,
  'answered-elsewhere': true,
  'declined-elsewhere': true,
  'declined-here': true,
  'busy-here': true,
  busy: true,
  declined: true,
  'not-found': true,
  'number-changed': true,
  'bad-number': true,
  'no-answer': true,
  unavailable: true,
  forbidden: true,
  moved: true,
  'no-common-codec': true,
  'server-busy': true,
  'server-error': true,
  'no-microphone': true,
  'no-connection': true,
  'bad-description': true,
  'media-failed': true,
  refused: true,
  interrupted: true,
};
const oneOf = <T extends string>(words: Readonly<Record<T, true>>) =>
  v.custom<T>((word) => typeof word === 'string' && Object.hasOwn(words, word));

const shortText = v.pipe(v.string(), v.maxLength(1_000));
// A date that JavaScript can tell ends in the year 275760 (ECMA-262 §21.4.1.1).
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const figure = v.pipe(v.number(), v.minValue(0), v.maxValue(1e9));
const quality = v.object({
  lossPercent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  jitterMs: figure,
  roundTripMs: v.nullable(figure),
  codec: shortText,
  mos: v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
});
const call = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  direction: v.picklist(['inbound', 'outbound']),
  typed: shortText,
  sent: shortText,
  asTyped: v.exactOptional(v.literal(true)),
  displayName: shortText,
  startedAt: moment,
  answeredAt: v.nullable(moment),
  endedAt: v.nullable(moment),
  outcome: oneOf(outcomes),
  cause: v.nullable(oneOf(causes)),
  sipStatus: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(699))),
  gateway: v.exactOptional(shortText),
  quality: v.exactOptional(v.nullable(quality)),
  note: v.exactOptional(v.pipe(v.string(), v.maxLength(100_000))),
  divertedFrom: v.exactOptional(shortText),
  forwardedTo: v.exactOptional(shortText),
  transferredTo: v.exactOptional(shortText),
  isRecorded: v.exactOptional(v.literal(true)),
});

const toldEvery = 2_000;

/**
 * Reads a file that `writeCallsJson` wrote: all calls of it, or why none. Calls that were on at the time have ended since. `onProgress` hears
 * how many have been read, of how many.
 */
export function readCalls(
  text: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): ReadCalls {
  const file = parseJson(text);
  if (file === undefined) return { ok: false, why: 'not-json' };
  if (!isObject(file) || file.format !== fileFormat || !Array.isArray(file.calls))
    return { ok: false, why: 'not-ours' };
  if (typeof file.version !== 'number' || file.version > fileVersion) return { ok: false, why: 'newer' };
  const records: CallRecord[] = [];
  for (const one of file.calls) {
    const read = v.safeParse(call, one, { abortEarly: true });
    if (!read.success) return badCall(records.length + 1, read.issues[0]);
    records.push(mendCallRecord(toWholeRecord(read.output)));
    if (records.length % toldEvery === 0) onProgress(records.length, file.calls.length);
  }
  return { ok: true, records };
}

function badCall(at: number, issue: v.BaseIssue<unknown>): ReadCalls {
  return { ok: false, why: 'bad-call', call: at, field: v.getDotPath(issue) ?? '' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
