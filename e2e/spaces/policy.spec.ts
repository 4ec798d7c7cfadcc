import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { extensionIdOf } from '../extension-copy';
import { alice, registration, signedInPopup, useProfile } from '../person';
import { makeExtensionKey, PolicyFile, reloadPolicies, whyNoPolicy } from '../policy-file';
import { profileFor } from '../profiles';
import { text } from '../texts';
import { test as base, crm, documentOf, expect } from './fixtures';
import { markedNumbers } from './site';

const example = readFileSync(new URL('../pages/page-api.html', import.meta.url), 'utf8');

const test = base.extend<{ key: string; policy: PolicyFile }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what a fixture asks for
  key: async ({}, use) => use(makeExtensionKey()),
  policy: async ({ key }, use) => {
    const policy = new PolicyFile(extensionIdOf({ key }));
    await use(policy);
    policy.remove();
  },
  offhook: async ({ launch, key }, use) => use(await launch({ key })),
});

const reason = whyNoPolicy();
test.skip(reason !== null, reason ?? '');
test.slow();

test('a page that the policy lists asks by messages to its own window; one that it trusts calls at once', async ({
  offhook,
  gateway,
  policy,
  site,
  invites,
}) => {
  site.put('/', example);
  await useProfile(offhook, profileFor(gateway.url));
  const popup = await signedInPopup(offhook, alice);
  const page = await offhook.context.newPage();
  const policies = await offhook.context.newPage();
  const output = page.locator('output');
  const askStatus = async () => {
    await page.goto(`${crm}/`);
    await page.getByRole('button', { name: 'Status' }).click();
  };

  await askStatus();
  policy.write({ PageApiSites: [crm] });
  await reloadPolicies(policies);
  await expect(async () => {
    await askStatus();
    await expect(output).toHaveText(/"state":"ready"/, { timeout: 1_500 });
  }).toPass();

  await page.bringToFront();
  await page.getByLabel('Number').fill('+1 303 555 0142');
  await page.getByRole('button', { name: 'Call' }).click();
  const requestPage = () => offhook.context.pages().find((open) => open.url().includes('/call-request/'));
  await expect.poll(() => requestPage() !== undefined, 'our own window asks').toBe(true);
  await expect(requestPage()?.getByText(crm, { exact: true }) ?? popup.locator('none')).toBeVisible();
  await requestPage()
    ?.getByRole('button', { name: text('callRequestDecline') })
    .click();
  await expect(output).toHaveText(/"outcome":"declined"/);
  expect(invites()).toEqual([]);

  policy.write({ PageApiTrustedSites: [crm] });
  await reloadPolicies(policies);
  await expect(registration(popup, 'registered')).toBeVisible();
  await expect(async () => {
    await page.getByRole('button', { name: 'Call' }).click();
    await expect(output).toHaveText(/"outcome":"calling"/, { timeout: 3_000 });
  }).toPass();
  await expect.poll(() => invites().length).toBe(1);
  expect(requestPage()).toBeUndefined();
});

test('sites of the policy are searched, and those that it excludes are not, with their sub-domains', async ({
  offhook,
  policy,
  site,
}) => {
  site.put('/', documentOf('<p>+1 303 555 0142</p>'));
  const page = await offhook.context.newPage();
  const policies = await offhook.context.newPage();
  const marked = async () => {
    await page.goto(`${crm}/`);
    await page.bringToFront();
    await expect.poll(() => markedNumbers(page), { timeout: 2_000 }).toEqual(['+1 303 555 0142']);
  };
  policy.write({ ClickToCallSites: ['crm.example.com'] });
  await reloadPolicies(policies);
  await expect(marked).toPass();

  policy.write({ ClickToCallSites: ['crm.example.com'], ClickToCallExcludedSites: ['example.com'] });
  await reloadPolicies(policies);
  const worker = await offhook.worker();
  const registered = () =>
    worker.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map(({ excludeMatches }) => excludeMatches),
    );
  await expect.poll(registered).toEqual([expect.arrayContaining(['*://*.example.com/*'])]);
  // In a page of its own: Chromium makes a world that a page has had once again at each address.
  await expect(async () => {
    const fresh = await offhook.context.newPage();
    await fresh.goto(`${crm}/`);
    const worlds = await worldsOfOurs(fresh);
    await fresh.close();
    expect(worlds).toEqual([]);
  }).toPass();
});

/** The worlds of extensions' scripts in the page. */
async function worldsOfOurs(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
  await session.send('Runtime.enable');
  await session.detach();
  return worlds.filter((origin) => origin.startsWith('chrome-extension:'));
}
