import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccessToken } from '../core/auth/access-token';
import { FakeAccounts } from './fake-accounts';
import { startBrowser } from './fake-browser';
import { makeProfileDocument } from './make-profile';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { forgetSignIn, keepSignIn, readPhoneSetup } = await import('./sign-in');
const { keepSignOn, leaveSignOn } = await import('./single-sign-on');
const { renewToken } = await import('./renew-token');

const denver = { kind: 'named', name: 'Denver' } as const;

let fake = startBrowser();
let accounts = new FakeAccounts(fake);
let told: AccessToken[] = [];
const renew = () => renewToken(async (token) => void told.push(token));
const dueInMs = () => (fake.alarms.set.get('renew-token')?.when ?? Number.NaN) - Date.now();

beforeEach(async () => {
  fake = startBrowser();
  accounts = new FakeAccounts(fake);
  told = [];
  const AccountsAddress = 'https://accounts.example.com';
  const offer = { AccountsToken: true, AccountsAddress, AccountsClientId: 'offhook' };
  await fake.storage.local.set({ profile: makeProfileDocument(offer) });
  await keepSignOn({ server: denver, extension: '' });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the next token', () => {
  it('is due a minute before this one ends', () => {
    expect(dueInMs()).toBeGreaterThan(239_000);
    expect(dueInMs()).toBeLessThanOrEqual(240_000);
  });

  it('comes by the refresh token, and the phone has it before who asked', async () => {
    expect(await renew()).toEqual({ ok: true });
    expect(told.map(({ value }) => value)).toEqual(['access-2']);
    expect(await readPhoneSetup()).toMatchObject({ credentials: { token: { value: 'access-2' } } });
    expect(await renew()).toEqual({ ok: true });
    expect(accounts.asked).toEqual(['authorization_code', 'refresh_token', 'refresh_token']);
    expect(accounts.windows).toHaveLength(1);
  });

  it('comes by a window that nobody sees, where there are no refresh tokens', async () => {
    accounts.givesRefreshTokens = false;
    await keepSignOn({ server: denver, extension: '' });
    expect(await renew()).toEqual({ ok: true });
    expect(accounts.windows.map(({ isSilent }) => isSilent)).toEqual([false, false, true]);
    expect(accounts.windows.at(-1)?.url.searchParams.get('prompt')).toBe('none');
  });

  it('comes by such a window after the browser was started anew', async () => {
    await fake.storage.session.remove(Object.keys(fake.storage.session.kept));
    expect(await renew()).toEqual({ ok: true });
    expect(told).toHaveLength(1);
    expect(accounts.windows.at(-1)?.isSilent).toBe(true);
  });

  it('comes by such a window when the refresh token is worth nothing any more', async () => {
    accounts.forgetEveryone();
    accounts.person = 'known';
    expect(await renew()).toEqual({ ok: true });
    expect(accounts.asked).toEqual(['authorization_code', 'refresh_token', 'authorization_code']);
  });

  it('is one for all who ask at the same time', async () => {
    await Promise.all([renew(), renew(), renew()]);
    expect(accounts.asked).toEqual(['authorization_code', 'refresh_token']);
    expect(told).toHaveLength(1);
  });
});

describe('without the person', () => {
  it('who is not known any more there is no token, and nobody asks again by himself', async () => {
    accounts.forgetEveryone();
    expect(await renew()).toEqual({ ok: false, why: 'sign-in-again' });
    expect(told).toEqual([]);
    expect(fake.alarms.set.has('renew-token')).toBe(false);
    expect(accounts.windows.filter(({ isSilent }) => !isSilent)).toHaveLength(1);
  });

  it('a service that cannot be reached is asked again in a minute', async () => {
    accounts.isReachable = false;
    expect(await renew()).toEqual({ ok: false, why: 'accounts-unreachable' });
    expect(dueInMs()).toBeGreaterThan(59_000);
    expect(dueInMs()).toBeLessThanOrEqual(60_000);
    accounts.isReachable = true;
    expect(await renew()).toEqual({ ok: true });
  });

  it('who has signed in with a password there is nothing to renew', async () => {
    await keepSignIn({ server: denver, extension: '201', password: 'x', remember: false });
    expect(await renew()).toEqual({ ok: false, why: 'sign-in-again' });
    expect(accounts.asked).toEqual(['authorization_code']);
  });

  it('who signs out meanwhile the token that comes is given back', async () => {
    let come: (value: null) => void = () => {};
    accounts.thinking = new Promise((resolve) => {
      come = resolve;
    });
    const renewing = renew();
    await vi.waitFor(() => expect(accounts.asked).toContain('refresh_token'));
    await forgetSignIn();
    await leaveSignOn();
    come(null);
    expect(await renewing).toEqual({ ok: false, why: 'sign-in-again' });
    expect(told).toEqual([]);
    expect(accounts.revoked).toEqual(['refresh-2', 'access-2']);
    expect(fake.storage.session.kept).not.toHaveProperty('tokens');
    expect(fake.alarms.set.has('renew-token')).toBe(false);
  });
});
