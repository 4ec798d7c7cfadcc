import { expect, it } from 'vitest';
import { toCallAgain } from '../core/call-again';
import type { CallRecord } from '../core/call-record';
import { makeDialer } from '../core/dial/dial';
import { BERLIN, DENVER } from '../core/dial/make-rules';
import { makeCallRecord } from '../core/make-call-record';
import { lastDialled } from './redial';

const record = (over: Partial<CallRecord>): CallRecord =>
  makeCallRecord(0, {
    direction: 'outbound',
    typed: '0371 5550123',
    sent: '9,03715550123',
    displayName: '',
    outcome: 'busy',
    ...over,
  });

const inbound = (number: string) => record({ direction: 'inbound', typed: number, sent: number });

it('redials what was typed last, passing over calls that came in since', () => {
  expect(lastDialled([inbound('202'), record({}), record({ typed: '600' })]).typed).toBe('0371 5550123');
  expect(lastDialled([inbound('202')]).typed).toBe('');
});

it('calls again by what was typed, so that a prefix is not added twice', () => {
  expect(toCallAgain(record({}), DENVER).typed).toBe('0371 5550123');
  expect(toCallAgain(inbound('202'), null).typed).toBe('202');
});

it.each([
  ['+12125550123', DENVER, '912125550123'],
  ['912125550123', DENVER, '912125550123'],
  ['2125550123', DENVER, '912125550123'],
  ['95550142', DENVER, '95550142'],
  ['12345', DENVER, '12345'],
  ['008999998123', BERLIN, '008999998123'],
  ['08999998123', BERLIN, '008999998123'],
] as const)(
  'calls %s back with one prefix, whether or not the server put one there',
  (number, rules, sent) => {
    const { typed, asTyped } = toCallAgain(inbound(number), rules);
    expect(makeDialer({ rules, emergencyNumbers: [] })(typed, { asTyped }).sent).toBe(sent);
  },
);

it('switches the rules off again when it repeats a call for which they were', () => {
  const asTyped = record({ typed: '90371', sent: '90371', asTyped: true });
  expect(toCallAgain(asTyped, DENVER)).toEqual({ typed: '90371', asTyped: true });
  expect(lastDialled([asTyped])).toEqual({ typed: '90371', asTyped: true });
});
