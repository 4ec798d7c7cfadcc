import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../chromium';
import { expect, test } from '../fixtures';
import { alice, hangUp, recentCalls, registration, signIn, talkTo, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

/** The browser is closed and started again. */

let profileDir: string;
test.beforeEach(() => {
  profileDir = mkdtempSync(join(scratchFolder(), 'offhook-restart-'));
});
test.afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

test('is registered again by itself, with its call log, when the person stays signed in', async ({
  launch,
  gateway,
}) => {
  const before = await launch({ profileDir });
  await useProfile(before, profileFor(gateway.url));
  const popup = await before.popup();
  await signIn(popup, { ...alice, remember: true });
  await expect(registration(popup, 'registered')).toBeVisible();
  await talkTo(popup, '600');
  await hangUp(popup);
  await gateway.calls('600').at(-1)?.reaches('ended');
  const [first] = gateway.registrations('201');
  await before.close();
  await gateway.waitFor('201 socket closed');

  const after = gateway.lines.length;
  const again = await launch({ profileDir });
  await gateway.waitFor(/gw → 201 +200 OK \(REGISTER\)/, { after });
  const popupAgain = await again.popup();
  await expect(registration(popupAgain, 'registered')).toBeVisible();
  await expect((await recentCalls(popupAgain)).first()).toContainText('Echo');
  expect(gateway.registrations('201').map(({ instance }) => instance)).toEqual([first?.instance]);
});

test('asks for the password again, and only for that, when the person does not', async ({
  launch,
  gateway,
}) => {
  const before = await launch({ profileDir });
  await useProfile(before, profileFor(gateway.url));
  const popup = await before.popup();
  await signIn(popup, alice);
  await expect(registration(popup, 'registered')).toBeVisible();
  await before.close();

  const again = await launch({ profileDir });
  const popupAgain = await again.popup();
  await expect(popupAgain.getByLabel(text('extension'))).toHaveValue('201');
  await expect(popupAgain.getByLabel(text('password'))).toHaveValue('');
  await expect(registration(popupAgain, 'off')).toBeVisible();
  expect(gateway.registrations('201')).toEqual([]);
});
