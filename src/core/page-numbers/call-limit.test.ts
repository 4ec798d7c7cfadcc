import { expect, it } from 'vitest';
import { makeCallLimit } from './call-limit';

it('lets a person call, and again when he has had time to click', () => {
  const first = makeCallLimit([], 100_000);
  expect(first).toEqual({ isAllowed: true, calls: [100_000] });
  expect(makeCallLimit(first.calls, 100_500)).toEqual({ isAllowed: false, calls: [100_000] });
  expect(makeCallLimit(first.calls, 102_000)).toEqual({ isAllowed: true, calls: [100_000, 102_000] });
});

it('lets no page call seven times in a minute, and nobody wait for longer', () => {
  const six = [0, 2_000, 4_000, 6_000, 8_000, 10_000];
  expect(makeCallLimit(six, 20_000).isAllowed).toBe(false);
  expect(makeCallLimit(six, 60_001)).toEqual({ isAllowed: true, calls: [...six.slice(1), 60_001] });
});

it('forgets calls of a clock that has been set back', () => {
  expect(makeCallLimit([900_000], 1_000).isAllowed).toBe(true);
});
