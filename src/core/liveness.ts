/** When a link was last heard of. All times are epoch ms; `pingedAt` is null when no ping is waiting for an answer. */
export type LinkClock = { checkedAt: number; lastInboundAt: number; pingedAt: number | null };

export const checkEveryMs = 2_500;
const pingAfterSilenceMs = 10_000;
const answerWithinMs = 5_000;
// Chromium does not throttle the timers of an offscreen document, so a gap of many periods means that the machine slept.
const sleptAfterMs = 20_000;

/**
 * What to do about a link now: nothing, ping it, or leave it because it is dead or because the machine slept and the other
 * side has surely forgotten us. Any inbound byte counts as life, so `lastInboundAt` also answers a ping.
 */
export function judgeLink(clock: LinkClock, now: number): 'quiet' | 'ping' | 'dead' | 'slept' {
  if (now - clock.checkedAt > sleptAfterMs) return 'slept';
  const isWaiting = clock.pingedAt !== null && clock.lastInboundAt < clock.pingedAt;
  if (isWaiting) return now - (clock.pingedAt ?? now) >= answerWithinMs ? 'dead' : 'quiet';
  return now - clock.lastInboundAt >= pingAfterSilenceMs ? 'ping' : 'quiet';
}
