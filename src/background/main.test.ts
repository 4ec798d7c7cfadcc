import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCall } from '../core/make-call';
import type { Registration } from '../core/registration';
import { emptySnapshot, type Snapshot } from '../core/snapshot';
import { endWorker, startBrowser } from './fake-browser';
import { makeProfileDocument } from './make-profile';
import { denverSignIn, makeSignedInWorker, makeWorker, startWorker } from './make-worker';

const gateway = { url: 'wss://one.example.com:9443/ws', index: 0 };
const registered: Registration = { state: 'registered', gateway, expiresSec: 600, since: 0 };
const ringing = makeCall({ state: 'ringing', since: 0, hasEarlyMedia: false }, { direction: 'inbound' });

beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});

describe('the worker', () => {
  it('listens to everything before it waits for anything', async () => {
    const fake = startBrowser();
    fake.storage.local.get = () => new Promise(() => {});
    await startWorker(fake);
    const { onConnect, onInstalled, onStartup, onUpdateAvailable } = fake.runtime;
    const { onButtonClicked, onClicked } = fake.notifications;
    const events = [onConnect, onInstalled, onStartup, onUpdateAvailable, onButtonClicked, onClicked];
    expect(events.map(({ count }) => count)).toEqual(events.map(() => 1));
    expect(fake.alarms.onAlarm.count).toBe(1);
  });

  it('closes local storage to content scripts', async () => {
    const { fake } = await makeWorker();
    expect(fake.storage.local.accessLevel).toBe('TRUSTED_CONTEXTS');
  });

  it('asks for the microphone once, when it is installed', async () => {
    const { fake } = await makeWorker();
    fake.runtime.onInstalled.emit({ reason: 'update' });
    fake.runtime.onInstalled.emit({ reason: 'install' });
    await vi.waitFor(() => expect(fake.screen.tabs).toEqual(['src/permission/index.html']));
  });

  it('starts no phone as long as nobody signs in', async () => {
    const { fake, offscreen, page } = await makeWorker();
    await page.send('profile.use', makeProfileDocument());
    fake.alarms.onAlarm.emit({ name: 'look-after-phone' });
    expect(await page.send('call.dial', { typed: '202' })).toEqual({ ok: false, why: 'not-registered' });
    expect(offscreen.phone).toBeUndefined();
  });
});

describe('signing in', () => {
  it('starts a phone and tells it with what', async () => {
    const { phone } = await makeSignedInWorker();
    expect(phone.setups).toMatchObject([{ extension: '201', gateways: [gateway.url] }]);
  });

  it('tells a phone that is there of a new profile', async () => {
    const { phone, page } = await makeSignedInWorker();
    await page.send('profile.use', makeProfileDocument({ Address: 'three.example.com' }));
    expect(phone.setups.at(-1)).toMatchObject({ gateways: ['wss://three.example.com:9443/ws'] });
  });

  it('and out signs the phone out, closes it, and shows so', async () => {
    const { fake, phone, offscreen, page } = await makeSignedInWorker();
    await page.send('phone.changed', { ...emptySnapshot, registration: registered });
    await page.send('account.signOut');
    expect(phone.setups.at(-1)).toBeNull();
    expect(offscreen.phone).toBeUndefined();
    expect(fake.storage.session.kept.snapshot).toEqual(emptySnapshot);
  });

  it('is over when the profile is forgotten', async () => {
    const { phone, offscreen, page } = await makeSignedInWorker();
    await page.send('profile.forget');
    expect(phone.setups.at(-1)).toBeNull();
    expect(offscreen.phone).toBeUndefined();
  });
});

