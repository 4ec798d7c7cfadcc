import { expect, it } from 'vitest';
import type { CallRecord } from '../core/call-record';
import { lastDialled, numberToCallAgain } from './redial';

const record = (over: Partial<CallRecord>): CallRecord => ({
  id: 'c1',
  direction: 'outbound',
  typed: '0371 5550123',
  sent: '9,03715550123',
  displayName: '',
  startedAt: 0,
  answeredAt: null,
  endedAt: 1,
  outcome: 'busy',
  cause: 'busy',
  ...over,
});

it('redials what was typed last, passing over calls that came in since', () => {
  const inbound = record({ direction: 'inbound', typed: '202', sent: '202' });
  expect(lastDialled([inbound, record({}), record({ typed: '600' })])).toBe('0371 5550123');
  expect(lastDialled([inbound])).toBe('');
});

it('calls again by what was typed, so that a prefix is not added twice', () => {
  expect(numberToCallAgain(record({}))).toBe('0371 5550123');
  expect(numberToCallAgain(record({ direction: 'inbound', typed: '202', sent: '202' }))).toBe('202');
});
