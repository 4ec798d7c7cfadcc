import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { alice, hangUp, signedInPopup, talkTo, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

/** Everything that the browser keeps for the extension. */
function everythingKept(page: Page) {
  return page.evaluate(async () => {
    const [local, session, alarms] = await Promise.all([
      chrome.storage.local.get(),
      chrome.storage.session.get(),
      chrome.alarms.getAll(),
    ]);
    const databases = await indexedDB.databases();
    return { local, session, alarms: alarms.map(({ name }) => name), databases: databases.length };
  });
}

test('forgets the person, and nothing is left in the browser', async ({ offhook, gateway }) => {
  await useProfile(offhook, profileFor(gateway.url));
  const popup = await signedInPopup(offhook, { ...alice, remember: true });
  await talkTo(popup, '600');
  await hangUp(popup);
  const before = await everythingKept(popup);
  expect(Object.keys(before.local)).toEqual(
    expect.arrayContaining(['account', 'rememberedSecret', 'profile']),
  );
  expect(before.databases).toBe(1);
  await popup.close();

  const options = await offhook.options();
  await options.getByRole('button', { name: text('forgetMe') }).click();
  await options.getByRole('button', { name: text('forgetMeYes') }).click();
  await expect(options.getByText(text('forgotten'))).toBeVisible();
  await expect(options.getByText(text('profileNone'))).toBeVisible();
  expect(gateway.registrations('201')).toEqual([]);
  // An empty page of the extension: what the options write while they are open is theirs.
  await options.close();
  const page = await offhook.open('manifest.json');
  const after = await everythingKept(page);
  // The version of the settings, that there is no policy and what told us so, and that nobody is signed in.
  expect(JSON.stringify(after)).not.toMatch(/201|600|secret|127\.0\.0\.1|Main office|sealed/);
  expect(
    Object.keys(after.local).filter(
      (key) => !['version', 'policy', 'policyFollowed', 'sources'].includes(key),
    ),
  ).toEqual([]);
  expect(after.session).toEqual({
    snapshot: { registration: { state: 'off' }, account: null, calls: [], presence: {} },
  });
  expect(after.alarms).not.toContain('renew-token');
  const left = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const counts: Record<string, number> = {};
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const counting = database.transaction(store).objectStore(store).count();
        counts[store] = await new Promise((resolve) => {
          counting.onsuccess = () => resolve(counting.result);
        });
      }
      database.close();
    }
    return Object.entries(counts).filter(([, count]) => count > 0);
  });
  expect(left).toEqual([]);
});

test('can be kept after all', async ({ offhook, gateway, popup }) => {
  const options = await offhook.options();
  await options.getByRole('button', { name: text('forgetMe') }).click();
  await options.getByRole('button', { name: text('profileKeep') }).click();
  await expect(options.getByRole('button', { name: text('forgetMe') })).toBeVisible();
  expect(gateway.registrations('201')).toHaveLength(1);
  await expect(popup.getByText('201 · Main office')).toBeVisible();
});
