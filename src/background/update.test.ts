import { beforeEach, expect, it, vi } from 'vitest';
import { makeCall } from '../core/make-call';
import { emptySnapshot } from '../core/snapshot';
import { startBrowser } from './fake-browser';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { updateWhenIdle, watchForUpdate } = await import('./update');

let fake = startBrowser();
beforeEach(() => {
  fake = startBrowser();
  watchForUpdate();
});

const inCall = { ...emptySnapshot, calls: [makeCall({ state: 'dialing' })] };
const offer = async (): Promise<void> => {
  await Promise.all(fake.runtime.onUpdateAvailable.emit({ version: '0.2.0' }));
};

it('takes an update at once when nobody is on the telephone', async () => {
  await fake.storage.session.set({ snapshot: emptySnapshot });
  await offer();
  expect(fake.screen.reloads).toBe(1);
});

it('takes an update at once when there is no phone', async () => {
  await offer();
  expect(fake.screen.reloads).toBe(1);
});

it('lets an update wait for the end of the call, which it would cut off', async () => {
  await fake.storage.session.set({ snapshot: inCall });
  await offer();
  await updateWhenIdle(inCall);
  expect(fake.screen.reloads).toBe(0);
  await updateWhenIdle(emptySnapshot);
  expect(fake.screen.reloads).toBe(1);
});

it('does not start anew without an update', async () => {
  await updateWhenIdle(emptySnapshot);
  expect(fake.screen.reloads).toBe(0);
});
