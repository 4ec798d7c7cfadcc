import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Gateway, type GatewayOptions, startGateway } from './gateway';
import { connectPhone, type RawPhone, withDigest } from './raw-phone';
import { header, headerValues } from './sip/headers';

let gateway: Gateway;
const phones: RawPhone[] = [];

async function start(options: GatewayOptions = {}): Promise<void> {
  gateway = await startGateway(options);
}

async function phone(user: string): Promise<RawPhone> {
  const made = await connectPhone(gateway.url, user);
  phones.push(made);
  return made;
}

afterEach(async () => {
  for (const made of phones.splice(0)) made.close();
  await gateway.close();
});

const registerOf = (made: RawPhone, headers: Record<string, string> = {}) =>
  made.make('REGISTER', 'sip:gateway.example', {
    to: `<sip:${made.user}@gateway.example>`,
    headers: { Contact: `<${made.contact}>`, ...headers },
  });

describe('signing in', () => {
  it('takes the right password and grants no more than it wants to', async () => {
    await start({ grantExpiresSec: 120 });
    const alice = await phone('201');
    const response = await alice.register('', { Expires: '3600' });
    expect(header(response, 'Contact')).toContain(`<${alice.contact}>;expires=120`);
    expect(gateway.registrations('201')).toMatchObject([{ contact: alice.contact, expiresInSec: 120 }]);
  });

  it('answers a wrong password and an unknown user with another challenge', async () => {
    await start();
    const alice = await phone('201');
    await alice.authenticate(registerOf(alice), 'wrong');
    await alice.nextResponse(401, 'REGISTER');
    const nobody = await phone('777');
    await nobody.authenticate(registerOf(nobody), '');
    await nobody.nextResponse(401, 'REGISTER');
    expect(gateway.lines.join('\n')).not.toContain('secret-201');
  });

  it('answers a wrong password with 403 where that is the habit', async () => {
    await start({ wrongPasswordStatus: 403 });
    const alice = await phone('201');
    await alice.authenticate(registerOf(alice), 'wrong');
    await alice.nextResponse(403, 'REGISTER');
  });

  it('does not let one user register another', async () => {
    await start();
    const alice = await phone('201');
    const request = { ...registerOf(alice), headers: [...registerOf(alice).headers] };
    const forBob = request.headers.map((h) =>
      h.name === 'To' ? { ...h, value: '<sip:202@gateway.example>' } : h,
    );
    await alice.authenticate({ ...request, headers: forBob });
    await alice.nextResponse(403, 'REGISTER');
  });

  it('offers the algorithms in the order that was set, and takes each', async () => {
    await start({ algorithms: ['SHA-256', 'MD5'] });
    const alice = await phone('201');
    alice.send(registerOf(alice));
    const challenge = await alice.nextResponse(401, 'REGISTER');
    const offered = headerValues(challenge, 'WWW-Authenticate').map((v) => /algorithm=([\w-]+)/.exec(v)?.[1]);
    expect(offered).toEqual(['SHA-256', 'MD5']);
    alice.send(withDigest(registerOf(alice), challenge, '201', 'secret-201'));
    await alice.nextResponse(200, 'REGISTER');
  });

  it('calls an old nonce stale, so that the phone asks nobody for the password again', async () => {
    await start({ nonceLifetimeMs: 0 });
    const alice = await phone('201');
    await alice.authenticate(registerOf(alice));
    const again = await alice.nextResponse(401, 'REGISTER');
    expect(header(again, 'WWW-Authenticate')).toContain('stale=true');
  });

  it('takes an access token, and says what is wrong with a bad one', async () => {
    await start({
      verifyBearer: async (token) =>
        token === 'good' ? { ok: true, user: '201' } : { ok: false, why: 'expired' },
      authzServer: 'https://login.example',
    });
    const alice = await phone('201');
    alice.send(registerOf(alice, { Authorization: 'Bearer bad' }));
    const refused = headerValues(await alice.nextResponse(401, 'REGISTER'), 'WWW-Authenticate');
    expect(refused[0]).toMatch(/^Digest /);
    expect(refused[1]).toMatch(/^Bearer .*authz_server="https:\/\/login.example", error="invalid_token"/);
    alice.send(registerOf(alice, { Authorization: 'Bearer good' }));
    await alice.nextResponse(200, 'REGISTER');
  });
});

