import { expectTypeOf, it } from 'vitest';
import type { CallId } from '../core/call';
import type { Bus, Handlers } from './bus';
import type { AnswerResult, DialResult } from './protocol';

// Never called: whoever compiles this has run the test.
export function sendsOnlyWhatThereIs(bus: Bus, id: CallId): void {
  void bus.send('phone.prepare');
  void bus.send('call.answer', { id });
  // @ts-expect-error there is no such message
  void bus.send('call.explode', { id });
  // @ts-expect-error a call has to be named
  void bus.send('call.answer');
  // @ts-expect-error any text is not the id of a call
  void bus.send('call.answer', { id: 'c1' });
  // @ts-expect-error the message carries nothing
  void bus.send('phone.prepare', { id });
  // @ts-expect-error a password belongs to it
  void bus.send('account.signIn', {
    server: { kind: 'named', name: 'Denver' },
    extension: '201',
    remember: true,
  });
}

export function servesAllOfItsOwn(bus: Bus, phone: Handlers<'phone'>): void {
  bus.serve('phone', phone);
  // @ts-expect-error background serves other messages
  bus.serve('background', phone);
  // @ts-expect-error a page serves nothing
  bus.serve('popup', phone);
  const { 'call.answer': _left, ...incomplete } = phone;
  // @ts-expect-error one is missing
  bus.serve('phone', incomplete);
  // @ts-expect-error an answer says whether there was a call to be answered
  bus.serve('phone', { ...phone, 'call.answer': () => 'yes' });
}

it('gives the sender the reply that the handler returns', () => {
  const reply = (bus: Bus, id: CallId) => bus.send('call.answer', { id });
  expectTypeOf(reply).returns.resolves.toEqualTypeOf<AnswerResult>();
  const dialled = (bus: Bus) => bus.send('call.dial', { typed: '202' });
  expectTypeOf(dialled).returns.resolves.toEqualTypeOf<DialResult>();
});
