import { describe, expect, it } from 'vitest';
import { type Call, type CallProgress, isLive, isTalking, moveCall } from './call';
import { makeCall } from './make-call';

const talk = { answeredAt: 2_000, isMuted: false, hasMicrophone: true, signalling: 'ok' } as const;
const states = {
  dialing: { state: 'dialing' },
  ringing: { state: 'ringing', since: 1_500, hasEarlyMedia: false },
  connecting: { state: 'connecting' },
  active: { state: 'active', ...talk },
  held: { state: 'held', by: 'them', ...talk },
  ended: { state: 'ended', endedAt: 9_000, cause: { kind: 'hung-up-here' } },
} as const satisfies Record<Call['state'], CallProgress>;

const allowed = [
  'dialing → ringing',
  'dialing → connecting',
  'dialing → ended',
  'ringing → ringing',
  'ringing → connecting',
  'ringing → ended',
  'connecting → active',
  'connecting → ended',
  'active → active',
  'active → held',
  'active → ended',
  'held → held',
  'held → active',
  'held → ended',
];

describe('a call', () => {
  it('moves as the drawing says and in no other way', () => {
    const found = Object.values(states).flatMap((from) =>
      Object.values(states)
        .filter((to) => moveCall(makeCall(from), to) !== null)
        .map((to) => `${from.state} → ${to.state}`),
    );
    expect(found.sort()).toEqual([...allowed].sort());
  });

  it('keeps who, when and what was dialled, and nothing of the state that it leaves', () => {
    const ringing = makeCall(states.ringing);
    expect(moveCall(ringing, states.ended)).toEqual({ ...makeCall(states.ended) });
  });

  it('lives until it has ended, and is a conversation while it is active or held', () => {
    const of = (question: (call: Call) => boolean) =>
      Object.values(states)
        .filter((state) => question(makeCall(state)))
        .map(({ state }) => state);
    expect(of(isLive)).toEqual(['dialing', 'ringing', 'connecting', 'active', 'held']);
    expect(of(isTalking)).toEqual(['active', 'held']);
  });
});
