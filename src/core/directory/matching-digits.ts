/** How many digits from the right tell a caller when nothing else does: CONTACT_MATCHING_MIN_DIGITS of the settings file. */
export const usualMatchingDigits = 10;
export const mostMatchingDigits = 15;

/** How many are compared: what the settings file says goes before what the person chose. */
export function matchingDigitsInForce(bySettingsFile: number | undefined, own: number | undefined): number {
  return bySettingsFile ?? own ?? usualMatchingDigits;
}

/** The digits that a person asked for, when they can be meant; else null. An E.164 number has fifteen at most. */
export function parseMatchingDigits(typed: string): number | null {
  const digits = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return digits >= 1 && digits <= mostMatchingDigits ? digits : null;
}
