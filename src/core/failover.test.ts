import { describe, expect, it } from 'vitest';
import { nextAttempt } from './failover';

/** The attempts after each of so many failures in a row, beginning at the primary. */
function attemptsAfter(failures: number, gateways: number, jitter = 0) {
  const attempts = [];
  let index = 0;
  for (let count = 1; count <= failures; count += 1) {
    const attempt = nextAttempt({ index, gateways, failures: count, jitter });
    attempts.push(attempt);
    index = attempt.index;
  }
  return attempts;
}

describe('after a failure', () => {
  it('each other gateway is tried at once, and only then there is a pause', () => {
    expect(attemptsAfter(4, 3)).toEqual([
      { index: 1, delayMs: 0 },
      { index: 2, delayMs: 0 },
      { index: 0, delayMs: 250 },
      { index: 1, delayMs: 0 },
    ]);
  });

  it('the pause doubles from round to round, up to half a minute', () => {
    const pauses = attemptsAfter(10, 1, 0.999).map(({ delayMs }) => Math.round(delayMs / 500));
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  });

  it.each([0, 0.25, 0.5, 0.999])('a jitter of %d keeps the pause between half and all of it', (jitter) => {
    for (const { delayMs } of attemptsAfter(50, 1, jitter)) {
      expect(delayMs).toBeGreaterThanOrEqual(250);
      expect(delayMs).toBeLessThanOrEqual(30_000);
    }
  });

  it('it never gives up', () => {
    const late = attemptsAfter(10_000, 2, 0.5).at(-1);
    expect(late).toMatchObject({ index: 0 });
    expect(late?.delayMs).toBeLessThan(30_000);
  });
});
