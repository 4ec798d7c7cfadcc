import { useEffect, useState } from 'preact/hooks';
import type { CallRecord } from '../core/call-record';
import { log } from '../platform/log';
import { readCallRecordsOf } from '../store/call-log';

/** All that is known of one call, read again when `version` is another one; what was shown before stays until then. */
export function useRecord(id: string | undefined, version: number): CallRecord | undefined {
  const [record, setRecord] = useState<CallRecord>();
  useEffect(() => {
    if (id === undefined) return setRecord(undefined);
    let isCurrent = true;
    readCallRecordsOf([id])
      .then(([read]) => isCurrent && setRecord(read))
      .catch((error) => log.error('call not read', { why: String(error) }));
    return () => {
      isCurrent = false;
    };
  }, [id, version]);
  return id === undefined ? undefined : record;
}
