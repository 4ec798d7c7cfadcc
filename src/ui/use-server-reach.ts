import { useEffect, useState } from 'preact/hooks';
import type { Profile } from '../core/profile/profile';

export type Reach = 'asking' | 'reachable' | 'unreachable';
type Server = Pick<Profile, 'name' | 'gateways'>;

const answerWithinMs = 5_000;

/** Whether each of several servers answers from here: asked when the page opens, and again when the network comes or goes. */
export function useServerReach(servers: readonly Server[]): ReadonlyMap<string, Reach> {
  const [reach, setReach] = useState<ReadonlyMap<string, Reach>>(new Map());
  const addresses = JSON.stringify(servers.map(({ name, gateways }) => [name, gateways]));
  useEffect(() => {
    // One server is not chosen, so nothing has to be known about it.
    if (servers.length < 2) return;
    const life = new AbortController();
    const ask = async () => {
      // Loaded after the page is painted: most people have one server.
      const { probeGateways } = await import('../platform/probe');
      for (const { name, gateways } of servers) {
        const signal = AbortSignal.any([life.signal, AbortSignal.timeout(answerWithinMs)]);
        void probeGateways(gateways, { signal }).then((answer) => {
          if (life.signal.aborted) return;
          setReach((before) => new Map(before).set(name, answer ? 'reachable' : 'unreachable'));
        });
      }
    };
    void ask();
    addEventListener('online', () => void ask(), { signal: life.signal });
    addEventListener('offline', () => void ask(), { signal: life.signal });
    return () => life.abort();
  }, [addresses]);
  return reach;
}
