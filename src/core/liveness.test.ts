import { expect, it } from 'vitest';
import { judgeLink } from './liveness';

const now = 1_000_000;
const ago = (ms: number): number => now - ms;

it.each([
  ['is left alone while something came in lately', { lastInboundAt: ago(9_999), pingedAt: null }, 'quiet'],
  ['is pinged after ten seconds of silence', { lastInboundAt: ago(10_000), pingedAt: null }, 'ping'],
  ['is waited for while a ping is out', { lastInboundAt: ago(14_999), pingedAt: ago(4_999) }, 'quiet'],
  [
    'is dead when a ping had no answer for five seconds',
    { lastInboundAt: ago(15_000), pingedAt: ago(5_000) },
    'dead',
  ],
  [
    'is alive when anything came in after the ping',
    { lastInboundAt: ago(4_000), pingedAt: ago(5_000) },
    'quiet',
  ],
  [
    'is alive when the answer came in the same millisecond',
    { lastInboundAt: ago(5_000), pingedAt: ago(5_000) },
    'quiet',
  ],
  [
    'is pinged again when it fell silent after an answer',
    { lastInboundAt: ago(10_000), pingedAt: ago(10_001) },
    'ping',
  ],
] as const)('a link %s', (_title, clock, verdict) => {
  expect(judgeLink({ checkedAt: ago(2_500), ...clock }, now)).toBe(verdict);
});

it('a machine that slept has a dead link, whatever was heard before', () => {
  expect(judgeLink({ checkedAt: ago(3_600_000), lastInboundAt: ago(3_600_000), pingedAt: null }, now)).toBe(
    'slept',
  );
  expect(judgeLink({ checkedAt: ago(20_001), lastInboundAt: ago(10), pingedAt: null }, now)).toBe('slept');
});
