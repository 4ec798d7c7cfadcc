import { chooseServer, type Race } from '../core/choose-server';
import { type Probe, probeGateways } from '../platform/probe';
import { makeDeferred, pause } from './time';

export const answerWithinMs = 5_000;

/**
 * Knocks at all servers at once; the place in the list of the one to take, or null when none answers within five seconds. Each server is
 * the list of its gateways, any of which may answer for it.
 */
export async function raceServers(
  servers: readonly (readonly string[])[],
  openSocket?: Probe['openSocket'],
): Promise<number | null> {
  const over = new AbortController();
  const race: Race[] = servers.map(() => ({ state: 'waiting' }));
  const start = performance.now();
  let changed = makeDeferred<void>();
  const probe = { signal: over.signal, ...(openSocket ? { openSocket } : {}) };
  servers.forEach(async (gateways, index) => {
    race[index] = (await probeGateways(gateways, probe)) ?? { state: 'failed' };
    changed.resolve();
  });
  try {
    for (;;) {
      const nowMs = performance.now() - start;
      const verdict = chooseServer(race, nowMs);
      if (verdict.kind === 'take') return verdict.index;
      if (verdict.kind === 'nobody' || nowMs >= answerWithinMs) return null;
      changed = makeDeferred();
      const untilMs = verdict.untilMs ?? answerWithinMs;
      await Promise.race([changed.promise, pause(untilMs - nowMs, over.signal)]);
    }
  } finally {
    over.abort();
  }
}
