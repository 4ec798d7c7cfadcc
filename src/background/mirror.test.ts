import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../core/call';
import { toCallRecord } from '../core/call-record';
import { makeCall } from '../core/make-call';
import type { Registration } from '../core/registration';
import { emptySnapshot, type Snapshot } from '../core/snapshot';
import { addCallRecords } from '../store/change-call-log';
import { openDatabase } from '../store/database';
import { startBrowser } from './fake-browser';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { mirror, mirrorAgain } = await import('./mirror');

let fake = startBrowser();
beforeEach(async () => {
  fake = startBrowser();
  await (await openDatabase()).clear('calls');
});

const gateway = { url: 'wss://one.example.com/ws', index: 0 };
const registered: Registration = { state: 'registered', gateway, expiresSec: 600, since: 0 };
const makeSnapshot = (...calls: Call[]): Snapshot => ({
  ...emptySnapshot,
  registration: registered,
  calls,
});
const ringing = makeCall({ state: 'ringing', since: 0, hasEarlyMedia: false }, { direction: 'inbound' });
const missed = makeCall(
  { state: 'ended', endedAt: 9_000, cause: { kind: 'caller-gave-up' } },
  { direction: 'inbound' },
);

describe('a state of the phone', () => {
  it('is there for pages to read, on the toolbar and on the screen', async () => {
    await mirror(makeSnapshot(ringing));
    expect(fake.storage.session.kept.snapshot).toEqual(makeSnapshot(ringing));
    expect(fake.screen.icon).toBe('/icons/in-call-16.png');
    expect(Object.keys(fake.screen.notifications)).toEqual(['call:c1']);
  });

  it('that comes later is shown later, however long the one before takes', async () => {
    const { create } = fake.windows;
    let opened = () => {};
    const opening = new Promise<void>((resolve) => {
      opened = resolve;
    });
    fake.windows.create = async (options) => {
      await opening;
      await create(options);
    };
    const first = mirror(makeSnapshot(ringing));
    const last = mirror(makeSnapshot());
    opened();
    await Promise.all([first, last]);
    expect(fake.screen).toMatchObject({ windows: [], notifications: {}, icon: '/icons/registered-16.png' });
    expect(fake.storage.session.kept.snapshot).toEqual(makeSnapshot());
  });

  it('is the last one also when it is shown once more while another comes', async () => {
    await mirror(makeSnapshot());
    await Promise.all([mirrorAgain(), mirror(emptySnapshot)]);
    expect(fake.screen.icon).toBe('/icons/off-16.png');
    expect(fake.storage.session.kept.snapshot).toEqual(emptySnapshot);
  });

  it('is shown even when the one before could not be', async () => {
    const { create } = fake.windows;
    fake.windows.create = () => Promise.reject(new Error('no window'));
    await mirror(makeSnapshot(ringing));
    fake.windows.create = create;
    await mirror(makeSnapshot());
    expect(fake.screen.icon).toBe('/icons/registered-16.png');
  });
});

describe('missed calls', () => {
  it('leave nothing behind when there are none, as once everything has been forgotten', async () => {
    await mirror(makeSnapshot(missed));
    expect(fake.storage.local.kept).not.toHaveProperty('missedCount');
  });

  it('are counted when one has ended, and shown', async () => {
    await addCallRecords([toCallRecord(missed, undefined)]);
    await mirror(makeSnapshot(missed));
    expect(fake.screen.badge).toBe('1');
    expect(fake.storage.local.kept.missedCount).toBe(1);
  });

  it('stay on the toolbar when the call is off the screen, and when the worker wakes', async () => {
    await addCallRecords([toCallRecord(missed, undefined)]);
    await mirror(makeSnapshot(missed));
    await mirror(makeSnapshot());
    expect(fake.screen.badge).toBe('1');
    fake.screen.badge = '';
    await mirrorAgain();
    expect(fake.screen.badge).toBe('1');
  });

  it('that the person has looked at are not counted again', async () => {
    await addCallRecords([toCallRecord(missed, undefined)]);
    await fake.storage.local.set({ missedSeenAt: 5_000, missedCount: 0 });
    await mirror(makeSnapshot(missed));
    expect(fake.screen.badge).toBe('');
  });
});

it('without any state so far, the phone is off', async () => {
  await mirrorAgain();
  expect(fake.screen.icon).toBe('/icons/off-16.png');
});
