import { describe, expect, it } from 'vitest';
import type { Direction } from './call';
import { type CallRecord, mendCallRecord, toCallRecord, toWholeRecord } from './call-record';
import type { CauseKind } from './cause';
import { makeCall } from './make-call';

const talk = { answeredAt: 2_000, isMuted: false, hasMicrophone: true, signalling: 'ok' } as const;
const open = toCallRecord(makeCall({ state: 'dialing' }), undefined);
const answered = toCallRecord(makeCall({ state: 'active', ...talk }), open);

describe('the record of a call', () => {
  it('is open while the call is on, and holds what was typed beside what was sent', () => {
    expect(open).toMatchObject({
      id: 'c1',
      direction: 'outbound',
      typed: '2-02',
      sent: '202',
      displayName: 'Bob',
      startedAt: 1_000,
      answeredAt: null,
      endedAt: null,
      outcome: 'open',
      cause: null,
    });
  });

  it('keeps the time of the answer when the call has ended', () => {
    const ended = makeCall({ state: 'ended', endedAt: 9_000, cause: { kind: 'hung-up-there' } });
    expect(toCallRecord(ended, answered)).toMatchObject({
      answeredAt: 2_000,
      endedAt: 9_000,
      outcome: 'answered',
      cause: 'hung-up-there',
    });
  });

  it('keeps the final response that stood behind the failure', () => {
    const ended = makeCall({ state: 'ended', endedAt: 9_000, cause: { kind: 'not-found', sipStatus: 404 } });
    expect(toCallRecord(ended, undefined)).toMatchObject({ outcome: 'failed', sipStatus: 404 });
  });

  it('keeps what was measured and what the person noted while the call goes on', () => {
    const quality = { lossPercent: 0, jitterMs: 1, roundTripMs: 9, codec: 'opus', mos: 4.4 };
    const earlier = { ...answered, gateway: 'gw1.example.com', quality, note: 'about the offer' };
    const held = makeCall({ state: 'held', by: 'us', ...talk });
    expect(toCallRecord(held, earlier)).toMatchObject({
      gateway: 'gw1.example.com',
      quality,
      note: 'about the offer',
    });
    expect(toCallRecord(held, earlier, { gateway: 'gw2.example.com' }).gateway).toBe('gw2.example.com');
  });

  it('of an older version is read with nothing measured and no note', () => {
    const { gateway, quality, note, ...row } = answered;
    expect(toWholeRecord(row)).toEqual({ ...answered, gateway: '', quality: null, note: '' });
  });

  it.each<[Direction, CauseKind, CallRecord['outcome']]>([
    ['inbound', 'caller-gave-up', 'missed'],
    ['inbound', 'busy-here', 'missed'],
    ['inbound', 'no-connection', 'missed'],
    ['inbound', 'declined-here', 'declined'],
    ['inbound', 'answered-elsewhere', 'elsewhere'],
    ['inbound', 'declined-elsewhere', 'elsewhere'],
    ['outbound', 'cancelled', 'cancelled'],
    ['outbound', 'busy', 'busy'],
    ['outbound', 'declined', 'declined'],
    ['outbound', 'not-found', 'failed'],
    ['outbound', 'no-microphone', 'failed'],
    ['outbound', 'no-connection', 'failed'],
    ['outbound', 'moved', 'forwarded'],
  ])('of an unanswered %s call that ended by %s says %s', (direction, kind, outcome) => {
    const ended = makeCall({ state: 'ended', endedAt: 9_000, cause: { kind } }, { direction });
    expect(toCallRecord(ended, undefined)).toMatchObject({ outcome, cause: kind, answeredAt: null });
  });
});

describe('mending after the phone vanished', () => {
  it('tells an answered call as interrupted and an inbound one that nobody answered as missed', () => {
    expect(mendCallRecord(answered)).toMatchObject({ outcome: 'interrupted', cause: 'interrupted' });
    expect(mendCallRecord({ ...open, direction: 'inbound' })).toMatchObject({ outcome: 'missed' });
    expect(mendCallRecord(open)).toMatchObject({ outcome: 'interrupted' });
  });

  it('leaves a record alone that is closed', () => {
    const closed = { ...answered, outcome: 'answered', endedAt: 9_000 } as const;
    expect(mendCallRecord(closed)).toBe(closed);
  });
});
