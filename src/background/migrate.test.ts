import { beforeEach, expect, it, vi } from 'vitest';
import { settingsVersion } from '../core/settings/migrations';
import { startBrowser } from './fake-browser';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { migrateKept } = await import('./migrate');
const { holdLocalItems, localItemsMigrated, readItem } = await import('../platform/storage');

let fake = startBrowser();
beforeEach(() => {
  fake = startBrowser();
  holdLocalItems(Promise.resolve(false));
});

const old = { serverName: 'West', extension: '201', isSignedIn: true };
const migrated = { server: { kind: 'named', name: 'West' }, extension: '201', isSignedIn: true };

it('brings up to date what an older version kept', async () => {
  await fake.storage.local.set({ account: old, instanceId: 'a', missedCount: 'damaged' });
  await migrateKept();
  expect(fake.storage.local.kept).toEqual({
    version: settingsVersion,
    account: migrated,
    instanceId: 'a',
    missedCount: 'damaged',
  });
});

it('looks at nothing but the version when it is the current one', async () => {
  await fake.storage.local.set({ version: settingsVersion, account: old });
  const { get } = fake.storage.local;
  const asked: unknown[] = [];
  fake.storage.local.get = (keys) => {
    asked.push(keys);
    return get(keys);
  };
  await migrateKept();
  expect(asked).toEqual(['version']);
  expect(fake.storage.local.kept.account).toEqual(old);
});

it('lets nobody read before it is done: not the worker', async () => {
  await fake.storage.local.set({ account: old });
  holdLocalItems(migrateKept());
  expect(await readItem('local', 'account')).toEqual(migrated);
});

it('lets nobody read before it is done: nor a page that was opened first', async () => {
  await fake.storage.local.set({ account: old });
  holdLocalItems(localItemsMigrated());
  const read = readItem('local', 'account');
  await migrateKept();
  expect(await read).toEqual(migrated);
  expect(fake.storage.onChanged.count).toBe(0);
});

it('holds up no page when there is nothing to be brought up to date', async () => {
  holdLocalItems(localItemsMigrated());
  expect(await readItem('local', 'account')).toBeUndefined();
});
