import type { Call, CallId } from '../core/call';
import { toCallRecord } from '../core/call-record';
import { log } from '../platform/log';
import { readCallRecord, writeCallRecord } from '../store/call-log';

const written = new Map<CallId, Call>();
let writing: Promise<void> = Promise.resolve();

/**
 * Writes each call that changed into the call log; resolves when the disk has it. A disk that takes nothing costs the record,
 * never the call.
 */
export function recordCalls(calls: readonly Call[]): Promise<void> {
  const changed = calls.filter((call) => written.get(call.id) !== call);
  written.clear();
  for (const call of calls) written.set(call.id, call);
  for (const call of changed) {
    writing = writing
      .then(async () => writeCallRecord(toCallRecord(call, await readCallRecord(call.id))))
      .catch((error: Error) => log.error('call record not written', { callId: call.id, why: error.name }));
  }
  return writing;
}
