/** Subscription-State of a NOTIFY (RFC 6665 §4.1.3, §8.4). Times in seconds; null when they are not said. */
export type SubscriptionState = {
  isOver: boolean;
  reason: string;
  expiresSec: number | null;
  retryAfterSec: number | null;
};

/** Reads the header's value; one that is missing says that the subscription goes on. */
export function readSubscriptionState(header: string | undefined): SubscriptionState {
  const [state = '', ...parameters] = (header ?? '').toLowerCase().split(';');
  const read = (name: string) =>
    parameters
      .map((parameter) => parameter.split('='))
      .find(([key = '']) => key.trim() === name)?.[1]
      ?.trim();
  const secondsOf = (name: string) => {
    const value = read(name) ?? '';
    return /^\d{1,9}$/.test(value) ? Number(value) : null;
  };
  return {
    isOver: state.trim() === 'terminated',
    reason: read('reason') ?? '',
    expiresSec: secondsOf('expires'),
    retryAfterSec: secondsOf('retry-after'),
  };
}

const forGood: readonly string[] = ['rejected', 'noresource', 'invariant'];
const shortestMs = 60_000;

/** Whether a final response to SUBSCRIBE is about the system and not about the one who was asked for: it has no presence for anybody. */
export function saysNoPresence(sipStatus: number): boolean {
  return [405, 489, 501].includes(sipStatus);
}

/**
 * After how many ms a subscription that the server has ended may be made anew; null when that is for the next registration to try. What
 * lasted less than a minute would end the same way again and again.
 */
export function subscribeAgainAfterMs(
  { reason, retryAfterSec }: Pick<SubscriptionState, 'reason' | 'retryAfterSec'>,
  lastedMs: number,
): number | null {
  if (forGood.includes(reason)) return null;
  if (retryAfterSec !== null) return Math.max(shortestMs, retryAfterSec * 1_000);
  return lastedMs < shortestMs ? null : 0;
}
