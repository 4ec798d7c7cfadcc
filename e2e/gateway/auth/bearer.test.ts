import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeVerifyBearer } from './bearer';

const issuer = 'https://accounts.example.com';
let server: Server;
let verify: ReturnType<typeof makeVerifyBearer>;
let sign: (claims?: Record<string, unknown>, change?: (token: SignJWT) => void) => Promise<string>;
let signByAnother: typeof sign;

beforeAll(async () => {
  const [ours, another] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const keys = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] };
  server = createServer((_request, response) => response.end(JSON.stringify(keys)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const keysUrl = `http://127.0.0.1:${port}/`;
  verify = makeVerifyBearer({ issuer, keysUrl, audience: 'sip', users: { a11ce: '201' } });
  const signWith = (key: typeof ours.privateKey): typeof sign => {
    return (claims = {}, change = () => {}) => {
      const token = new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer(issuer)
        .setAudience('sip')
        .setSubject('a11ce')
        .setExpirationTime('1m');
      change(token);
      return token.sign(key);
    };
  };
  sign = signWith(ours.privateKey);
  signByAnother = signWith(another.privateKey);
});

afterAll(() => {
  server.close();
});

describe('a token', () => {
  it('that is good stands for the user of its subject', async () => {
    expect(await verify(await sign())).toEqual({ ok: true, user: '201' });
  });

  it.each([
    ['another issuer', (token: SignJWT) => token.setIssuer('https://evil.example')],
    ['another audience', (token: SignJWT) => token.setAudience('mail')],
    ['an end that is past', (token: SignJWT) => token.setExpirationTime('-1s')],
    ['a subject without a telephone', (token: SignJWT) => token.setSubject('mallory')],
    ['a subject that every object has', (token: SignJWT) => token.setSubject('constructor')],
  ])('with %s is refused', async (_, change) => {
    expect(await verify(await sign({}, change))).toMatchObject({ ok: false });
  });

  it('that somebody else has signed, or nobody, is refused', async () => {
    expect(await verify(await signByAnother())).toMatchObject({ ok: false });
    const [, claims] = (await sign()).split('.');
    const head = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await verify(`${head}.${claims}.`)).toMatchObject({ ok: false });
    expect(await verify('not a token')).toMatchObject({ ok: false });
  });
});
