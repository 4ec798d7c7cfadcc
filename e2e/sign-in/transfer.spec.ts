import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures';
import { alice, registration, signedInPopup, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

/** A profile with a relay, whose password is nobody else's business. */
const withRelay = (url: string) => {
  const [server] = profileFor(url).IP_Office_Server_Profile;
  const relay = { TURNHost: 'relay.example.com', TURNUser: 'offhook', TURNPassword: 'hush-hush' };
  return { IP_Office_Server_Profile: [{ ...server, ...relay }] };
};

test('settings go into a file without secrets, and out of it on another computer', async ({
  offhook,
  launch,
  gateway,
}) => {
  await useProfile(offhook, withRelay(gateway.url));
  const popup = await signedInPopup(offhook, { ...alice, remember: true });
  const options = await offhook.options();
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: text('transferExport') }).click();
  const path = await (await download).path();
  const written = readFileSync(path, 'utf8');
  expect(written).toContain('relay.example.com');
  expect(written).not.toMatch(/hush-hush|secret-201|sealed|password/i);
  await expect(registration(popup, 'registered')).toBeVisible();

  const other = await launch();
  const theirs = await other.options();
  await theirs.getByLabel(text('transferImport')).setInputFiles(path);
  await expect(theirs.getByText(text('transferAccount', '201'))).toBeVisible();
  await theirs.getByRole('button', { name: text('transferTake') }).click();
  await expect(theirs.getByText(text('transferDone'))).toBeVisible();
  const form = await other.popup();
  await expect(form.getByLabel(text('extension'))).toHaveValue('201');
  await form.getByLabel(text('password')).fill(alice.password);
  await form.getByRole('button', { name: text('signIn'), exact: true }).click();
  await expect(registration(form, 'registered')).toContainText('201 · Main office');
});

test('a file with a mistake in it changes nothing', async ({ offhook, gateway }) => {
  await useProfile(offhook, profileFor(gateway.url));
  const options = await offhook.options();
  const account = { server: { kind: 'automatic' }, extension: 'not a number' };
  const sources = { paste: { text: JSON.stringify(profileFor('wss://elsewhere.example.com/ws')) } };
  await options.getByLabel(text('transferImport')).setInputFiles({
    name: 'theirs.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ offhook: 'settings', version: 1, settings: { account, sources } })),
  });
  await expect(options.getByText(text('transferRefused', 'theirs.json'))).toBeVisible();
  await expect(options.getByText('settings.account.extension')).toBeVisible();
  await expect(options.getByRole('button', { name: text('transferTake') })).toHaveCount(0);
  await options.reload();
  await expect(options.locator('.in-force')).toContainText(gateway.url);
});
