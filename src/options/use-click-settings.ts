import { useEffect, useState } from 'preact/hooks';
import {
  type ClickToCall,
  type ClickToCallPolicy,
  defaultClickToCall,
  readClickToCallPolicy,
} from '../core/page-numbers/click-to-call';
import { readManagedItems } from '../platform/managed';
import { readItem, watchItem } from '../platform/storage';

/** What the person has chosen about numbers on web pages, and what the policy says; undefined until both are read. */
export function useClickSettings(): { own: ClickToCall; policy: ClickToCallPolicy } | undefined {
  const [own, setOwn] = useState<ClickToCall>();
  const [policy, setPolicy] = useState<ClickToCallPolicy>();
  useEffect(() => {
    const life = new AbortController();
    const take = (kept: ClickToCall | undefined) => setOwn({ ...defaultClickToCall, ...kept });
    watchItem('local', 'clickToCall', take, life.signal);
    void readItem('local', 'clickToCall').then(take);
    void readManagedItems().then((items) => setPolicy(readClickToCallPolicy(items)));
    return () => life.abort();
  }, []);
  return own && policy && { own, policy };
}
