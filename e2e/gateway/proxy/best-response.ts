import type { SipResponse } from '../sip/message';

/** What helps the caller to try again goes first among 4xx (RFC 3261 §16.7 step 6), then "busy"; silence last. */
const first = [401, 407, 415, 420, 484, 486];
const last = [480, 408, 430];

/** Of the final responses of all branches the one to pass on: any 6xx, else the lowest class. */
export function bestResponse(responses: readonly SipResponse[]): SipResponse | undefined {
  return [...responses].sort((a, b) => rank(a.status) - rank(b.status))[0];
}

function rank(status: number): number {
  if (status >= 600) return 0;
  const within = first.includes(status)
    ? first.indexOf(status)
    : last.includes(status)
      ? 50 + last.indexOf(status)
      : 20;
  return Math.floor(status / 100) * 100 + within;
}
