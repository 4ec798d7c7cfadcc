import { expect, it } from 'vitest';
import { matchingDigitsInForce, parseMatchingDigits } from './matching-digits';

it('callers are told by ten digits, or as many as the person chose, or whatever the settings file says', () => {
  expect(matchingDigitsInForce(undefined, undefined)).toBe(10);
  expect(matchingDigitsInForce(undefined, 7)).toBe(7);
  expect(matchingDigitsInForce(6, 7)).toBe(6);
});

it('a person can choose from one digit to all that a number has', () => {
  for (const [typed, digits] of [
    ['1', 1],
    [' 7 ', 7],
    ['15', 15],
  ] as const) {
    expect(parseMatchingDigits(typed), typed).toBe(digits);
  }
  for (const typed of ['', '0', '16', '-3', '7.5', 'ten'])
    expect(parseMatchingDigits(typed), typed).toBeNull();
});
