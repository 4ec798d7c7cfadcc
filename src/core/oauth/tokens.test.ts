import { describe, expect, it } from 'vitest';
import { extensionIn, isForSignOn, readClaims } from './claims';
import { readTokenResponse } from './token-response';
import { renewAt } from './token-set';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const makeJwt = (claims: unknown) => `${encode({ alg: 'ES256' })}.${encode(claims)}.c2ln`;
const askedAt = 1_000_000;
const read = (body: unknown, status = 200) => readTokenResponse({ status, body, askedAt });
const good = { access_token: 'a', token_type: 'Bearer' };

describe('the answer of the token endpoint', () => {
  it('is a token with its end, counted from when it was asked for', () => {
    expect(read({ ...good, expires_in: 60, refresh_token: 'r', id_token: 'i', scope: 'email' })).toEqual({
      ok: true,
      tokens: { accessToken: { value: 'a', expiresAt: 1_060_000 }, refreshToken: 'r', obtainedAt: askedAt },
      idToken: 'i',
    });
  });

  it('may say its end in the token, or not at all', () => {
    const inToken = read({ ...good, access_token: makeJwt({ exp: 5_000 }) });
    expect(inToken).toMatchObject({ tokens: { accessToken: { expiresAt: 5_000_000 }, refreshToken: null } });
    expect(read(good)).toMatchObject({ tokens: { accessToken: { expiresAt: askedAt + 3_600_000 } } });
    expect(read({ ...good, token_type: 'bearer', expires_in: '60' })).toMatchObject({ ok: true });
  });

  it.each([
    ['a page', undefined, 200, 'bad-reply'],
    ['no token', { token_type: 'Bearer' }, 200, 'bad-reply'],
    ['an empty token', { ...good, access_token: '' }, 200, 'bad-reply'],
    ['a token bound to a key', { ...good, token_type: 'DPoP' }, 200, 'bad-reply'],
    ['a used code', { error: 'invalid_grant' }, 400, 'refused'],
    ['an unknown client', { error: 'invalid_client' }, 401, 'refused'],
    ['a service in trouble', undefined, 502, 'unreachable'],
    ['a service that is asked too much', undefined, 429, 'unreachable'],
  ])('with %s is a failure', (_, body, status, why) => {
    expect(read(body, status)).toEqual({ ok: false, why });
  });
});

describe('a token that says something', () => {
  it('is read, whatever letters are in it', () => {
    expect(readClaims(makeJwt({ name: 'Zoë – 電話' }))).toEqual({ name: 'Zoë – 電話' });
  });

  it.each(['', 'opaque', 'a.b', 'a.b.c', `a.${encode([1])}.c`, `a.${encode('x')}.c`, 'a.%%%.c', 'a.AAAAA.c'])(
    'is not %j',
    (token) => {
      expect(readClaims(token)).toBeNull();
    },
  );

  it('answers our sign-on when it is for us and has our nonce', () => {
    const asked = { clientId: 'offhook', nonce: 'n' };
    expect(isForSignOn(makeJwt({ aud: 'offhook', nonce: 'n' }), asked)).toBe(true);
    expect(isForSignOn(makeJwt({ aud: ['x', 'offhook'], nonce: 'n' }), asked)).toBe(true);
    expect(isForSignOn(makeJwt({ aud: 'offhook', nonce: 'old' }), asked)).toBe(false);
    expect(isForSignOn(makeJwt({ aud: 'other', nonce: 'n' }), asked)).toBe(false);
    expect(isForSignOn(makeJwt({ aud: 'offhook' }), asked)).toBe(false);
    expect(isForSignOn('opaque', asked)).toBe(false);
  });

  it('knows the extension by its name, or by a user name that is one', () => {
    expect(extensionIn([makeJwt({ preferred_username: '300' }), makeJwt({ extension: '201' })])).toBe('201');
    expect(extensionIn([null, makeJwt({ preferred_username: '300' })])).toBe('300');
    expect(extensionIn([makeJwt({ preferred_username: 'alice' })])).toBeNull();
    expect(extensionIn([makeJwt({ extension: '201@evil.example' }), 'opaque', null])).toBeNull();
  });
});

describe('the next token is got', () => {
  const set = (lifetimeMs: number) => ({
    accessToken: { value: 'a', expiresAt: askedAt + lifetimeMs },
    refreshToken: null,
    obtainedAt: askedAt,
  });

  it.each([
    [3_600_000, 3_540_000],
    [180_000, 120_000],
    [30_000, 20_000],
    [0, 0],
    [-5, -5],
  ])('of one that lives %i ms, after %i ms', (lifetimeMs, afterMs) => {
    expect(renewAt(set(lifetimeMs))).toBe(askedAt + afterMs);
  });
});
