import { describe, expect, it } from 'vitest';
import type { CallId } from '../core/call';
import { connectBus, type Handlers } from './bus';
import { makeRuntime } from './fake-runtime';

const id = 'c1' as CallId;

/** The handlers of the phone; all but those of a test do nothing. */
function makeHandlers(change: Partial<Handlers<'phone'>>, heard: unknown[] = []): Handlers<'phone'> {
  return {
    'phone.configure': (setup) => void heard.push(setup),
    'account.renew': () => {},
    'servers.race': () => null,
    'document.read': () => ({ kind: 'list', files: [] }),
    'document.fetch': () => ({ reading: { kind: 'list', files: [] }, texts: {} }),
    'phone.prepare': () => void heard.push('prepare'),
    'call.place': () => ({ ok: false, why: 'busy' }),
    'call.answer': () => ({ ok: true }),
    'call.decline': () => {},
    'call.hangUp': (call) => void heard.push(call),
    'call.mute': () => {},
    'call.sendDtmf': () => {},
    'call.dismiss': () => {},
    ...change,
  };
}

describe('a message', () => {
  it('reaches the place that serves it, and its reply comes back', async () => {
    const bus = connectBus(makeRuntime());
    const heard: unknown[] = [];
    bus.serve('phone', makeHandlers({}, heard));
    expect(await bus.send('call.answer', { id })).toEqual({ ok: true });
    await bus.send('call.hangUp', { id });
    await bus.send('phone.configure', null);
    await bus.send('phone.prepare');
    expect(heard).toEqual([{ id }, null, 'prepare']);
  });

  it('is waited for as long as its handler takes', async () => {
    const bus = connectBus(makeRuntime());
    let answer: (result: { ok: true }) => void = () => {};
    const answered = new Promise<{ ok: true }>((resolve) => {
      answer = resolve;
    });
    bus.serve('phone', makeHandlers({ 'call.answer': () => answered }));
    const sent = bus.send('call.answer', { id });
    answer({ ok: true });
    expect(await sent).toEqual({ ok: true });
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no microphone');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no microphone'))],
  ])('whose handler %s fails for the sender with the same words', async (_title, handler) => {
    const bus = connectBus(makeRuntime());
    bus.serve('phone', makeHandlers({ 'call.answer': handler }));
    await expect(bus.send('call.answer', { id })).rejects.toThrow('call.answer: no microphone');
  });

  it('that nobody serves right now fails, rather than being lost', async () => {
    const bus = connectBus(makeRuntime());
    await expect(bus.send('call.answer', { id })).rejects.toThrow('nobody serves call.answer');
  });

  it('of another place is not even looked at', async () => {
    const bus = connectBus(makeRuntime());
    bus.serve('phone', makeHandlers({}));
    await expect(bus.send('missed.seen')).rejects.toThrow('nobody serves missed.seen');
  });
});

describe('a stranger', () => {
  it.each([
    ['a content script, which bears our id but its page’s address', 'https://spaces.avayacloud.com/'],
    ['another extension', 'chrome-extension://other/src/popup/index.html'],
    ['an address that only begins like ours', 'chrome-extension://offhook.example.com/'],
    ['nobody at all', ''],
  ])('is not heard: %s', async (_title, url) => {
    const bus = connectBus(makeRuntime(url));
    const heard: unknown[] = [];
    bus.serve('phone', makeHandlers({}, heard));
    await expect(bus.send('phone.prepare')).rejects.toThrow('nobody serves');
    expect(heard).toEqual([]);
  });

  it.each([
    null,
    undefined,
    'phone.prepare',
    42,
    {},
    { name: 'phone.prepare' },
    { name: 'phone.explode', payload: [] },
    { name: 'toString', payload: [] },
    { name: '__proto__', payload: [] },
    { name: 7, payload: [] },
    { name: 'phone.prepare', payload: 'none' },
  ])('cannot say %j', async (message) => {
    const runtime = makeRuntime();
    const heard: unknown[] = [];
    connectBus(runtime).serve('phone', makeHandlers({}, heard));
    expect(await runtime.sendMessage(message)).toBeUndefined();
    expect(heard).toEqual([]);
  });
});