describe('dialling', () => {
  it('hands the phone the number as the dial rules make it', async () => {
    const rules = {
      DialRule: true,
      OutsidePrefix: '9',
      CountryCode: '1',
      LongDistancePrefix: '1',
      NationalLength: '10',
    };
    const { phone, page } = await makeSignedInWorker();
    await page.send('profile.use', makeProfileDocument(rules));
    await page.send('call.dial', { typed: '(212) 555-0123' });
    expect(phone.told).toEqual(['call.place (212) 555-0123 → 912125550123']);
  });

  it('starts a phone when there is none', async () => {
    const { offscreen, page, phone, fake } = await makeSignedInWorker();
    endWorker(fake);
    await fake.offscreen.closeDocument();
    await startWorker(fake);
    await page.send('call.dial', { typed: '202' });
    expect(offscreen.phone).not.toBe(phone);
    expect(offscreen.phone?.told).toEqual(['call.place 202 → 202']);
  });
});

describe('a phone that vanishes', () => {
  it('leaves no call on the screen and is started again', async () => {
    const { fake, phone, offscreen, page } = await makeSignedInWorker();
    const inCall: Snapshot = { ...emptySnapshot, registration: registered, calls: [ringing] };
    await page.send('phone.changed', inCall);
    expect(fake.screen.windows).toHaveLength(1);
    phone.vanish();
    await vi.waitFor(() => expect(offscreen.phone).not.toBe(phone));
    await vi.waitFor(() => expect(offscreen.phone?.setups).toHaveLength(1));
    expect(fake.screen).toMatchObject({ windows: [], notifications: {} });
  });

  it('is worth a warning, but not when nobody is signed in and it was closed on purpose', async () => {
    const { mock } = vi.spyOn(console, 'warn');
    const warnings = () => mock.calls.filter(([line]) => /phone document/.test(line));
    const { phone, offscreen, page } = await makeSignedInWorker();
    phone.vanish();
    await vi.waitFor(() => expect(warnings()).toHaveLength(1));
    const another = offscreen.phone;
    await page.send('account.signOut');
    const { mock: told } = vi.spyOn(console, 'info');
    another?.vanish();
    await vi.waitFor(() => expect(told.calls.join()).toContain('phone document closed'));
    expect(warnings()).toHaveLength(1);
  });

  it('and is being started again when the person signs out is not left signed in', async () => {
    const { fake, phone, offscreen, page } = await makeSignedInWorker();
    const { createDocument } = fake.offscreen;
    let open = () => {};
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const asked = vi.fn();
    fake.offscreen.createDocument = async (options) => {
      asked();
      await opening;
      await createDocument(options);
    };
    phone.vanish();
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    const signedOut = page.send('account.signOut');
    await vi.waitFor(() => expect(fake.storage.local.kept.account).toMatchObject({ isSignedIn: false }));
    open();
    await signedOut;
    expect(await page.send('call.dial', { typed: '202' })).toEqual({ ok: false, why: 'not-registered' });
    expect(offscreen.phone).toBeUndefined();
  });

  it('together with the worker is started again within a minute', async () => {
    const { fake, offscreen, phone } = await makeSignedInWorker();
    endWorker(fake);
    await fake.offscreen.closeDocument();
    await startWorker(fake);
    await vi.waitFor(() => expect(offscreen.phone?.setups).toHaveLength(1));
    expect(offscreen.phone).not.toBe(phone);
  });
});