describe('bindings', () => {
  it('are several for one user, and end with Expires 0', async () => {
    await start();
    const [desk, laptop] = [await phone('201'), await phone('201')];
    await desk.register();
    const both = await laptop.register();
    expect(headerValues(both, 'Contact')).toHaveLength(2);
    await desk.register(';expires=0');
    expect(gateway.registrations('201').map((r) => r.contact)).toEqual([laptop.contact]);
    await gateway.waitFor('201.2 → gw');
  });

  it('are replaced by the same instance and reg-id, whatever the contact', async () => {
    await start();
    const mark = ';+sip.instance="<urn:uuid:1>";reg-id=1';
    await (await phone('201')).register(mark);
    const again = await phone('201');
    const response = await again.register(mark, { Supported: 'outbound, gruu' });
    expect(gateway.registrations('201').map((r) => r.contact)).toEqual([again.contact]);
    expect(header(response, 'Require')).toBe('outbound');
    expect(header(response, 'Contact')).toContain('pub-gruu="sip:201@gateway.example;gr=urn:uuid:1"');
  });

  it('vanish with their socket, or stay where that is the habit', async () => {
    await start();
    const alice = await phone('201');
    await alice.register();
    alice.close();
    await gateway.waitFor('201 socket closed, 1 binding removed');
    expect(gateway.registrations('201')).toEqual([]);
    await gateway.close();
    await start({ dropOnClose: false });
    const bob = await phone('202');
    await bob.register();
    bob.close();
    await gateway.waitFor('202 socket closed');
    expect(gateway.registrations('202')).toHaveLength(1);
  });

  it('are refused when they are too brief', async () => {
    await start({ minExpiresSec: 60 });
    const alice = await phone('201');
    await alice.authenticate(registerOf(alice, { Expires: '5' }));
    expect(header(await alice.nextResponse(423, 'REGISTER'), 'Min-Expires')).toBe('60');
  });
});

describe('the socket', () => {
  it('is refused without the subprotocol sip', async () => {
    await start();
    const socket = new WebSocket(gateway.url, 'chat');
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('400');
  });

  it('is secure with a key and a certificate', async () => {
    const at = mkdtempSync(join(tmpdir(), 'gateway-'));
    const [keyFile, certFile] = [join(at, 'key.pem'), join(at, 'cert.pem')];
    const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-subj', '/CN=127.0.0.1'];
    const out = ['-nodes', '-keyout', keyFile, '-out', certFile];
    execFileSync('openssl', ['req', '-x509', ...ec, ...out], { stdio: 'ignore' });
    await start({ tls: { key: readFileSync(keyFile), cert: readFileSync(certFile) } });
    rmSync(at, { recursive: true });
    expect(gateway.url).toMatch(/^wss:/);
    await expect(connectPhone(gateway.url, '201')).rejects.toThrow('self-signed');
    const alice = await connectPhone(gateway.url, '201', { rejectUnauthorized: false });
    phones.push(alice);
    await alice.register();
  });

  it('is pinged with CRLFCRLF and answers CRLF, or stays silent', async () => {
    await start();
    const alice = await phone('201');
    alice.send('\r\n\r\n');
    expect(await alice.nextText()).toBe('\r\n');
    await gateway.close();
    await start({ answersPing: false });
    const bob = await phone('202');
    bob.send('\r\n\r\n');
    bob.send(bob.make('OPTIONS', 'sip:gateway.example'));
    await bob.nextResponse(200, 'OPTIONS');
    expect(bob.inbox).toEqual([]);
  });

  it('answers nothing while frozen, and everything after that', async () => {
    await start();
    const alice = await phone('201');
    gateway.freeze();
    alice.send(alice.make('OPTIONS', 'sip:gateway.example'));
    const late = connectPhone(gateway.url, '202');
    const before = gateway.lines.length;
    const quiet = await Promise.race([
      late.then(() => 'opened'),
      alice.nextResponse(200, 'OPTIONS').then(() => 'answered'),
      gateway.waitFor('OPTIONS', { after: before, timeoutMs: 300 }).catch(() => 'quiet'),
    ]);
    expect(quiet).toBe('quiet');
    gateway.thaw();
    phones.push(await late);
    alice.send(alice.make('OPTIONS', 'sip:gateway.example'));
    await alice.nextResponse(200, 'OPTIONS');
  });

  it('closes at once when the gateway is killed, which forgets all and can come back on its port', async () => {
    await start();
    const alice = await phone('201');
    await alice.register();
    const closed = new Promise((resolve) => alice.socket.once('close', resolve));
    await gateway.kill();
    await closed;
    expect(gateway.registrations('201')).toEqual([]);
    await expect(connectPhone(gateway.url, '201')).rejects.toThrow('ECONNREFUSED');
    await gateway.restart();
    await (await phone('201')).register();
    expect(gateway.registrations('201')).toHaveLength(1);
  });
});
