import './fake-i18n';
import { expect, it } from 'vitest';
import { formatDuration } from './duration';
import { formatMoment, formatUntil } from './moment';

it.each([
  [0, '0:00'],
  [9.9, '0:09'],
  [61, '1:01'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [36_061, '10:01:01'],
  [-5, '0:00'],
])('shows %d seconds of talk as %s', (seconds, shown) => {
  expect(formatDuration(seconds)).toBe(shown);
});

it('tells when a call was by the time today, by name yesterday, and by date before that', () => {
  const now = new Date(2026, 10, 22, 0, 30).getTime();
  const plain = (at: Date) => formatMoment(at.getTime(), now).replace(/\u202f/g, ' ');
  expect(plain(new Date(2026, 10, 22, 0, 10))).toBe('12:10 AM');
  expect(plain(new Date(2026, 10, 21, 23, 50))).toBe('Yesterday 11:50 PM');
  expect(plain(new Date(2026, 10, 20, 23, 50))).toBe('11/20/26, 11:50 PM');
});

it('counts down to the next attempt and never into the past', () => {
  expect(formatUntil(8_200, 1_000)).toBe('in 8 seconds');
  expect(formatUntil(1_000, 9_000)).toBe('now');
  expect(formatUntil(121_000, 1_000)).toBe('in 2 minutes');
});
