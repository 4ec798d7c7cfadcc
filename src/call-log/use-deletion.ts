import { useState } from 'preact/hooks';
import type { CallLine } from '../core/call-log/call-line';
import type { CallRecord } from '../core/call-record';
import { log } from '../platform/log';
import { readAllCallRecords, readCallRecordsOf } from '../store/call-log';
import { addCallRecords, clearCallLog, deleteCallRecords } from '../store/change-call-log';

export type Deletion = {
  /** What was deleted last and can be brought back. */
  readonly last: readonly CallRecord[];
  /** The last change could not be written, and nothing has changed. */
  readonly failed: boolean;
  remove(records: readonly Pick<CallLine, 'id'>[]): Promise<void>;
  removeAll(): Promise<void>;
  undo(): Promise<void>;
  dismiss(): void;
};

/** Deletes calls, and keeps them for as long as the page is there or something else is deleted. */
export function useDeletion(): Deletion {
  const [last, setLast] = useState<readonly CallRecord[]>([]);
  const [failed, setFailed] = useState(false);
  /** `write` gives what can be brought back afterwards. */
  const change = async (write: () => Promise<readonly CallRecord[]>) => {
    try {
      setLast(await write());
      setFailed(false);
    } catch (error) {
      log.error('call log not changed', { why: String(error) });
      setFailed(true);
    }
  };
  return {
    last,
    failed,
    remove: (records) =>
      change(async () => {
        const closed = (await readCallRecordsOf(records.map(({ id }) => id))).filter(isClosed);
        await deleteCallRecords(closed.map(({ id }) => id));
        return closed;
      }),
    removeAll: () =>
      change(async () => {
        const closed = (await readAllCallRecords()).filter(isClosed);
        await clearCallLog();
        return closed;
      }),
    undo: () =>
      change(async () => {
        await addCallRecords(last);
        return [];
      }),
    dismiss: () => setLast([]),
  };
}

/** The phone still writes of a call that is on. */
function isClosed({ outcome }: CallRecord): boolean {
  return outcome !== 'open';
}
