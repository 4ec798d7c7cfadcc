import type { Core } from 'sip.js';
import { type Challenge, parseChallenges } from '../core/auth/challenge';

/**
 * Of several challenges sip.js keeps the last, and it throws a whole response away for one that its grammar does not know, such
 * as `algorithm=MD5-sess`. Under names that mean nothing to it, they stay as they are.
 */
export function keepChallenges(message: string): string {
  if (!/^SIP\/2\.0 40[17]\b/.test(message)) return message;
  const end = message.indexOf('\r\n\r\n');
  const head = end < 0 ? message : message.slice(0, end);
  return head.replace(/^(www|proxy)-authenticate(?=\s*:)/gim, 'Challenge-$1') + message.slice(head.length);
}

/** What a response whose challenges were kept asks for; nothing for any but 401 and 407. */
export function challengesOf(response: Core.IncomingResponseMessage): Challenge[] {
  const name = response.statusCode === 401 ? 'challenge-www' : 'challenge-proxy';
  return parseChallenges(response.getHeaders(name));
}
