import { expect, it } from 'vitest';
import { accessNow } from './access-now';

it('believes what the browser says now over an older answer', () => {
  expect(accessNow('granted', 'denied')).toBe('granted');
  expect(accessNow('denied', 'granted')).toBe('denied');
  expect(accessNow('not-asked', 'denied')).toBe('not-asked');
});

it('tells a closed question, a block by the system and a busy microphone by the answer alone', () => {
  expect(accessNow('not-asked', 'dismissed')).toBe('dismissed');
  expect(accessNow('denied', 'policy')).toBe('policy');
  expect(accessNow('granted', 'policy')).toBe('policy');
  expect(accessNow('granted', 'in-use')).toBe('in-use');
});

it('asks for a device before anything else, and notices when one is plugged in', () => {
  expect(accessNow('no-device', 'policy')).toBe('no-device');
  expect(accessNow('not-asked', 'no-device')).toBe('not-asked');
});
