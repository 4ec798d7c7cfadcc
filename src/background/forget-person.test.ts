import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../store/database';
import { FakeAccounts } from './fake-accounts';
import { makeProfileDocument } from './make-profile';
import { denverSignIn, makeSignedInWorker, makeWorker } from './make-worker';

beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});

const rules = {
  outsidePrefix: '9',
  countryCode: '',
  cityCodes: [],
  pbxPrefix: '',
  longDistancePrefix: '',
  internationalPrefix: '',
  extensionLengths: [],
  nationalLengths: [],
  removeAreaCode: false,
  applyToPlusNumber: false,
};

describe('forgetting the person', () => {
  it('signs the phone out and leaves nothing behind', async () => {
    const { fake, offscreen, page, phone } = await makeSignedInWorker();
    await page.send('rules.use', rules);
    await page.send('missed.seen');
    fake.permissions.origins.add('https://one.example.com/*');
    const database = await openDatabase();
    await database.put('colleagues', { at: 0, people: [] }, 'jane');
    expect(fake.storage.local.kept).toHaveProperty('rememberedSecret');
    expect(await database.count('keys')).toBe(1);

    await page.send('person.forget');

    expect(phone.setups.at(-1)).toBeNull();
    expect(offscreen.phone).toBeUndefined();
    const { version, policy, policyFollowed: _, sources, ...others } = fake.storage.local.kept;
    expect(version).toBeTypeOf('number');
    expect(JSON.stringify([policy, sources])).not.toMatch(/example|201/);
    expect(others).toEqual({});
    const { snapshot, ...session } = fake.storage.session.kept;
    expect(snapshot).toMatchObject({ registration: { state: 'off' }, account: null, calls: [] });
    expect(session).toEqual({});
    expect(await indexedDB.databases()).toEqual([]);
    expect([...fake.permissions.origins]).toEqual([
      'https://always.example.com/*',
      'https://spaces.avayacloud.com/*',
    ]);
  });

  it('gives tokens back when the phone needs them no more', async () => {
    const { fake, offscreen, page } = await makeWorker();
    const accounts = new FakeAccounts(fake);
    const AccountsAddress = 'https://accounts.example.com';
    const offer = { AccountsToken: true, AccountsAddress, AccountsClientId: 'offhook' };
    await page.send('profile.use', makeProfileDocument(offer));
    await page.send('account.signInWithToken', { server: denverSignIn.server, extension: '' });
    const { phone } = offscreen;
    expect(phone?.setups).toMatchObject([{ credentials: { token: { value: 'access-1' } } }]);
    const whenRevoked = vi.spyOn(accounts.revoked, 'push').mockImplementation((...tokens) => {
      expect(phone?.setups.at(-1)).toBeNull();
      return tokens.length;
    });
    await page.send('person.forget');
    expect(whenRevoked).toHaveBeenCalledTimes(2);
    expect(fake.alarms.set.has('renew-token')).toBe(false);
  });

  it('keeps what the administrator has set', async () => {
    const { fake, page } = await makeSignedInWorker();
    const { text } = makeProfileDocument({ Name: 'Policy' });
    await fake.storage.managed.set({ ProfileText: text });
    await page.send('person.forget');
    expect(fake.storage.local.kept).toMatchObject({ profile: { profiles: [{ name: 'Policy' }] } });
    expect(fake.storage.local.kept).not.toHaveProperty('account');
  });

  it('lets the person begin anew at once', async () => {
    const { offscreen, page } = await makeSignedInWorker();
    await page.send('person.forget');
    await page.send('profile.use', makeProfileDocument());
    expect(await page.send('account.signIn', denverSignIn)).toEqual({ ok: true });
    expect(offscreen.phone?.setups).toMatchObject([{ extension: '201' }]);
  });
});
