const SPACING_MS = 1_500;
const MINUTE_MS = 60_000;
const MOST_IN_A_MINUTE = 6;

/** Whether one more call from a page is what a person does, and the calls of the last minute, with this one. Epoch ms. */
export function makeCallLimit(
  earlier: readonly number[],
  now: number,
): { isAllowed: boolean; calls: readonly number[] } {
  // A clock that was set back must not lock anybody out.
  const recent = earlier.filter((at) => at <= now && now - at < MINUTE_MS);
  const isAllowed = recent.length < MOST_IN_A_MINUTE && recent.every((at) => now - at >= SPACING_MS);
  return { isAllowed, calls: isAllowed ? [...recent, now] : recent };
}
