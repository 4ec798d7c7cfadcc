import type { Call, CallId } from '../core/call';
import { type CallFacts, toCallRecord } from '../core/call-record';
import { log } from '../platform/log';
import { changeCallRecord } from '../store/call-log';
import { tellCallLogChanged } from '../store/call-log-news';

const written = new Map<CallId, Call>();
const factsOf = new Map<CallId, Partial<CallFacts>>();
let writing: Promise<void> = Promise.resolve();

/**
 * Writes each call that changed into the call log; resolves when the disk has it. A disk that takes nothing costs the record,
 * never the call.
 */
export function recordCalls(calls: readonly Call[]): Promise<void> {
  const changed = calls.filter((call) => written.get(call.id) !== call);
  written.clear();
  for (const call of calls) written.set(call.id, call);
  for (const id of factsOf.keys()) if (!written.has(id)) factsOf.delete(id);
  for (const call of changed) {
    write(call.id, () =>
      changeCallRecord(call.id, (earlier) => toCallRecord(call, earlier, factsOf.get(call.id))),
    );
  }
  return writing;
}

/** Adds what became known of a call to its record, unless that has been deleted. May come before the call is recorded at all. */
export function recordFacts(id: CallId, facts: Partial<CallFacts>): Promise<void> {
  factsOf.set(id, { ...factsOf.get(id), ...facts });
  write(id, () => changeCallRecord(id, (earlier) => earlier && { ...earlier, ...facts }));
  return writing;
}

function write(callId: CallId, change: () => Promise<void>): void {
  writing = writing
    .then(change)
    .then(() => tellCallLogChanged([callId]))
    .catch((error: Error) => log.error('call record not written', { callId, why: error.name }));
}
