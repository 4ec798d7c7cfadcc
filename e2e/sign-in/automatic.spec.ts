import { expect, test } from '../fixtures';
import type { Gateway } from '../gateway/gateway';
import { alice, callCard, dial, hangUp, registration, signedInPopup, useProfile } from '../person';
import { text } from '../texts';

const twoServers = (inside: Gateway, outside: Gateway) => ({
  Aura_Web_Gateway_Server_Profile: [
    { Name: 'Inside', Address: inside.url, AccountsToken: false },
    { Name: 'Outside', Address: outside.url, AccountsToken: false },
  ],
});

test('Automatic signs in at the server that answers, and says of each whether it can be reached', async ({
  offhook,
  gateway,
  secondary,
}) => {
  await secondary.kill();
  await useProfile(offhook, twoServers(secondary, gateway));
  const popup = await offhook.popup();
  const choices = popup.locator('.choice');
  await expect(choices.filter({ hasText: 'Inside' })).toContainText(text('serverUnreachable'));
  await expect(choices.filter({ hasText: 'Outside' })).toContainText(text('serverReachable'));
  await expect(popup.getByRole('radio', { name: text('serverAutomatic') })).toBeChecked();
  await popup.close();
  const signedIn = await signedInPopup(offhook, alice);
  await expect(registration(signedIn, 'registered')).toContainText('201 · Outside');
});

test('Automatic prefers the first of the list, and leaves it when it is lost', async ({
  offhook,
  gateway,
  secondary,
}) => {
  await useProfile(offhook, twoServers(secondary, gateway));
  const popup = await signedInPopup(offhook, alice);
  await expect(registration(popup, 'registered')).toContainText('201 · Inside');
  await secondary.kill();
  await expect(registration(popup, 'registered')).toContainText('201 · Outside');
});

test('Automatic chooses again when the network changes, but not during a call', async ({
  offhook,
  gateway,
  secondary,
}) => {
  await secondary.kill();
  await useProfile(offhook, twoServers(secondary, gateway));
  const popup = await signedInPopup(offhook, alice);
  await expect(registration(popup, 'registered')).toContainText('201 · Outside');
  await dial(popup, '600');
  await expect(callCard(popup, 'active')).toBeVisible();

  await secondary.restart();
  const engine = await offhook.engine();
  await engine.evaluate(`dispatchEvent(new Event('online')), true`);
  const worker = await offhook.worker();
  const postponed = () => worker.evaluate(() => chrome.storage.session.get('afterCall'));
  await expect.poll(postponed).toEqual({ afterCall: { chooses: true } });
  await expect(callCard(popup, 'active')).toBeVisible();
  await expect(registration(popup, 'registered')).toContainText('201 · Outside');
  await hangUp(popup);
  await expect(registration(popup, 'registered')).toContainText('201 · Inside');
});
