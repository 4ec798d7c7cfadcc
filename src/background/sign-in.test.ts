import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignIn } from '../bus/protocol';
import type { ServerChoice } from '../core/settings/server-choice';
import { openDatabase } from '../store/database';
import { startBrowser } from './fake-browser';
import { makeProfileDocument } from './make-profile';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { forgetSignIn, keepSignIn, readPhoneSetup } = await import('./sign-in');

let fake = startBrowser();
beforeEach(async () => {
  fake = startBrowser();
  await fake.storage.local.set({ profile: makeProfileDocument() });
});

const password = 'open sesame';
const denver: ServerChoice = { kind: 'named', name: 'Denver' };
const signIn: SignIn = { server: denver, extension: '201', password, remember: false };
const stored = (): string => JSON.stringify([fake.storage.local.kept, fake.storage.session.kept]);
/** Whatever lives in memory only is gone. */
const restartBrowser = (): Promise<void> =>
  fake.storage.session.remove(Object.keys(fake.storage.session.kept));

describe('signing in', () => {
  it('gives the phone all that it needs to register', async () => {
    expect(await keepSignIn(signIn)).toEqual({ ok: true });
    const setup = await readPhoneSetup();
    expect(setup).toMatchObject({
      serverName: 'Denver',
      extension: '201',
      sipDomain: 'example.com',
      gateways: ['wss://one.example.com:9443/ws'],
      iceServers: [],
    });
    expect(JSON.stringify(setup)).toContain(password);
  });

  it.each([
    ['an extension that no address can hold', { extension: '2 01@x' }, 'bad-extension'],
    ['an empty extension', { extension: '' }, 'bad-extension'],
    [
      'a server that the profile does not have',
      { server: { kind: 'named', name: 'Berlin' } as const },
      'unknown-server',
    ],
  ])('with %s is refused, and changes nothing', async (_title, change, why) => {
    await keepSignIn(signIn);
    const before = stored();
    expect(await keepSignIn({ ...signIn, ...change })).toEqual({ ok: false, why });
    expect(stored()).toBe(before);
  });

  it('without a profile is refused', async () => {
    await fake.storage.local.remove('profile');
    expect(await keepSignIn(signIn)).toEqual({ ok: false, why: 'no-profile' });
  });

  it('keeps the password nowhere in the clear', async () => {
    await keepSignIn({ ...signIn, remember: true });
    expect(stored()).not.toContain(password);
    expect(stored()).not.toContain(btoa(password));
  });
});

describe('the gateways', () => {
  it('are all of them with failover', async () => {
    await fake.storage.local.set({ profile: makeProfileDocument({ AutoFailover: true }) });
    await keepSignIn(signIn);
    const gateways = ['wss://one.example.com:9443/ws', 'wss://two.example.com:9443/ws'];
    expect(await readPhoneSetup()).toMatchObject({ gateways });
  });

  it('are the primary alone without, save for a call for help', async () => {
    await keepSignIn(signIn);
    expect(await readPhoneSetup()).toMatchObject({
      gateways: ['wss://one.example.com:9443/ws'],
      everyGateway: ['wss://one.example.com:9443/ws', 'wss://two.example.com:9443/ws'],
    });
  });
});

describe('a browser that starts again', () => {
  it('signs in again when the person asked for it', async () => {
    await keepSignIn({ ...signIn, remember: true });
    await restartBrowser();
    expect(await readPhoneSetup()).toMatchObject({ extension: '201' });
  });

  it('asks for the password again when the person did not', async () => {
    await keepSignIn({ ...signIn, remember: true });
    await keepSignIn(signIn);
    await restartBrowser();
    expect(await readPhoneSetup()).toBeNull();
  });

  it('asks for the password again when the key to it is lost', async () => {
    await keepSignIn({ ...signIn, remember: true });
    await (await openDatabase()).clear('keys');
    expect(await readPhoneSetup()).toBeNull();
  });

  it('is the same installation to the server', async () => {
    await keepSignIn({ ...signIn, remember: true });
    const before = await readPhoneSetup();
    await restartBrowser();
    expect((await readPhoneSetup())?.instanceId).toBe(before?.instanceId);
    expect(before?.instanceId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

it('two who read the setup for the first time name the same installation, even on a slow disk', async () => {
  await keepSignIn(signIn);
  const { get } = fake.storage.local;
  fake.storage.local.get = async (keys) => {
    const found = await get(keys);
    if (keys === 'instanceId') await new Promise((resolve) => setTimeout(resolve, 30));
    return found;
  };
  const [one, two] = await Promise.all([readPhoneSetup(), readPhoneSetup()]);
  expect(one?.instanceId).toBe(two?.instanceId);
});

it('signing out forgets the password and keeps the name', async () => {
  await keepSignIn({ ...signIn, remember: true });
  await forgetSignIn();
  expect(await readPhoneSetup()).toBeNull();
  expect(fake.storage.local.kept).not.toHaveProperty('rememberedSecret');
  expect(fake.storage.session.kept).not.toHaveProperty('secret');
  expect(fake.storage.local.kept.account).toEqual({
    server: denver,
    extension: '201',
    isSignedIn: false,
  });
});

it('a profile without the server of the account signs nobody in', async () => {
  await keepSignIn(signIn);
  await fake.storage.local.set({ profile: makeProfileDocument({ Name: 'Berlin' }) });
  expect(await readPhoneSetup()).toBeNull();
});
