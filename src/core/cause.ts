/** Why a call ended, as a person would tell it. The status is the SIP final response behind it, when there was one. */
export type Cause = { kind: CauseKind; sipStatus?: number };

export type CauseKind =
  | 'hung-up-here'
  | 'hung-up-there'
  | 'cancelled'
  | 'caller-gave-up'
  | 'answered-elsewhere'
  | 'declined-elsewhere'
  | 'declined-here'
  | 'busy-here'
  | 'busy'
  | 'declined'
  | 'not-found'
  | 'number-changed'
  | 'bad-number'
  | 'no-answer'
  | 'unavailable'
  | 'forbidden'
  | 'moved'
  | 'no-common-codec'
  | 'server-busy'
  | 'server-error'
  | 'no-microphone'
  | 'no-connection'
  | 'bad-description'
  | 'media-failed'
  | 'refused'
  | 'interrupted';

const kinds: Readonly<Record<number, CauseKind>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  407: 'forbidden',
  408: 'no-answer',
  410: 'number-changed',
  415: 'no-common-codec',
  416: 'bad-number',
  433: 'forbidden',
  480: 'unavailable',
  484: 'bad-number',
  485: 'bad-number',
  486: 'busy',
  487: 'cancelled',
  488: 'no-common-codec',
  502: 'unavailable',
  503: 'server-busy',
  504: 'no-answer',
  600: 'busy',
  603: 'declined',
  604: 'not-found',
  606: 'no-common-codec',
};

/** What a final response to our INVITE means (RFC 3261 §21). `status` is 300 to 699. */
export function causeOfStatus(status: number): Cause {
  const kind =
    kinds[status] ??
    (status < 400 ? 'moved' : status < 500 ? 'refused' : status < 600 ? 'server-error' : 'refused');
  return { kind, sipStatus: status };
}

/**
 * What a CANCEL of an inbound call means, by its Reason headers (RFC 3326), of which there may be several or none. SIP cause 200
 * says that another device answered, 603 and 600 that another device declined for all; Q.850 cause 26, "non-selected user
 * clearing", is how Asterisk says the former.
 */
export function causeOfCancel(reasons: readonly string[]): Cause {
  const all = reasons.join(',');
  const status = /(?:^|,)\s*SIP\s*;[^,]*?\bcause\s*=\s*(\d{3})/i.exec(all)?.[1];
  const isCleared = /(?:^|,)\s*Q\.850\s*;[^,]*?\bcause\s*=\s*26\b/i.test(all);
  if (status === '200' || isCleared) return { kind: 'answered-elsewhere' };
  if (status === '603' || status === '600') return { kind: 'declined-elsewhere' };
  return { kind: 'caller-gave-up' };
}
