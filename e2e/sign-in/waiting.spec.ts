import { expect, test } from '../fixtures';
import { alice, registration, signIn, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

test('shows that it is signing in, and gives up when it is told to', async ({ offhook, gateway }) => {
  await useProfile(offhook, profileFor(gateway.url));
  const popup = await offhook.popup();
  gateway.freeze();
  await signIn(popup, alice);
  await expect(registration(popup, 'registering')).toBeVisible();
  await expectToolbar(popup, { title: 'toolbarRegistering', badge: '…' });
  await popup.getByRole('button', { name: text('cancel'), exact: true }).click();
  await expect(registration(popup, 'off')).toBeVisible();
  await expectToolbar(popup, { title: 'toolbarOff', badge: '' });

  gateway.thaw();
  await gateway.kill();
  await signIn(popup, alice);
  await expect(popup.getByRole('alert')).toContainText(text('failureRefused', `127.0.0.1:${gateway.port}`));
  await popup.getByRole('button', { name: text('cancel'), exact: true }).click();
  await expect(registration(popup, 'off')).toBeVisible();

  await gateway.restart();
  await signIn(popup, alice);
  await expect(registration(popup, 'registered')).toBeVisible();
});
