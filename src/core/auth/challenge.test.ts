import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAuthParams, parseChallenges } from './challenge';

describe('challenges', () => {
  it('are read from one header each, in their order', () => {
    const challenges = parseChallenges([
      'Bearer realm="pbx", authz_server="https://accounts.example.com", error="invalid_token"',
      'Digest realm="pbx", nonce="n1", opaque="o", qop="auth,auth-int", stale=TRUE, algorithm=SHA-256',
    ]);
    expect(challenges).toEqual([
      {
        scheme: 'bearer',
        realm: 'pbx',
        authzServer: 'https://accounts.example.com',
        error: 'invalid_token',
      },
      {
        scheme: 'digest',
        realm: 'pbx',
        nonce: 'n1',
        opaque: 'o',
        algorithm: 'SHA-256',
        qop: ['auth', 'auth-int'],
        isStale: true,
      },
    ]);
  });

  it('are read from one header for several', () => {
    const [digest, bearer] = parseChallenges(['Digest realm="a", nonce="b", qop="auth", Bearer realm="c"']);
    expect(digest).toMatchObject({ scheme: 'digest', realm: 'a', qop: ['auth'] });
    expect(bearer).toMatchObject({ scheme: 'bearer', realm: 'c' });
  });

  it('keep commas, quotes and equals signs that are inside quotes', () => {
    const [challenge] = parseChallenges(['Digest realm="a, \\"b\\" = c", nonce="x=="']);
    expect(challenge).toMatchObject({ realm: 'a, "b" = c', nonce: 'x==' });
  });

  it.each([
    ['blanks around the equals sign', 'digest  realm = "a" ,nonce= "b"'],
    ['no blank after commas', 'DIGEST realm="a",nonce="b"'],
    ['values without quotes', 'Digest realm=a, nonce=b'],
  ])('may be written with %s', (_, header) => {
    expect(parseChallenges([header])).toMatchObject([{ realm: 'a', nonce: 'b' }]);
  });

  it.each([
    ['another scheme', 'Negotiate abc=='],
    ['no nonce', 'Digest realm="a"'],
    ['a quote that does not end', 'Digest realm="a, nonce="b"x'],
    ['nothing', ''],
  ])('with %s are left out', (_, header) => {
    expect(parseChallenges([header])).toEqual([]);
  });

  it('never throw and take no longer than they are long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 500 }), (text) => {
        parseChallenges([text, `Digest ${text}`, `Digest realm="a", nonce="b", ${text}`]);
      }),
    );
    const startedAt = performance.now();
    parseChallenges([`Digest realm="${'\\"'.repeat(200_000)}`, ' ,'.repeat(200_000)]);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

it('reads the parameters of Authentication-Info', () => {
  expect(parseAuthParams('nextnonce="n2", qop=auth').get('nextnonce')).toBe('n2');
});