describe('a worker that is ended', () => {
  it('and started again leaves a phone alone that works', async () => {
    const { fake, phone, offscreen, page } = await makeSignedInWorker();
    await page.send('phone.changed', { ...emptySnapshot, registration: registered });
    endWorker(fake);
    await startWorker(fake);
    fake.alarms.onAlarm.emit({ name: 'look-after-phone' });
    await page.send('phone.changed', { ...emptySnapshot, registration: registered });
    expect(offscreen.phone).toBe(phone);
    expect(phone.setups).toHaveLength(1);
  });

  it('does not make a phone try a refused password again', async () => {
    const { fake, phone, page } = await makeSignedInWorker();
    const refused: Registration = { state: 'failed', gateway, why: 'wrong-password', retryAt: null };
    await page.send('phone.changed', { ...emptySnapshot, registration: refused });
    endWorker(fake);
    await startWorker(fake);
    fake.alarms.onAlarm.emit({ name: 'look-after-phone' });
    await page.send('phone.changed', { ...emptySnapshot, registration: refused });
    expect(phone.setups).toHaveLength(1);
  });

  it('in the middle of signing out leaves the rest to the next, which takes the phone off and shows so', async () => {
    const { fake, phone, offscreen, page } = await makeSignedInWorker();
    await page.send('phone.changed', { ...emptySnapshot, registration: registered });
    endWorker(fake);
    await fake.storage.local.set({ account: { ...denverSignIn, isSignedIn: false } });
    await startWorker(fake);
    await vi.waitFor(() => expect(fake.screen.icon).toBe('/icons/off-16.png'));
    expect(phone.setups.at(-1)).toBeNull();
    expect(offscreen.phone).toBeUndefined();
    expect(fake.storage.session.kept.snapshot).toEqual(emptySnapshot);
  });

  it('leaves a call to its end though nobody is signed in any more, as when a policy has gone', async () => {
    const { fake, phone, offscreen, page } = await makeSignedInWorker();
    await page.send('phone.changed', { ...emptySnapshot, registration: registered, calls: [ringing] });
    endWorker(fake);
    await fake.storage.local.remove(['profile']);
    await startWorker(fake);
    fake.alarms.onAlarm.emit({ name: 'look-after-phone' });
    await page.send('phone.changed', { ...emptySnapshot, registration: registered, calls: [ringing] });
    expect(phone.setups).toHaveLength(1);
    await page.send('phone.changed', { ...emptySnapshot, registration: registered });
    fake.alarms.onAlarm.emit({ name: 'look-after-phone' });
    await vi.waitFor(() => expect(offscreen.phone).toBeUndefined());
    expect(phone.setups.slice(1)).toEqual([null]);
  });

  it('before it could tell a new phone with what to sign in does so when it wakes', async () => {
    const { fake, offscreen, page } = await makeWorker();
    await page.send('profile.use', makeProfileDocument());
    const { createDocument } = fake.offscreen;
    fake.offscreen.createDocument = async (options) => {
      await createDocument(options);
      endWorker(fake);
      await new Promise(() => {});
    };
    void page.send('account.signIn', denverSignIn);
    await vi.waitFor(() => expect(offscreen.phone).toBeDefined());
    expect(offscreen.phone?.setups).toEqual([]);
    await startWorker(fake);
    await vi.waitFor(() => expect(offscreen.phone?.setups).toHaveLength(1));
  });
});

describe('a notification', () => {
  it('answers and declines by its buttons', async () => {
    const { fake, phone } = await makeSignedInWorker();
    fake.notifications.onButtonClicked.emit('call:c1', 0);
    fake.notifications.onButtonClicked.emit('call:c1', 1);
    await vi.waitFor(() => expect(phone.told).toEqual(['call.answer c1', 'call.decline c1']));
    expect(fake.screen.tabs).toEqual([]);
  });

  it('leads to the microphone page when there is no microphone to answer with', async () => {
    const { fake, phone } = await makeSignedInWorker();
    phone.answers = { ok: false, why: 'no-microphone' };
    fake.notifications.onButtonClicked.emit('call:c1', 0);
    await vi.waitFor(() => expect(fake.screen.tabs).toEqual(['src/permission/index.html']));
  });
});

describe('missed calls', () => {
  it('are off the toolbar when the person has looked at them', async () => {
    const { fake, page } = await makeSignedInWorker();
    await fake.storage.local.set({ missedCount: 2 });
    await page.send('phone.changed', { ...emptySnapshot, registration: registered });
    expect(fake.screen.badge).toBe('2');
    await page.send('missed.seen');
    expect(fake.screen.badge).toBe('');
  });
});
