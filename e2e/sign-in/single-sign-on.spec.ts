import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openSignOn, profileWithSignOn, sayName } from '../accounts';
import type { Gateway } from '../gateway/gateway';
import type { Offhook } from '../offhook';
import { callCard, dial, hangUp, registration, signOut, talkTo, useProfile } from '../person';
import { countOf, expect, proofs, test } from '../sign-on';
import { text } from '../texts';

const refreshed = 'POST /oauth2/access_token 200';

/** Everything that is kept, as one text. */
async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const [local, session] = await Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('offhook');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const lines = await new Promise((resolve) => {
      const reading = database.transaction('log').objectStore('log').getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return JSON.stringify([local, session, lines]);
  });
}

/** The alarm that renews a token goes off no more, as on a machine that slept. */
async function stopRenewing(page: Page): Promise<void> {
  await page.evaluate(() => chrome.alarms.clear('renew-token'));
}

const messagesTo = (gateway: Gateway) => gateway.lines.filter((line) => line.includes('→ gw'));

async function signOn(offhook: Offhook): Promise<Page> {
  const popup = await offhook.popup();
  await sayName(await openSignOn(offhook, popup), 'alice');
  await expect(registration(popup, 'registered')).toBeVisible();
  return popup;
}

test('signs on for the first time, and registers and calls with the token and nothing else', async ({
  offhook,
  gateway,
  accounts,
}) => {
  const popup = await signOn(offhook);
  await expect(popup.getByText('201 · Main office')).toBeVisible();
  expect(gateway.registrations('201')).toHaveLength(1);
  await talkTo(popup, '600');
  await hangUp(popup);
  for (const method of ['REGISTER', 'INVITE', 'BYE'])
    expect(proofs(gateway, method)).toEqual([expect.stringMatching(/^Bearer eyJ/)]);
  expect(gateway.lines.filter((line) => / 40[17] /.test(line))).toEqual([]);
  const kept = await everythingKept(popup);
  expect(kept).toContain('token');
  expect(kept).not.toMatch(/eyJ|Bearer ey/);
  await signOut(popup);
  await expect(popup.getByRole('button', { name: text('signOn') })).toBeVisible();
  await expect.poll(() => countOf(accounts, 'POST /oauth2/revoke 200')).toBe(1);
  expect(gateway.registrations('201')).toEqual([]);
});

test('tells what went wrong in the window, and lets the person in after all', async ({
  offhook,
  accounts,
}) => {
  const popup = await offhook.popup();
  const alert = popup.getByRole('alert');
  await (await openSignOn(offhook, popup)).close();
  await expect(alert).toHaveText(text('signOnCancelled'));
  await sayName(await openSignOn(offhook, popup), 'mallory');
  await expect(alert).toHaveText(text('signOnRefused'));
  await sayName(await openSignOn(offhook, popup), 'bob');
  await expect(alert).toHaveText(text('signOnNoExtension'));
  // A popup is closed as soon as the window has the focus: the next one tells how it went.
  const next = await offhook.popup();
  await expect(next.getByRole('alert')).toHaveText(text('signOnNoExtension'));
  await next.getByLabel(text('extension')).fill('202');
  await next.getByRole('button', { name: text('signOn') }).click();
  await expect(registration(next, 'registered')).toBeVisible();
  expect(countOf(accounts, 'POST /oauth2/revoke 200')).toBe(1);
});

test('says that the accounts service cannot be reached', async ({ offhook, accounts }) => {
  await accounts.close();
  const popup = await offhook.popup();
  await popup.getByRole('button', { name: text('signOn') }).click();
  await expect(popup.getByRole('alert')).toHaveText(text('signOnUnreachable'));
});

