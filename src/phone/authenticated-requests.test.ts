import { Inviter, URI } from 'sip.js';
import { describe, expect, it } from 'vitest';
import type { Credentials } from '../bus/protocol';
import { FakeStudio } from './fake-studio';
import { makeWire } from './fake-wire';
import { GatewayTransport } from './gateway-transport';
import { Link } from './link';
import { firstUrl, makePhone } from './make-phone';
import { settle } from './pass';
import { makeTokenSource } from './token-source';
import { makeUserAgent } from './user-agent';

const accountsAddress = 'https://accounts.example.com';

/** An agent of the phone's in a call to Bob, as the engine uses it, with nothing of the engine around it. */
async function makeAgentInCall(credentials: Credentials) {
  const wire = makeWire([firstUrl]);
  const setup = { ...makePhone().setup, credentials };
  const tokens = makeTokenSource(setup, async () => ({ ok: false, why: 'sign-in-again' }));
  const studio = new FakeStudio();
  const ua = makeUserAgent(setup, { tokens, media: () => studio.makeOutbound(), onInvitation: () => {} });
  const { transport } = ua;
  if (!(transport instanceof GatewayTransport)) throw new Error('not our transport');
  await ua.start();
  const link = await Link.open(firstUrl, {
    openSocket: wire.openSocket,
    events: { onMessage: (text) => transport.receive(text), onLost: () => {} },
    deadlineMs: 1_000,
    signal: new AbortController().signal,
  });
  if (typeof link === 'string') throw new Error(link);
  transport.use(link);
  const bob = wire.at(firstUrl).person('202');
  const inviter = new Inviter(ua, new URI('sip', '202', 'example.com'));
  await inviter.invite();
  const far = await bob.isCalled();
  await far.answer();
  await wire.until('phone → ACK');
  await far.isAnswered();
  return { wire, tokens, inviter, far };
}

const token = (value: string) => ({ value, expiresAt: Date.now() + 60_000 });
const header = (request: string, name: string) => new RegExp(`^${name}: (.*)\r$`, 'm').exec(request)?.[1];

describe('a request in a dialog', () => {
  it('carries the token that is the newest when it is sent', async () => {
    const { wire, tokens, inviter } = await makeAgentInCall({
      kind: 'token',
      token: token('one'),
      accountsAddress,
    });
    expect(header(await wire.until('phone → INVITE'), 'Authorization')).toBe('Bearer one');
    tokens.take(token('two'));
    await inviter.invite();
    expect(header(await wire.until('phone → INVITE'), 'Authorization')).toBe('Bearer two');
    await wire.until('phone ← 200 OK (INVITE)');
    await wire.until('phone ← 200 OK (INVITE)');
    await settle();
    tokens.take(token('three'));
    await inviter.bye();
    expect(header(await wire.until('phone → BYE'), 'Authorization')).toBe('Bearer three');
  });

  it('that is challenged takes the next number, and the request after it the one after that', async () => {
    const { wire, inviter, far } = await makeAgentInCall({ kind: 'password', password: 'secret' });
    far.challengeInfo('Proxy-Authenticate: Digest realm="example.com", nonce="n", algorithm=SHA-256');
    await inviter.info({
      requestOptions: {
        body: { contentDisposition: 'render', contentType: 'application/x', content: 'x' },
      },
    });
    await wire.until('phone ← 200 OK (INFO)');
    await inviter.bye();
    const sent = [
      await wire.until('phone → INFO'),
      await wire.until('phone → INFO'),
      await wire.until('phone → BYE'),
    ];
    expect(sent.map((request) => header(request, 'CSeq'))).toEqual(['2 INFO', '3 INFO', '4 BYE']);
    expect(header(sent[1] ?? '', 'Proxy-Authorization')).toContain('algorithm=SHA-256');
  });
});
