import { expect, it } from 'vitest';
import { isSame } from './is-same';

it('finds two values the same whatever the order of their keys, and only then', () => {
  expect(isSame({ a: 1, b: [{ c: 2, d: null }] }, { b: [{ d: null, c: 2 }], a: 1 })).toBe(true);
  expect(isSame({ a: undefined }, {})).toBe(true);
  expect(isSame(undefined, undefined)).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame({ a: 1 }, { a: '1' })).toBe(false);
  expect(isSame(undefined, null)).toBe(false);
});
