import { expect, it } from 'vitest';
import { readSubscriptionState, saysNoPresence, subscribeAgainAfterMs } from './subscription-end';

it.each([
  ['active;expires=3599', { isOver: false, expiresSec: 3_599, reason: '', retryAfterSec: null }],
  [
    'terminated; Reason=Probation ; retry-after = 90',
    { isOver: true, reason: 'probation', retryAfterSec: 90 },
  ],
  ['terminated', { isOver: true, reason: '', expiresSec: null }],
  ['active;expires=never', { isOver: false, expiresSec: null }],
  ['', { isOver: false, reason: '' }],
  [undefined, { isOver: false, reason: '' }],
])('the state of a subscription is read from %j', (header, state) => {
  expect(readSubscriptionState(header)).toMatchObject(state);
});

it.each([
  ['has lasted', '', null, 90_000, 0],
  ['was moved to another server', 'deactivated', null, 90_000, 0],
  ['ended as soon as it was there', 'deactivated', null, 1_000, null],
  ['is to be tried later', 'probation', 300, 1_000, 300_000],
  ['is to be tried at once, again and again', 'giveup', 0, 1_000, 60_000],
  ['was refused by the person', 'rejected', 300, 90_000, null],
  ['is for somebody who is gone', 'noresource', null, 90_000, null],
])('a subscription that %s', (_title, reason, retryAfterSec, lastedMs, afterMs) => {
  expect(subscribeAgainAfterMs({ reason, retryAfterSec }, lastedMs)).toBe(afterMs);
});

it('a server without presence says so by some of its refusals, and by others that one person cannot be watched', () => {
  expect([405, 489, 501].map(saysNoPresence)).toEqual([true, true, true]);
  expect([403, 404, 408, 480, 500, 503, 603].some(saysNoPresence)).toBe(false);
});
