import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { beginAuthorization, type Dialect, readAuthorization } from './authorization';

const service = { address: 'https://accounts.example.com', clientId: 'offhook' };
const redirectUri = 'https://abcdef.chromiumapp.org/';
const random = {
  state: new Uint8Array(32).fill(1),
  nonce: new Uint8Array(32).fill(2),
  verifier: new Uint8Array(32).fill(251),
};
const begin = (isSilent = false, dialect: Dialect = 'openid') =>
  beginAuthorization(service, { redirectUri, random, dialect, isSilent });

describe('what the window asks', () => {
  it('is a code for our scopes, bound to this very attempt', () => {
    const { url, pending } = begin();
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe('https://accounts.example.com/oauth2/authorize');
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: 'offhook',
      redirect_uri: redirectUri,
      scope: 'openid email profile spaces',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    expect(pending.verifier).toBe(Buffer.from(random.verifier).toString('base64url'));
    expect(pending.verifier).toMatch(/^[\w-]{43}$/);
    expect(url).not.toContain(pending.verifier);
  });

  it('asks a service that knows no ID tokens for none, and gives it no nonce', () => {
    const { url, pending } = begin(false, 'plain');
    const { searchParams } = new URL(url);
    expect(searchParams.get('scope')).toBe('email profile spaces');
    expect(searchParams.has('nonce')).toBe(false);
    expect(pending.nonce).toBeNull();
  });

  it('asks the person nothing when it is silent', () => {
    expect(new URL(begin(true).url).searchParams.get('prompt')).toBe('none');
  });

  it('keeps a path of the service', () => {
    const deep = { ...service, address: 'https://example.com/accounts' };
    const { url } = beginAuthorization(deep, {
      redirectUri,
      random,
      dialect: 'plain',
      isSilent: false,
    });
    expect(url).toContain('https://example.com/accounts/oauth2/authorize?');
  });
});

describe('what comes back', () => {
  const { pending } = begin();
  const { state } = pending;
  const back = (query: Record<string, string>, base = redirectUri) =>
    readAuthorization(`${base}?${new URLSearchParams(query)}`, pending);

  it('gives the code', () => {
    expect(back({ code: 'c', state })).toEqual({ ok: true, code: 'c' });
    expect(back({ code: 'c', state, iss: 'https://accounts.example.com' })).toEqual({ ok: true, code: 'c' });
  });

  it.each([
    ['another state', { code: 'c', state: 'x' }],
    ['no state', { code: 'c' }],
    ['an error without our state', { error: 'access_denied' }],
    ['no code', { state }],
    ['another issuer', { code: 'c', state, iss: 'https://evil.example' }],
    ['an issuer that is no address', { code: 'c', state, iss: 'accounts' }],
  ])('with %s is thrown away', (_, query) => {
    expect(back(query)).toEqual({ ok: false, why: 'bad-reply' });
  });

  it.each(['https://other.chromiumapp.org/', `${redirectUri}elsewhere`, 'https://evil.example/'])(
    'at %s is thrown away',
    (base) => {
      expect(back({ code: 'c', state }, base)).toEqual({ ok: false, why: 'bad-reply' });
    },
  );

  it('that is no address is thrown away', () => {
    expect(readAuthorization('', pending)).toEqual({ ok: false, why: 'bad-reply' });
  });

  it.each([
    ['access_denied', 'refused'],
    ['invalid_scope', 'unknown-scope'],
    ['invalid_request', 'refused'],
    ['unauthorized_client', 'refused'],
    ['login_required', 'needs-person'],
    ['consent_required', 'needs-person'],
    ['interaction_required', 'needs-person'],
    ['temporarily_unavailable', 'unreachable'],
  ])('with the error %s means %s', (error, why) => {
    expect(back({ error, state })).toEqual({ ok: false, why });
  });
});
