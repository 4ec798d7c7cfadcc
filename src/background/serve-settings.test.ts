import 'fake-indexeddb/auto';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCall } from '../core/make-call';
import { emptySnapshot, type Snapshot } from '../core/snapshot';
import type { LocalItems } from '../platform/storage';
import { endWorker, type FakeBrowser } from './fake-browser';
import { makeProfileDocument } from './make-profile';
import { denverSignIn, makeSignedInWorker, makeWorker, makeWorld, startWorker } from './make-worker';

const registered: Snapshot = {
  ...emptySnapshot,
  registration: {
    state: 'registered',
    gateway: { url: 'wss://one.example.com:9443/ws', index: 0 },
    expiresSec: 600,
    since: 0,
  },
};
const inCall: Snapshot = {
  ...registered,
  calls: [makeCall({ state: 'ringing', since: 0, hasEarlyMedia: false })],
};

const servers: Server[] = [];
beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A web server of one document, which a test may change or break. */
async function serve(text: string) {
  const site = { text, status: 200, asked: 0, url: '' };
  const server = createServer((_, response) => {
    site.asked += 1;
    response.writeHead(site.status).end(site.text);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  site.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/offhook.json`;
  return site;
}

/** The worker of the next version starts in the place of the one that runs. */
async function updateOffhook(fake: FakeBrowser): Promise<void> {
  endWorker(fake);
  vi.spyOn(fake.runtime, 'getManifest').mockReturnValue({ ...fake.runtime.getManifest(), version: '1.1' });
  await startWorker(fake);
}

const addressOf = (host: string) => `wss://${host}:9443/ws`;
const kept = (fake: FakeBrowser) => fake.storage.local.kept as Partial<LocalItems>;
const inForce = (fake: FakeBrowser) => kept(fake).profile?.profiles.map(({ gateways }) => gateways[0]);
const three = makeProfileDocument({ Address: 'three.example.com' });
const four = makeProfileDocument({ Address: 'four.example.com' });

describe('a document of the person', () => {
  it('replaces the one before, and is kept with where it is from', async () => {
    const { fake, page } = await makeWorker();
    await page.send('profile.use', { ...three, file: 'three.json' });
    expect(kept(fake).sources).toMatchObject({ file: { name: 'three.json', text: three.text } });
    expect(await page.send('profile.use', four)).toBe(true);
    expect(kept(fake).sources).toMatchObject({ paste: { text: four.text } });
    expect(kept(fake).sources).not.toHaveProperty('file');
    expect(inForce(fake)).toEqual([addressOf('four.example.com')]);
  });
});

describe('an update of Offhook', () => {
  it('reads the document anew, since it may understand more of it', async () => {
    const { fake, page } = await makeWorker();
    await page.send('profile.use', three);
    const { profile } = kept(fake);
    await fake.storage.local.set({ profile: { ...profile, profiles: [] } });
    await updateOffhook(fake);
    await vi.waitFor(() => expect(inForce(fake)).toEqual([addressOf('three.example.com')]));
  });
});

describe('an address', () => {
  it('goes before what was pasted, and what was pasted comes back when it is forgotten', async () => {
    const site = await serve(three.text);
    const { fake, page } = await makeWorker();
    await page.send('profile.use', four);
    expect(await page.send('profile.useAddress', { url: site.url, pick: null })).toBe('profile');
    expect(inForce(fake)).toEqual([addressOf('three.example.com')]);
    await page.send('profile.forget', { source: 'address' });
    expect(inForce(fake)).toEqual([addressOf('four.example.com')]);
  });

  it('is not taken when it has nothing of use', async () => {
    const site = await serve('<!doctype html><title>Sign in</title>');
    const { fake, page } = await makeWorker();
    expect(await page.send('profile.useAddress', { url: site.url, pick: null })).toBe('refused');
    site.status = 404;
    expect(await page.send('profile.useAddress', { url: site.url, pick: null })).toBe('failed');
    expect(kept(fake).sources?.address).toBeUndefined();
  });

  it('is fetched again at each sign-in, and tells the phone of what is new', async () => {
    const site = await serve(three.text);
    const { fake, page, offscreen } = await makeWorker();
    await page.send('profile.useAddress', { url: site.url, pick: null });
    site.text = four.text;
    await page.send('account.signIn', denverSignIn);
    await vi.waitFor(() => expect(inForce(fake)).toEqual([addressOf('four.example.com')]));
    await vi.waitFor(() =>
      expect(offscreen.phone?.setups.at(-1)).toMatchObject({ gateways: [addressOf('four.example.com')] }),
    );
    expect(site.asked).toBe(2);
  });

  it('that fails leaves its last good copy in force, and says since when it fails', async () => {
    const site = await serve(three.text);
    const { fake, page } = await makeWorker();
    await page.send('profile.useAddress', { url: site.url, pick: null });
    const before = kept(fake).sources?.address?.copy;
    site.status = 503;
    await page.send('profile.refresh');
    const failed = kept(fake).sources?.address;
    expect(failed).toMatchObject({ copy: before, failing: { why: 'status', status: 503 } });
    site.status = 200;
    site.text = '{"IP_Office_Server_Profile": [{}]}';
    await page.send('profile.refresh');
    expect(kept(fake).sources?.address).toMatchObject({
      copy: before,
      failing: { why: 'refused', since: failed?.failing?.since },
    });
    expect(inForce(fake)).toEqual([addressOf('three.example.com')]);
  });
});

describe('the policy', () => {
  it('goes before everything, locks, and gives back what was there when it goes', async () => {
    const { fake, page } = await makeWorker();
    await page.send('profile.use', four);
    await fake.storage.managed.set({ ProfileText: three.text });
    await vi.waitFor(() => expect(inForce(fake)).toEqual([addressOf('three.example.com')]));
    expect(await page.send('profile.use', four)).toBe(false);
    await page.send('profile.forget');
    expect(inForce(fake)).toEqual([addressOf('three.example.com')]);
    await page.send('settings.import', { sources: { paste: { text: four.text, takenAt: 1 } } });
    expect(inForce(fake)).toEqual([addressOf('three.example.com')]);
    await fake.storage.managed.set({ ProfileText: '' });
    await vi.waitFor(() => expect(inForce(fake)).toEqual([addressOf('four.example.com')]));
  });

  it('is read when the worker starts', async () => {
    const { fake } = makeWorld();
    await fake.storage.managed.set({ Profile: JSON.parse(three.text) });
    await startWorker(fake);
    await vi.waitFor(() => expect(inForce(fake)).toEqual([addressOf('three.example.com')]));
  });

  it('that is of no use is logged once, and not again before the policy or Offhook is another', async () => {
    const { fake } = makeWorld();
    const { mock } = vi.spyOn(console, 'warn');
    const warned = () => mock.calls.filter(([line]) => /policy of no use/.test(line));
    await fake.storage.managed.set({ Extension: 'no extension' });
    await startWorker(fake);
    await vi.waitFor(() => expect(kept(fake).policyFollowed).toBeDefined());
    endWorker(fake);
    await startWorker(fake);
    await fake.storage.managed.set({ Extension: 'nor is this' });
    await vi.waitFor(() => expect(warned()).toHaveLength(2));
    await updateOffhook(fake);
    await vi.waitFor(() => expect(warned()).toHaveLength(3));
  });

  it('that has not been read yet when the worker starts again is waited for', async () => {
    const { fake } = makeWorld();
    await fake.storage.managed.set({ ProfileText: three.text });
    await startWorker(fake);
    await vi.waitFor(() => expect(inForce(fake)).toEqual([addressOf('three.example.com')]));
    endWorker(fake);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      await fake.storage.managed.remove('ProfileText');
      await startWorker(fake);
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      expect(inForce(fake)).toEqual([addressOf('three.example.com')]);
      await vi.runAllTimersAsync();
      await vi.waitFor(() => expect(inForce(fake)).toBeUndefined());
    } finally {
      vi.useRealTimers();
    }
  });

  it('has its address fetched at once', async () => {
    const site = await serve(three.text);
    const { fake } = makeWorld();
    await fake.storage.managed.set({ ProfileAddress: site.url });
    await startWorker(fake);
    await vi.waitFor(() => expect(inForce(fake)).toEqual([addressOf('three.example.com')]));
  });

  it('with a broken document leaves in force what there was, and says what is wrong', async () => {
    const { fake, page } = await makeWorker();
    await page.send('profile.use', four);
    await fake.storage.managed.set({ ProfileText: '{' });
    await vi.waitFor(() => expect(kept(fake).sources?.policy).toBeDefined());
    expect(inForce(fake)).toEqual([addressOf('four.example.com')]);
    expect(kept(fake).sources?.policy).toMatchObject({
      copy: null,
      problems: [{ code: 'rootKeyMissing' }, {}],
    });
  });

  it('decides who signs in, and whether the password is kept', async () => {
    const { fake, phone } = await makeSignedInWorker();
    expect(kept(fake).rememberedSecret).toBeDefined();
    await fake.storage.managed.set({ MayStaySignedIn: false });
    await vi.waitFor(() => expect(kept(fake).rememberedSecret).toBeUndefined());
    expect(phone.setups.at(-1)).toMatchObject({ extension: '201' });
    await fake.storage.managed.set({ Extension: '202' });
    await vi.waitFor(() => expect(phone.setups.at(-1)).toBeNull());
    expect(kept(fake).account).toMatchObject({ extension: '202', isSignedIn: false });
    expect(fake.storage.session.kept).not.toHaveProperty('secret');
  });

  it('is put in the place of what somebody types', async () => {
    const { fake, page, offscreen } = await makeWorker();
    await page.send('profile.use', three);
    await fake.storage.managed.set({ Extension: '202', MayStaySignedIn: false });
    await vi.waitFor(() => expect(kept(fake).policy?.extension).toBe('202'));
    await page.send('account.signIn', denverSignIn);
    expect(offscreen.phone?.setups.at(-1)).toMatchObject({ extension: '202' });
    expect(kept(fake).rememberedSecret).toBeUndefined();
  });

  it('that takes the document away does not end a call', async () => {
    const { fake, page, offscreen } = makeWorld();
    await fake.storage.managed.set({ ProfileText: three.text });
    await startWorker(fake);
    await vi.waitFor(() => expect(inForce(fake)).toHaveLength(1));
    await page.send('account.signIn', denverSignIn);
    const setups = offscreen.phone?.setups;
    await page.send('phone.changed', inCall);
    await fake.storage.managed.set({ ProfileText: '' });
    await vi.waitFor(() => expect(fake.storage.session.kept.afterCall).toEqual({ configures: true }));
    expect(inForce(fake)).toBeUndefined();
    expect(setups?.at(-1)).not.toBeNull();
    await page.send('phone.changed', registered);
    await vi.waitFor(() => expect(setups?.at(-1)).toBeNull());
  });
});

describe('settings of a file', () => {
  it('are taken, and sign out whoever had another extension', async () => {
    const { fake, page, phone } = await makeSignedInWorker();
    const server = { kind: 'named', name: 'Denver' } as const;
    await page.send('settings.import', { account: { server, extension: '201' } });
    expect(kept(fake).account).toMatchObject({ extension: '201', isSignedIn: true });
    await page.send('settings.import', {
      account: { server, extension: '202' },
      sources: { paste: { text: four.text, takenAt: 1 } },
    });
    expect(kept(fake).account).toEqual({ server, extension: '202', isSignedIn: false });
    expect(inForce(fake)).toEqual([addressOf('four.example.com')]);
    expect(phone.setups.at(-1)).toBeNull();
    expect(kept(fake).rememberedSecret).toBeUndefined();
  });

  it('bring an address, whose document is fetched at once', async () => {
    const site = await serve(three.text);
    const { fake, page } = await makeWorker();
    await page.send('settings.import', {
      sources: { address: { url: site.url, pick: null, copy: null, failing: null } },
    });
    await vi.waitFor(() => expect(inForce(fake)).toEqual([addressOf('three.example.com')]));
  });
});