test.describe('with tokens that live for six seconds', () => {
  test.use({ accountsOptions: { accessTokenSec: 6 } });

  test('gets the next one before each ends, and a call shows the newest', async ({
    offhook,
    gateway,
    accounts,
  }) => {
    const popup = await signOn(offhook);
    const windows = countOf(accounts, 'GET /oauth2/authorize 303');
    await expect.poll(() => countOf(accounts, refreshed)).toBeGreaterThanOrEqual(3);
    await talkTo(popup, '600');
    const [first = ''] = proofs(gateway, 'REGISTER');
    const [newest = ''] = proofs(gateway, 'INVITE');
    expect(newest).toMatch(/^Bearer eyJ/);
    expect(newest).not.toBe(first);
    expect(countOf(accounts, 'GET /oauth2/authorize 303')).toBe(windows);
    expect(gateway.lines.filter((line) => / 40[17] /.test(line))).toEqual([]);
  });

  test('one that has ended in the middle is replaced when a call needs it', async ({
    offhook,
    gateway,
    accounts,
  }) => {
    const popup = await signOn(offhook);
    await stopRenewing(popup);
    // The registration finds out first.
    await expect.poll(() => countOf(accounts, refreshed)).toBe(2);
    await stopRenewing(popup);
    await dial(popup, '600');
    await expect(callCard(popup, 'active')).toBeVisible();
    await expect(registration(popup, 'registered')).toBeVisible();
    expect(gateway.lines.filter((line) => line.includes('not trusted'))).toEqual([]);
  });
});

test.describe('where there are no refresh tokens', () => {
  test.use({ accountsOptions: { accessTokenSec: 6, givesRefreshTokens: false } });

  test('renews in a window that nobody sees', async ({ offhook, accounts }) => {
    const popup = await signOn(offhook);
    const seen: string[] = [];
    offhook.context.on('page', (page) => void seen.push(page.url()));
    await expect.poll(() => countOf(accounts, refreshed)).toBeGreaterThanOrEqual(3);
    await expect(registration(popup, 'registered')).toBeVisible();
    expect(seen).toEqual([]);
  });
});

test('a token that the gateway refuses is renewed once, then the person is asked, and nobody tries on', async ({
  offhook,
  gateway,
  accounts,
  distrust,
}) => {
  const popup = await signOn(offhook);
  distrust.isOn = true;
  accounts.forgetEveryone();
  // The registration is refreshed every six seconds.
  await expect(popup.getByRole('alert')).toContainText(text('failureSignInAgain'));
  const asked = accounts.requests.length;
  const sent = messagesTo(gateway).length;
  expect(distrust.refused).toBe(1);
  await popup.reload();
  await expect(popup.getByRole('alert')).toContainText(text('failureSignInAgain'));
  expect(accounts.requests).toHaveLength(asked);
  expect(messagesTo(gateway)).toHaveLength(sent);
  distrust.isOn = false;
  await sayName(await openSignOn(offhook, popup), 'alice');
  await expect(registration(popup, 'registered')).toBeVisible();
});

test('a gateway that refuses every token gets two, and then the person is asked', async ({
  offhook,
  distrust,
}) => {
  const popup = await signOn(offhook);
  distrust.isOn = true;
  await expect(popup.getByRole('alert')).toContainText(text('failureSignInAgain'));
  expect(distrust.refused).toBe(2);
});

test('signs on by itself when the browser is started again', async ({ launch, gateway, accounts }) => {
  const profileDir = mkdtempSync(join(tmpdir(), 'offhook-again-'));
  const before = await launch({ profileDir });
  await useProfile(before, profileWithSignOn(gateway, accounts));
  await signOn(before);
  await before.close();
  const after = await launch({ profileDir });
  const popup = await after.popup();
  await expect(registration(popup, 'registered')).toBeVisible();
  expect(after.context.pages().filter((page) => page.url().startsWith(accounts.address))).toEqual([]);
  await after.close();
  rmSync(profileDir, { recursive: true, force: true });
});

test('a password still signs in beside it', async ({ offhook, gateway }) => {
  const popup = await offhook.popup();
  await popup.getByLabel(text('extension')).fill('201');
  await popup.getByLabel(text('password')).fill('secret-201');
  await popup.getByRole('button', { name: text('signIn'), exact: true }).click();
  await expect(registration(popup, 'registered')).toBeVisible();
  expect(proofs(gateway, 'REGISTER').at(-1)).toMatch(/^Digest/);
});
