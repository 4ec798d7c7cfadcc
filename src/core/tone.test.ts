import { expect, it } from 'vitest';
import type { Call } from './call';
import type { CauseKind } from './cause';
import { makeCall } from './make-call';
import { toneOf } from './tone';

const talk = { answeredAt: 2_000, isMuted: false, hasMicrophone: true, signalling: 'ok' } as const;
const active = makeCall({ state: 'active', ...talk });
const dialing = makeCall({ state: 'dialing' });
const ringing = (direction: Call['direction'], hasEarlyMedia = false): Call =>
  makeCall({ state: 'ringing', since: 0, hasEarlyMedia }, { direction });
const ended = (kind: CauseKind, direction: Call['direction'] = 'outbound'): Call =>
  makeCall({ state: 'ended', endedAt: 9_000, cause: { kind } }, { direction });

it.each([
  ['silence without calls', [], null],
  ['the ringtone for an inbound call', [ringing('inbound')], 'ringtone'],
  ['ringback while it rings there', [ringing('outbound')], 'ringback'],
  ['nothing over early media', [ringing('outbound', true)], null],
  ['nothing while we dial', [dialing], null],
  ['nothing over a conversation', [active, ringing('inbound')], null],
  ['nothing over a held call', [makeCall({ state: 'held', by: 'them', ...talk })], null],
  ['nothing in the moment of the answer', [makeCall({ state: 'connecting' })], null],
  ['busy when it is busy there', [ended('busy')], 'busy'],
  ['busy when we were declined', [ended('declined')], 'busy'],
  ['congestion when nobody could be reached', [ended('not-found')], 'congestion'],
  ['congestion without a connection', [ended('no-connection')], 'congestion'],
  ['the end when the other hung up', [ended('hung-up-there')], 'ended'],
  ['the end when an inbound call was hung up', [ended('hung-up-there', 'inbound')], 'ended'],
  ['nothing when we hung up ourselves', [ended('hung-up-here')], null],
  ['nothing when we cancelled', [ended('cancelled')], null],
  ['nothing when a caller gave up', [ended('caller-gave-up', 'inbound')], null],
  ['the tone of the newest end', [ended('busy'), ended('hung-up-here')], null],
  ['the ringtone after a call that ended', [ended('busy'), ringing('inbound')], 'ringtone'],
  ['no busy tone into a new attempt', [ended('busy'), dialing], null],
] as const)('one hears %s', (_title, calls, tone) => {
  expect(toneOf(calls)).toBe(tone);
});
