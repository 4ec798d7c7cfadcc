import type { Cause, CauseKind } from './cause';

/** Which gateway to try, and after how long. */
export type Attempt = { index: number; delayMs: number };

/**
 * The next attempt after one failed, or after a link that was up was lost: each other gateway of the list at once, and when all
 * of them have failed, the primary again after a growing pause. It never gives up: a phone that stopped trying misses calls.
 * `failures` counts failed attempts since the last success and is at least 1; `jitter` is in [0, 1), so that a thousand phones
 * do not return to a restarted gateway in the same moment.
 */
export function nextAttempt(state: {
  index: number;
  gateways: number;
  failures: number;
  jitter: number;
}): Attempt {
  const { index, gateways, failures, jitter } = state;
  if (failures < gateways) return { index: (index + 1) % gateways, delayMs: 0 };
  const round = Math.floor(failures / gateways) - 1;
  const isRoundOver = failures % gateways === 0;
  return {
    index: (index + 1) % gateways,
    delayMs: isRoundOver ? Math.min(30_000, 500 * 2 ** Math.min(round, 6)) * (0.5 + jitter / 2) : 0,
  };
}

/** Ends of a call that the other side or the person wanted, or that no gateway can change. */
const final: readonly CauseKind[] = ['hung-up-here', 'hung-up-there', 'cancelled', 'busy', 'declined'];

/** Whether an emergency call that ended so before anybody answered may get through by another gateway. */
export function mayAnotherGatewayTake({ kind }: Cause): boolean {
  return !final.includes(kind);
}
