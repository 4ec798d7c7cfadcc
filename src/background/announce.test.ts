import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../core/call';
import { makeCall } from '../core/make-call';
import { emptySnapshot } from '../core/snapshot';
import { callWindowPage, startBrowser } from './fake-browser';
import { home } from './fake-runtime';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { announceCalls, watchNotifications } = await import('./announce');

let fake = startBrowser();
beforeEach(() => {
  fake = startBrowser();
});

const announce = (...calls: Call[]) => announceCalls({ ...emptySnapshot, calls });
const talk = { answeredAt: 2_000, isMuted: false, hasMicrophone: true, signalling: 'ok' } as const;
const over = { state: 'ended', endedAt: 9_000, cause: { kind: 'caller-gave-up' } } as const;
const ringing = makeCall({ state: 'ringing', since: 0, hasEarlyMedia: false }, { direction: 'inbound' });
const active = makeCall({ state: 'active', ...talk }, { direction: 'inbound' });
const ended = makeCall(over, { direction: 'inbound' });

describe('an inbound call', () => {
  it('is announced by a notification with Answer and Decline and by a window', async () => {
    await announce(ringing);
    expect(fake.screen.notifications).toMatchObject({
      'call:c1': { message: 'Bob · 202', buttons: [{ title: 'answer' }, { title: 'decline' }] },
    });
    expect(fake.screen.windows).toMatchObject([{ url: home + callWindowPage }]);
  });

  it('is announced once, however often its state is told, and by whichever worker', async () => {
    await announce(ringing);
    await announce(ringing);
    await announce({ ...ringing, remote: { number: '203', displayName: 'Carol' } });
    expect(fake.screen.announcements).toBe(2);
  });

  it('of a withheld number still says something', async () => {
    await announce({ ...ringing, remote: { number: '', displayName: '' } });
    expect(fake.screen.notifications['call:c1']?.message).toBe('anonymousCaller');
  });

  it('needs no notification any more when it is answered, while its window stays', async () => {
    await announce(ringing);
    await announce(active);
    expect(fake.screen.notifications).toEqual({});
    expect(fake.screen.windows).toHaveLength(1);
  });

  it('that has ended leaves nothing on the screen', async () => {
    await announce(ringing);
    await announce(ended);
    expect(fake.screen.notifications).toEqual({});
    expect(fake.screen.windows).toEqual([]);
  });

  it('whose phone vanished leaves nothing on the screen', async () => {
    await announce(ringing);
    await announce();
    expect(fake.screen).toMatchObject({ notifications: {}, windows: [] });
  });

  it('leaves alone what the person has made a tab of a window of his own', async () => {
    await announce(ringing);
    const window = fake.screen.windows[0];
    if (window) window.type = 'normal';
    await announce(ended);
    expect(fake.screen.windows).toHaveLength(1);
  });

  it('does not touch the notifications of others', async () => {
    fake.screen.notifications.other = { title: '', message: '' };
    await announce(ringing);
    await announce(ended);
    expect(Object.keys(fake.screen.notifications)).toEqual(['other']);
  });
});

it('an outbound call announces nothing', async () => {
  await announce(makeCall({ state: 'ringing', since: 0, hasEarlyMedia: false }));
  expect(fake.screen.announcements).toBe(0);
});

describe('a click on the notification', () => {
  it.each([
    [0, 'answer c1'],
    [1, 'decline c1'],
  ])('button %i means %s', async (button, said) => {
    const heard: string[] = [];
    watchNotifications({
      answer: (id) => void heard.push(`answer ${id}`),
      decline: (id) => void heard.push(`decline ${id}`),
    });
    fake.notifications.onButtonClicked.emit('call:c1', button);
    fake.notifications.onButtonClicked.emit('other', button);
    expect(heard).toEqual([said]);
  });

  it('elsewhere brings the call window to the front', async () => {
    watchNotifications({ answer: () => {}, decline: () => {} });
    await announce(ringing);
    for (const window of fake.screen.windows) window.isFocused = false;
    fake.notifications.onClicked.emit('call:c1');
    await vi.waitFor(() => expect(fake.screen.windows).toMatchObject([{ isFocused: true }]));
  });
});
