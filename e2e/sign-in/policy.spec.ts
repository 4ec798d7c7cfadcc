import type { Page } from '@playwright/test';
import { extensionIdOf } from '../extension-copy';
import { test as base, expect } from '../fixtures';
import { alice, callCard, dial, hangUp, registration, useProfile } from '../person';
import { makeExtensionKey, PolicyFile, reloadPolicies, whyNoPolicy } from '../policy-file';
import { profileFor } from '../profiles';
import { text } from '../texts';

type Fixtures = {
  key: string;
  /** What the administrator has set for the extension of this test, and for no other. */
  policy: PolicyFile;
};

const test = base.extend<Fixtures>({
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
// Chromium takes up to five seconds before it believes a file that has just been written.
test.slow();

const named = (name: string, url: string) => {
  const [server] = profileFor(url).IP_Office_Server_Profile;
  return { IP_Office_Server_Profile: [{ ...server, Name: name }] };
};
const inForce = (options: Page) => options.locator('.in-force').getByRole('heading', { level: 4 });

test('what the administrator sets is in force at the first start, shown as set, and cannot be changed', async ({
  policy,
  launch,
  key,
  gateway,
}) => {
  policy.write({ Profile: named('From the policy', gateway.url), Extension: '201', MayStaySignedIn: false });
  const offhook = await launch({ key });
  const options = await offhook.options();
  await expect(inForce(options)).toHaveText('From the policy');
  await expect(options.getByText(text('policyLocked'))).toBeVisible();
  await expect(options.locator('.sources .set-by-administrator')).toBeVisible();
  await expect(options.getByLabel(text('profileText'))).toHaveCount(0);
  await expect(options.getByRole('button', { name: text('profileForget') })).toHaveCount(0);

  const popup = await offhook.popup();
  await expect(popup.getByLabel(text('extension'))).toHaveValue('201');
  await expect(popup.getByLabel(text('extension'))).not.toBeEditable();
  await expect(popup.getByLabel(text('staySignedIn'))).toBeDisabled();
  await popup.getByLabel(text('password')).fill(alice.password);
  await popup.getByRole('button', { name: text('signIn'), exact: true }).click();
  await expect(registration(popup, 'registered')).toContainText('201 · From the policy');
});

test('a policy that comes, changes and goes does so in the running browser, and ends no call', async ({
  policy,
  offhook,
  gateway,
}) => {
  await useProfile(offhook, named('Of the person', gateway.url));
  const options = await offhook.options();
  await expect(inForce(options)).toHaveText('Of the person');

  policy.write({ ProfileText: JSON.stringify(named('From the policy', gateway.url)) });
  const policies = await offhook.context.newPage();
  await reloadPolicies(policies);
  await expect(inForce(options)).toHaveText('From the policy');

  const popup = await offhook.popup();
  await popup.getByLabel(text('extension')).fill(alice.extension);
  await popup.getByLabel(text('password')).fill(alice.password);
  await popup.getByRole('button', { name: text('signIn'), exact: true }).click();
  await expect(registration(popup, 'registered')).toContainText('From the policy');
  await dial(popup, '600');
  await expect(callCard(popup, 'active')).toBeVisible();

  policy.write({ ProfileText: JSON.stringify(named('Renamed', gateway.url)) });
  await reloadPolicies(policies);
  await expect(inForce(options)).toHaveText('Renamed');
  await expect(callCard(popup, 'active')).toBeVisible();
  await expect(registration(popup, 'registered')).toContainText('From the policy');
  await hangUp(popup);
  await expect(registration(popup, 'registered')).toContainText('Renamed');

  policy.remove();
  await reloadPolicies(policies);
  await expect(inForce(options)).toHaveText('Of the person');
  await expect(options.getByText(text('policyLocked'))).toHaveCount(0);
});

test('a policy with mistakes leaves in force what there was, and says what is wrong with it', async ({
  policy,
  offhook,
  gateway,
}) => {
  await useProfile(offhook, named('Of the person', gateway.url));
  policy.write({ ProfileText: '{"IP_Office_Server_Profile": [{"Name": "West"}]}', Extension: '2 01' });
  await reloadPolicies(await offhook.context.newPage());
  const options = await offhook.options();
  await expect(options.getByText(text('policyProblems'))).toBeVisible();
  await expect(options.getByText('IP_Office_Server_Profile[0].Address')).toBeVisible();
  await expect(options.getByText(text('policyUnusable', 'Extension'))).toBeVisible();
  await expect(inForce(options)).toHaveText('Of the person');
});
