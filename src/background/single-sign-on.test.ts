import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignInWithToken } from '../bus/protocol';
import { FakeAccounts } from './fake-accounts';
import { startBrowser } from './fake-browser';
import { makeProfileDocument } from './make-profile';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { keepSignIn, readPhoneSetup } = await import('./sign-in');
const { keepSignOn, leaveSignOn } = await import('./single-sign-on');

const offer = {
  AccountsToken: true,
  AccountsAddress: 'https://accounts.example.com',
  AccountsClientId: 'offhook',
};
const wish: SignInWithToken = { server: { kind: 'named', name: 'Denver' }, extension: '' };

let fake = startBrowser();
let accounts = new FakeAccounts(fake);
const useProfile = (change: object = {}) =>
  fake.storage.local.set({ profile: makeProfileDocument({ ...offer, ...change }) });
const stored = (): string => JSON.stringify([fake.storage.local.kept, fake.storage.session.kept]);

beforeEach(async () => {
  fake = startBrowser();
  accounts = new FakeAccounts(fake);
  await useProfile();
});

describe('signing on', () => {
  it('gives the phone a token, and the extension that the account knows', async () => {
    expect(await keepSignOn(wish)).toEqual({ ok: true });
    expect(await readPhoneSetup()).toMatchObject({
      extension: '201',
      serverName: 'Denver',
      credentials: { kind: 'token', token: { value: 'access-1' }, accountsAddress: offer.AccountsAddress },
    });
    expect(accounts.windows).toMatchObject([{ isSilent: false }]);
  });

  it('takes the extension that was typed before the one of the account', async () => {
    await keepSignOn({ ...wish, extension: '300' });
    expect(await readPhoneSetup()).toMatchObject({ extension: '300' });
  });

  it('keeps the tokens in memory only, and sealed', async () => {
    await keepSignOn(wish);
    expect(fake.storage.session.kept).toHaveProperty('tokens');
    expect(JSON.stringify(fake.storage.local.kept)).not.toContain('tokens');
    expect(stored()).not.toMatch(/access-|refresh-/);
  });

  it('forgets the password that signed in before', async () => {
    await keepSignIn({ server: wish.server, extension: '201', password: 'open sesame', remember: true });
    await keepSignOn(wish);
    expect(stored()).not.toMatch(/[sS]ecret/);
  });

  it('at a service that knows no ID tokens asks for none', async () => {
    accounts.knowsOpenId = false;
    expect(await keepSignOn({ ...wish, extension: '201' })).toEqual({ ok: true });
    expect(accounts.windows.map(({ url }) => url.searchParams.get('scope'))).toEqual([
      'openid email profile spaces',
      'email profile spaces',
    ]);
  });

  it('anew gives the tokens before back', async () => {
    await keepSignOn(wish);
    await keepSignOn(wish);
    await vi.waitFor(() => expect(accounts.revoked).toEqual(['refresh-1', 'access-1']));
    expect(await readPhoneSetup()).toMatchObject({ credentials: { token: { value: 'access-2' } } });
  });

  it('twice at once opens one window', async () => {
    await Promise.all([keepSignOn(wish), keepSignOn(wish)]);
    expect(accounts.windows).toHaveLength(1);
  });
});

