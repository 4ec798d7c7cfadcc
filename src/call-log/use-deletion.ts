import { useState } from 'preact/hooks';
import type { CallRecord } from '../core/call-record';
import { log } from '../platform/log';
import { readAllCallRecords } from '../store/call-log';
import { addCallRecords, clearCallLog, deleteCallRecords } from '../store/change-call-log';

export type Deletion = {
  /** What was deleted last and can be brought back. */
  readonly last: readonly CallRecord[];
  /** The last change could not be written, and nothing has changed. */
  readonly failed: boolean;
  remove(records: readonly CallRecord[]): Promise<void>;
  removeAll(): Promise<void>;
  undo(): Promise<void>;
  dismiss(): void;
};

/** Deletes calls, and keeps them for as long as the page is there or something else is deleted. */
export function useDeletion(): Deletion {
  const [last, setLast] = useState<readonly CallRecord[]>([]);
  const [failed, setFailed] = useState(false);
  const change = async (write: () => Promise<unknown>, after: readonly CallRecord[]) => {
    try {
      await write();
      setLast(after);
      setFailed(false);
    } catch (error) {
      log.error('call log not changed', { why: String(error) });
      setFailed(true);
    }
  };
  return {
    last,
    failed,
    remove: (records) => {
      const closed = records.filter(isClosed);
      return change(() => deleteCallRecords(closed.map(({ id }) => id)), closed);
    },
    removeAll: async () => {
      const all = await readAllCallRecords();
      await change(clearCallLog, all.filter(isClosed));
    },
    undo: () => change(() => addCallRecords(last), []),
    dismiss: () => setLast([]),
  };
}

/** The phone still writes of a call that is on. */
function isClosed({ outcome }: CallRecord): boolean {
  return outcome !== 'open';
}
