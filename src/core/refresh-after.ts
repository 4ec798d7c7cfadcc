/** When to renew what a server granted: early enough that a lost request can be sent once more (RFC 5626 §4.4.1 advises this margin). */
export function refreshAfterMs(expiresSec: number): number {
  return Math.max(5, expiresSec > 120 ? expiresSec - 60 : expiresSec / 2) * 1_000;
}
