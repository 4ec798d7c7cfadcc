import type { Call, CallId } from '../core/call';
import { type CallFacts, type CallRecord, toCallRecord } from '../core/call-record';
import type { CallLogFault } from '../core/snapshot';
import { log } from '../platform/log';
import { changeCallRecord } from '../store/call-log';
import { tellCallLogChanged } from '../store/call-log-news';
import { isStorageFull } from '../store/is-storage-full';

const written = new Map<CallId, Call>();
const factsOf = new Map<CallId, Partial<CallFacts>>();
// What a full disk did not take, to be written with whatever it takes next.
const unwritten = new Map<string, CallRecord>();
let writing: Promise<void> = Promise.resolve();
let fault: CallLogFault | null = null;
let onFault: (fault: CallLogFault | null) => void = () => undefined;

/** Calls back when the disk takes records no longer, and with null when it does again. */
export function watchRecording(listener: typeof onFault): void {
  onFault = listener;
}

/**
 * Writes each call that changed into the call log; resolves when the disk has it, or has refused it. A disk that takes nothing never costs
 * the call.
 */
export function recordCalls(calls: readonly Call[]): Promise<void> {
  const changed = calls.filter((call) => written.get(call.id) !== call);
  written.clear();
  for (const call of calls) written.set(call.id, call);
  for (const id of factsOf.keys()) if (!written.has(id)) factsOf.delete(id);
  for (const call of changed) {
    write(call.id, (earlier) => toCallRecord(call, earlier, factsOf.get(call.id)));
  }
  return writing;
}

/** Adds what became known of a call to its record, unless that has been deleted. May come before the call is recorded at all. */
export function recordFacts(id: CallId, facts: Partial<CallFacts>): Promise<void> {
  factsOf.set(id, { ...factsOf.get(id), ...facts });
  write(id, (earlier) => earlier && { ...earlier, ...facts });
  return writing;
}

type Change = (earlier: CallRecord | undefined) => CallRecord | undefined;

function write(callId: CallId, change: Change): void {
  let made: CallRecord | undefined;
  const make = (earlier: CallRecord | undefined) => {
    made = change(earlier ?? unwritten.get(callId));
    return made;
  };
  writing = writing
    .then(() => changeCallRecord(callId, make))
    .then(() => unwritten.delete(callId))
    .then(writeRest)
    .then(() => tellCallLogChanged([callId]))
    .then(() => setFault(null))
    .catch((error: Error) => {
      // What cannot be written at all would keep all others from being so.
      if (made && isStorageFull(error)) unwritten.set(callId, made);
      log.error('call record not written', { callId, why: error.name });
      setFault(isStorageFull(error) ? 'storage-full' : 'not-written');
    });
}

async function writeRest(): Promise<void> {
  for (const [id, record] of unwritten) {
    await changeCallRecord(id, (earlier) => earlier ?? record);
    unwritten.delete(id);
    tellCallLogChanged([id]);
  }
}

function setFault(now: CallLogFault | null): void {
  if (fault === now) return;
  fault = now;
  onFault(now);
}