describe('a sign-on that fails', () => {
  it.each<[string, string, () => void]>([
    ['the person closes the window', 'cancelled', () => (accounts.person = 'closes')],
    ['the service says no', 'refused', () => (accounts.person = 'refuses')],
    ['the service cannot be reached', 'unreachable', () => (accounts.isReachable = false)],
    [
      'an answer with another state comes back',
      'bad-reply',
      () => (accounts.tamper = (back) => back.searchParams.set('state', 'x')),
    ],
    [
      'an answer of another service comes back',
      'bad-reply',
      () => (accounts.tamper = (back) => back.searchParams.set('iss', 'https://evil.example')),
    ],
    [
      'a code that was made for somebody else comes back',
      'refused',
      () => (accounts.tamper = (back) => back.searchParams.set('code', 'stolen')),
    ],
    [
      'an ID token of another sign-on comes back',
      'bad-reply',
      () => (accounts.tamperIdToken = (claims) => Object.assign(claims, { nonce: 'old' })),
    ],
    [
      'an ID token for another client comes back',
      'bad-reply',
      () => (accounts.tamperIdToken = (claims) => Object.assign(claims, { aud: 'mail' })),
    ],
    ['the account has no extension and none was typed', 'no-extension', () => (accounts.claims = {})],
  ])('because %s leaves who was signed in, and says why', async (_, why, happen) => {
    await keepSignIn({ server: wish.server, extension: '201', password: 'open sesame', remember: true });
    const before = await readPhoneSetup();
    happen();
    expect(await keepSignOn(wish)).toEqual({ ok: false, why });
    expect(await readPhoneSetup()).toEqual(before);
    // The popup that it was begun in has been closed by the window.
    expect(fake.storage.session.kept.signOnFailure).toBe(why);
    expect(fake.storage.session.kept).not.toHaveProperty('tokens');
  });

  it('is forgotten when the next one works', async () => {
    accounts.person = 'closes';
    await keepSignOn(wish);
    accounts.person = 'signs-in';
    await keepSignOn(wish);
    expect(fake.storage.session.kept).not.toHaveProperty('signOnFailure');
  });

  it('for want of an extension gives the tokens back', async () => {
    accounts.claims = {};
    await keepSignOn(wish);
    expect(accounts.revoked).toEqual(['refresh-1', 'access-1']);
  });

  it.each([
    ['that does not offer it', { AccountsToken: false }, 'not-offered'],
    ['without a client id', { AccountsClientId: '' }, 'no-client-id'],
  ])('because of a profile %s opens no window', async (_, change, why) => {
    await useProfile(change);
    expect(await keepSignOn(wish)).toEqual({ ok: false, why });
    expect(accounts.windows).toEqual([]);
  });

  it.each([
    ['an extension that no address can hold', { extension: '2 01' }, 'bad-extension'],
    ['a server that is gone', { server: { kind: 'named', name: 'Berlin' } as const }, 'unknown-server'],
  ])('because of %s opens no window', async (_, change, why) => {
    expect(await keepSignOn({ ...wish, ...change })).toEqual({ ok: false, why });
    expect(accounts.windows).toEqual([]);
  });
});

describe('a token', () => {
  it('is not shown at another accounts service than the one that gave it', async () => {
    await keepSignOn(wish);
    await useProfile({ AccountsAddress: 'https://evil.example' });
    expect(await readPhoneSetup()).toMatchObject({
      credentials: { kind: 'token', token: null, accountsAddress: 'https://evil.example' },
    });
  });

  it('is gone with the browser, and the phone asks for another', async () => {
    await keepSignOn(wish);
    await fake.storage.session.remove(Object.keys(fake.storage.session.kept));
    expect(await readPhoneSetup()).toMatchObject({ extension: '201', credentials: { token: null } });
  });

  it('signs nobody in where the profile no longer offers single sign-on', async () => {
    await keepSignOn(wish);
    await useProfile({ AccountsToken: false });
    expect(await readPhoneSetup()).toBeNull();
  });
});

describe('signing off', () => {
  it('forgets the tokens at once, and tells the service when that is wanted', async () => {
    await keepSignOn(wish);
    const tellService = await leaveSignOn();
    expect(fake.storage.session.kept).not.toHaveProperty('tokens');
    expect(fake.alarms.set.has('renew-token')).toBe(false);
    expect(accounts.revoked).toEqual([]);
    await tellService();
    expect(accounts.revoked).toEqual(['refresh-1', 'access-1']);
  });

  it('does not mind a service that cannot be told', async () => {
    await keepSignOn(wish);
    accounts.isReachable = false;
    const tellService = await leaveSignOn();
    await tellService();
    expect(fake.storage.session.kept).not.toHaveProperty('tokens');
  });

  it('of somebody who has not signed on tells nobody', async () => {
    const tellService = await leaveSignOn();
    await tellService();
    expect(accounts.asked).toEqual([]);
  });
});
