import { URI } from 'sip.js';
import { expect, it } from 'vitest';
import { watchedAtMost } from '../core/presence/watched';
import { makeIsOurs } from './authentication';

const toURI = new URI('sip', '202', 'example.com');
const opening = (method: string, callId: string) => ({ method, toURI, toTag: '', callId });
const within = (method: string, callId: string) => ({ method, toURI, toTag: 'theirs', callId });

it('a call is still ours when everybody is watched anew at one gateway after the other', () => {
  const isOurs = makeIsOurs(['example.com']);
  expect(isOurs(opening('INVITE', 'call'))).toBe(true);
  for (let at = 0; at < 5 * watchedAtMost; at += 1) isOurs(opening('SUBSCRIBE', `watched ${at}`));
  expect(isOurs(within('BYE', 'call'))).toBe(true);
  expect(isOurs(within('SUBSCRIBE', `watched ${5 * watchedAtMost - 1}`))).toBe(true);
  expect(isOurs(within('BYE', 'a call of somebody else'))).toBe(false);
});
