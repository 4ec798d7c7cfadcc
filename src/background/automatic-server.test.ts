import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProfileDocument } from '../bus/protocol';
import { makeCall } from '../core/make-call';
import { parseProfile } from '../core/profile/parse-profile';
import type { Registration } from '../core/registration';
import { automatic } from '../core/settings/server-choice';
import { emptySnapshot, type Snapshot } from '../core/snapshot';
import { endWorker } from './fake-browser';
import type { FakePhone } from './fake-phone';
import { makeProfileDocument } from './make-profile';
import { denverSignIn, makeSignedInWorker, makeWorker, startWorker } from './make-worker';

const gateway = { url: 'wss://inside.example.com:9443/ws', index: 0 };
const at = (registration: Registration): Snapshot => ({ ...emptySnapshot, registration });
const registered = at({ state: 'registered', gateway, expiresSec: 600, since: 0 });
const lost = at({ state: 'failed', gateway, why: 'unreachable', retryAt: 1 });
const refused = at({ state: 'failed', gateway, why: 'wrong-password', retryAt: null });
const inCall: Snapshot = {
  ...registered,
  calls: [makeCall({ state: 'connecting' })],
};

/** Two servers, the second of them with failover. */
function makeTwoServers(): ProfileDocument {
  const text = JSON.stringify({
    Aura_Web_Gateway_Server_Profile: [
      { Name: 'Inside', Address: 'inside.example.com', SecondaryAddress: 'unused.example.com' },
      {
        Name: 'Outside',
        Address: 'out.example.com',
        SecondaryAddress: 'out2.example.com',
        AutoFailover: true,
      },
    ],
  });
  const parsed = parseProfile(text);
  if (!parsed.ok) throw new Error('refused');
  return { text, profiles: parsed.profiles };
}

const makeAutomatic = () => makeSignedInWorker(makeTwoServers(), { server: automatic });
const signedInAt = ({ setups }: FakePhone) => setups.map((setup) => setup?.serverName);
const races = ({ told }: FakePhone) => told.filter((line) => line.startsWith('servers.race'));

beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});

describe('Automatic', () => {
  it('has the phone find out before it signs in, by all gateways that would be used', async () => {
    const { phone } = await makeAutomatic();
    expect(phone.told).toEqual([
      'servers.race wss://inside.example.com/ws, wss://out.example.com/ws or wss://out2.example.com/ws',
    ]);
    expect(signedInAt(phone)).toEqual(['Inside']);
  });

  it('signs in at the server that answers', async () => {
    const { fake, page, offscreen } = await makeWorker();
    await page.send('profile.use', makeTwoServers());
    const { createDocument } = fake.offscreen;
    fake.offscreen.createDocument = async (options) => {
      await createDocument(options);
      if (offscreen.phone) offscreen.phone.fastest = 1;
    };
    await page.send('account.signIn', { ...denverSignIn, server: automatic });
    expect(offscreen.phone && signedInAt(offscreen.phone)).toEqual(['Outside']);
  });

  it('tries the first when none answers', async () => {
    const { fake, page, phone } = await makeAutomatic();
    phone.fastest = null;
    await fake.storage.session.remove('answeredServer');
    await page.send('account.signIn', { ...denverSignIn, server: automatic });
    expect(signedInAt(phone).at(-1)).toBe('Inside');
  });

  it('chooses again when the network changes, and stays when it is still the same server', async () => {
    const { page, phone } = await makeAutomatic();
    await page.send('phone.changed', registered);
    await page.send('network.changed');
    await vi.waitFor(() => expect(races(phone)).toHaveLength(2));
    phone.fastest = 1;
    await page.send('network.changed');
    await vi.waitFor(() => expect(signedInAt(phone)).toEqual(['Inside', 'Outside']));
  });

  it('waits for the end of a call before it chooses again', async () => {
    const { fake, page, phone } = await makeAutomatic();
    await page.send('phone.changed', inCall);
    phone.fastest = 1;
    await page.send('network.changed');
    await vi.waitFor(() => expect(fake.storage.session.kept.afterCall).toEqual({ chooses: true }));
    await page.send('phone.changed', { ...lost, calls: inCall.calls });
    expect(races(phone)).toHaveLength(1);
    await page.send('phone.changed', registered);
    await vi.waitFor(() => expect(signedInAt(phone)).toEqual(['Inside', 'Outside']));
    expect(races(phone)).toHaveLength(2);
  });

  it('looks for another server when the one that it chose is lost', async () => {
    const { page, phone } = await makeAutomatic();
    phone.fastest = 1;
    await page.send('phone.changed', lost);
    await vi.waitFor(() => expect(signedInAt(phone)).toEqual(['Inside', 'Outside']));
  });

  it('does not look for another server when the password is wrong', async () => {
    const { page, phone } = await makeAutomatic();
    phone.fastest = 1;
    await page.send('phone.changed', refused);
    await page.send('phone.changed', registered);
    expect(races(phone)).toHaveLength(1);
  });

  it('remembers its choice when the worker is ended, and lets the phone be', async () => {
    const { fake, page, phone } = await makeAutomatic();
    await page.send('phone.changed', registered);
    endWorker(fake);
    await startWorker(fake);
    await page.send('phone.changed', registered);
    expect(races(phone)).toHaveLength(1);
    expect(signedInAt(phone)).toEqual(['Inside']);
  });
});

it('a server that was chosen by name is not raced for', async () => {
  const { page, phone } = await makeSignedInWorker(makeTwoServers(), {
    server: { kind: 'named', name: 'Outside' },
  });
  await page.send('network.changed');
  await page.send('phone.changed', lost);
  expect(races(phone)).toEqual([]);
  expect(signedInAt(phone)).toEqual(['Outside']);
});

it('nor is the only one there is', async () => {
  const { phone } = await makeSignedInWorker(makeProfileDocument(), { server: automatic });
  expect(races(phone)).toEqual([]);
  expect(signedInAt(phone)).toEqual(['Denver']);
});
