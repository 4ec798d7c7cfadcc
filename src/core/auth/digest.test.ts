import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DigestChallenge } from './challenge';
import { beginDigest, digestProof, digestStrength, withNextNonce } from './digest';

// The worked example of RFC 7616 §3.9.1.
const challenge: DigestChallenge = {
  scheme: 'digest',
  realm: 'http-auth@example.org',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
  algorithm: 'MD5',
  qop: ['auth', 'auth-int'],
  isStale: false,
};
const secret = {
  username: 'Mufasa',
  password: 'Circle of Life',
  cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
};
const get = { method: 'GET', uri: '/dir/index.html', body: '' };

function begin(change: Partial<DigestChallenge> = {}) {
  const session = beginDigest({ ...challenge, ...change }, secret);
  if (!session) throw new Error('this digest cannot be given');
  return session;
}

const paramOf = (header: string, name: string) =>
  new RegExp(`\\b${name}="?([^",]*)`).exec(header)?.[1] ?? null;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const sha512256 = (text: string) => createHash('sha512-256').update(text).digest('hex');

describe('a digest', () => {
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('with %s is that of the RFC', (algorithm, response) => {
    const { header } = digestProof(begin({ algorithm }), get);
    expect(header).toBe(
      `Digest username="Mufasa", realm="${challenge.realm}", nonce="${challenge.nonce}", uri="/dir/index.html", ` +
        `response="${response}", algorithm=${algorithm}, cnonce="${secret.cnonce}", qop=auth, nc=00000001, ` +
        `opaque="${challenge.opaque}"`,
    );
  });

  it('with SHA-512-256 hashes by it throughout', () => {
    const { header } = digestProof(begin({ algorithm: 'SHA-512-256' }), get);
    const a1 = sha512256(`Mufasa:${challenge.realm}:Circle of Life`);
    const a2 = sha512256('GET:/dir/index.html');
    const middle = `${challenge.nonce}:00000001:${secret.cnonce}:auth`;
    expect(paramOf(header, 'response')).toBe(sha512256(`${a1}:${middle}:${a2}`));
  });

  it('of a session keeps the key that was made with its first nonce', () => {
    const first = digestProof(begin({ algorithm: 'SHA-256-sess' }), get);
    const second = digestProof(withNextNonce(first.session, 'next'), get);
    const own = sha256(`Mufasa:${challenge.realm}:Circle of Life`);
    const a1 = sha256(`${own}:${challenge.nonce}:${secret.cnonce}`);
    const a2 = sha256('GET:/dir/index.html');
    expect(paramOf(second.header, 'nonce')).toBe('next');
    expect(paramOf(second.header, 'response')).toBe(
      sha256(`${a1}:next:00000001:${secret.cnonce}:auth:${a2}`),
    );
  });

  it('counts the requests that one nonce is used for', () => {
    let session = begin();
    for (let count = 1; count < 11; count += 1) ({ session } = digestProof(session, get));
    expect(paramOf(digestProof(session, get).header, 'nc')).toBe('0000000b');
  });

  it('protects the body when the server offers nothing less', () => {
    const body = 'v=0';
    const { header } = digestProof(begin({ algorithm: 'SHA-256', qop: ['auth-int'] }), { ...get, body });
    const a1 = sha256(`Mufasa:${challenge.realm}:Circle of Life`);
    const a2 = sha256(`GET:/dir/index.html:${sha256(body)}`);
    const middle = `${challenge.nonce}:00000001:${secret.cnonce}:auth-int`;
    expect(paramOf(header, 'response')).toBe(sha256(`${a1}:${middle}:${a2}`));
  });

  it('for a server of RFC 2069 has neither count nor algorithm', () => {
    const { header } = digestProof(begin({ qop: [], algorithm: null, opaque: null }), get);
    expect(header).not.toMatch(/qop|nc=|cnonce|algorithm|opaque/);
  });

  it('escapes what would end a quoted string', () => {
    const { header } = digestProof(begin({ realm: 'a "b" \\ c' }), get);
    expect(header).toContain('realm="a \\"b\\" \\\\ c"');
  });

  it.each([
    ['an unknown algorithm', { algorithm: 'SHA-1' }],
    ['an unknown protection', { qop: ['auth-conf'] }],
    ['a session without a client nonce', { algorithm: 'MD5-sess', qop: [] }],
  ])('cannot be given with %s', (_, change) => {
    expect(digestStrength({ ...challenge, ...change })).toBeNull();
    expect(beginDigest({ ...challenge, ...change }, secret)).toBeNull();
  });

  it.each(['md5', 'sha-256', 'Sha-512-256-Sess'])('takes the algorithm %s in any case', (algorithm) => {
    expect(digestStrength({ ...challenge, algorithm })).not.toBeNull();
  });
});
