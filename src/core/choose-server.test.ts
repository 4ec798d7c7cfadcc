import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseServer, headStartMs, type Race } from './choose-server';

const waiting: Race = { state: 'waiting' };
const failed: Race = { state: 'failed' };
const after = (afterMs: number): Race => ({ state: 'answered', afterMs });
const take = (index: number) => ({ kind: 'take', index });
const nobody = { kind: 'nobody' };
const wait = (untilMs: number | null) => ({ kind: 'wait', untilMs });

describe('Automatic', () => {
  it.each<[string, readonly Race[], number, object]>([
    ['waits while nobody has answered', [waiting, waiting], 50, wait(null)],
    ['waits for the rest when one is down', [failed, waiting], 50, wait(null)],
    ['gives up when all are down', [failed, failed], 50, nobody],
    ['gives up on an empty list', [], 0, nobody],
    ['takes the first of the list at once when it is the fastest', [after(20), waiting], 20, take(0)],
    ['waits 300 ms for the first when the second was faster', [waiting, after(20)], 20, wait(320)],
    ['takes the first when it comes within the 300 ms', [after(320), after(20)], 320, take(0)],
    ['takes the second when the 300 ms are over', [waiting, after(20)], 320, take(1)],
    ['takes the second when the first was later than that', [after(321), after(20)], 321, take(1)],
    ['takes the second at once when the first is down', [failed, after(20)], 20, take(1)],
    ['waits only for those that stand before', [failed, after(20), waiting], 20, take(1)],
    ['waits for the first with the third in hand', [waiting, failed, after(20)], 100, wait(320)],
    ['counts the 300 ms from the fastest', [waiting, after(300), after(20)], 310, wait(320)],
  ])('%s', (_, race, nowMs, verdict) => {
    expect(chooseServer(race, nowMs)).toEqual(verdict);
  });
});

const anyRace = fc.array(
  fc.oneof(
    fc.constant(waiting),
    fc.constant(failed),
    fc.integer({ min: 0, max: 2_000 }).map((afterMs) => after(afterMs)),
  ),
  { maxLength: 8 },
);

it('takes a server that answered in time, with no better one before it that answered or may yet', () => {
  fc.assert(
    fc.property(anyRace, fc.integer({ min: 0, max: 3_000 }), (race, nowMs) => {
      const verdict = chooseServer(race, nowMs);
      if (verdict.kind !== 'take') return;
      const taken = race[verdict.index];
      if (taken?.state !== 'answered') throw new Error('took a server that has not answered');
      const fastest = Math.min(...race.flatMap((one) => (one.state === 'answered' ? [one.afterMs] : [])));
      expect(taken.afterMs).toBeLessThanOrEqual(fastest + headStartMs);
      for (const before of race.slice(0, verdict.index)) {
        if (before.state === 'answered') expect(before.afterMs).toBeGreaterThan(fastest + headStartMs);
        if (before.state === 'waiting') expect(nowMs).toBeGreaterThanOrEqual(fastest + headStartMs);
      }
    }),
  );
});

it('always comes to an end: once everybody has answered or failed, nothing is waited for', () => {
  fc.assert(
    fc.property(anyRace, (race) => {
      const over = race.filter(({ state }) => state !== 'waiting');
      expect(chooseServer(over, 0).kind).toBe(
        over.some(({ state }) => state === 'answered') ? 'take' : 'nobody',
      );
    }),
  );
});
