import { useEffect, useState } from 'preact/hooks';
import type { CallRequest } from '../core/page-numbers/call-request';
import { readNumberLink } from '../core/page-numbers/number-link';
import { readItem, watchItem } from '../platform/storage';

/** The question to the person: what a link in the address of the page calls, or what background wants to know. Null when there is none. */
export function useRequest(link: string | null): CallRequest | null | undefined {
  const [request, setRequest] = useState<CallRequest | null>();
  useEffect(() => {
    if (link !== null) {
      const read = readNumberLink(link);
      setRequest(read && { id: '', kind: 'client', origin: '', typed: read.typed });
      return;
    }
    const life = new AbortController();
    watchItem('session', 'callRequest', (value) => setRequest(value ?? null), life.signal);
    void readItem('session', 'callRequest').then((value) => setRequest(value ?? null));
    return () => life.abort();
  }, [link]);
  return request;
}
