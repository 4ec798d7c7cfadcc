import { useEffect, useState } from 'preact/hooks';
import type { Call } from '../core/call';
import type { CallRecord } from '../core/call-record';
import { readCallRecords } from '../store/call-log';

/** The newest `limit` records, read again when a call changes; undefined until they were read for the first time. */
export function useCallRecords(calls: readonly Call[], limit: number): readonly CallRecord[] | undefined {
  const [records, setRecords] = useState<readonly CallRecord[]>();
  // The calls say when to read, not what.
  useEffect(() => {
    let isCurrent = true;
    void readCallRecords({ limit }).then((read) => isCurrent && setRecords(read));
    return () => {
      isCurrent = false;
    };
  }, [calls, limit]);
  return records;
}
