import { expect, it } from 'vitest';
import type { Call, CallId, CallProgress } from '../core/call';
import type { CauseKind } from '../core/cause';
import { emptySnapshot } from '../core/snapshot';
import { announcedCall } from './announced-call';
import { meaningOfKey } from './window-keys';

const inbound = (progress: CallProgress): Call => ({
  id: 'c1' as CallId,
  direction: 'inbound',
  remote: { number: '202', displayName: 'Bob' },
  target: { typed: '202', sent: '202' },
  startedAt: 0,
  isEmergency: false,
  ...progress,
});
const isAnnounced = (call: Call) => announcedCall({ ...emptySnapshot, calls: [call] }) !== undefined;
const ended = (kind: CauseKind) => inbound({ state: 'ended', endedAt: 0, cause: { kind } });
const ringing = inbound({ state: 'ringing', since: 0, hasEarlyMedia: false });

it('is there while an inbound call rings and is being answered, and for no other call', () => {
  expect(isAnnounced(ringing)).toBe(true);
  expect(isAnnounced(inbound({ state: 'connecting' }))).toBe(true);
  expect(isAnnounced({ ...ringing, direction: 'outbound' })).toBe(false);
});

it('closes when the call was answered, declined, taken elsewhere or given up', () => {
  const talk = { answeredAt: 0, isMuted: false, hasMicrophone: true, signalling: 'ok' } as const;
  expect(isAnnounced(inbound({ state: 'active', ...talk }))).toBe(false);
  for (const kind of ['declined-here', 'answered-elsewhere', 'caller-gave-up'] as const)
    expect(isAnnounced(ended(kind))).toBe(false);
});

it('stays to say why a call could not be answered', () => {
  expect(isAnnounced(ended('media-failed'))).toBe(true);
});

it('does not take keys for an answer that were meant for the window before it', () => {
  expect(meaningOfKey('Enter', 300)).toBeNull();
  expect(meaningOfKey('Enter', 1_500)).toBe('answer');
});

it('does not decline by Escape', () => {
  expect(meaningOfKey('Escape', 1_500)).toBe('close');
});
