import { describe, expect, it } from 'vitest';
import { digestResponse, formatChallenge, makeNonces, parseDigest } from './digest';

// The worked example of RFC 7616 §3.9.1, for both algorithms.
const given = {
  uri: '/dir/index.html',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  nc: '00000001',
  cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  qop: 'auth',
};
const secret = {
  username: 'Mufasa',
  realm: 'http-auth@example.org',
  password: 'Circle of Life',
  method: 'GET',
};

describe('digest authentication', () => {
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ] as const)('gives the response of the RFC with %s', (algorithm, response) => {
    expect(digestResponse(given, algorithm, secret)).toBe(response);
  });

  it('takes a nonce of its own once for each count, until it is too old', () => {
    let now = 1000;
    const nonces = makeNonces(500, () => now);
    const once = { nonce: nonces.make(), nc: '00000001', cnonce: 'c', qop: 'auth' };
    expect(nonces.check(once)).toBe('good');
    expect(nonces.check(once)).toBe('stale');
    expect(nonces.check({ ...once, nc: '00000002' })).toBe('good');
    expect(nonces.check({ ...once, nonce: `${once.nonce}0` })).toBe('foreign');
    now += 500;
    expect(nonces.check({ ...once, nc: '00000003' })).toBe('stale');
  });

  it('reads back the challenge that it writes', () => {
    const challenge = formatChallenge('a, "b"', 'n.1', 'SHA-256', true);
    expect(parseDigest(challenge)).toEqual({
      realm: 'a, "b"',
      nonce: 'n.1',
      algorithm: 'SHA-256',
      qop: 'auth',
      stale: 'true',
    });
    expect(parseDigest('Bearer abc')).toBeUndefined();
  });
});
