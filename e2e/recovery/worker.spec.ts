import { expectRingtone, expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { notificationsOf, pressNotification } from '../notifications';
import { callCard, dial, hangUp, recentCalls, talkTo } from '../person';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

/** The service worker, which Chrome may end at any moment, is ended. */

test('calls and is called although the worker was killed while idle', async ({ offhook, popup, gateway }) => {
  await offhook.killWorker();
  await talkTo(popup, '600');
  await hangUp(popup);
  await gateway.calls('600').at(-1)?.reaches('ended');

  await offhook.killWorker();
  const call = await gateway.callFrom('205', '201', { name: 'Erin Evans' });
  await expect(callCard(await offhook.callWindow(), 'ringing')).toContainText('Erin Evans');
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(1);
  await pressNotification(offhook, 0);
  await expect(callCard(popup, 'active')).toBeVisible();
  await call.waitForTone({ hz: 440, timeoutMs: 15_000 });
});

test('rings on while the worker is killed, announces the call only once, and is answered', async ({
  offhook,
  popup,
  gateway,
}) => {
  const call = await gateway.callFrom('205', '201');
  const window = await offhook.callWindow();
  await expect(callCard(window, 'ringing')).toBeVisible();
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(1);
  await offhook.killWorker();
  await expectRingtone(offhook);
  await expectToolbar(popup, { title: 'toolbarRinging', words: ['205'], badge: '●' });
  await pressNotification(offhook, 0);
  await expect(callCard(popup, 'active')).toBeVisible();
  await call.waitForTone({ hz: 440, timeoutMs: 15_000 });
  const windows = offhook.context.pages().filter((page) => page.url() === offhook.callWindowUrl);
  expect(windows.filter((page) => page !== window)).toEqual([]);
});

test('cancels a call although the worker was killed while it rang there', async ({
  offhook,
  popup,
  gateway,
}) => {
  await dial(popup, '605');
  await expect(callCard(popup, 'ringing')).toBeVisible();
  await offhook.killWorker();
  await popup.getByRole('button', { name: text('cancelCall') }).click();
  await gateway.calls('605').at(-1)?.reaches('ended');
  await expect(callCard(popup, 'ended')).toContainText(text('causeCancelled'));
});

test('talks on while the worker is killed, and can still hang up', async ({ offhook, popup, gateway }) => {
  await talkTo(popup, '600');
  await offhook.killWorker();
  await expectTone(offhook, 440);
  await expect(callCard(popup, 'active')).toBeVisible();
  await hangUp(popup);
  await gateway.calls('600').at(-1)?.reaches('ended');
  await expect(callCard(popup, 'ended')).toContainText(text('causeHungUpHere'));
  await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
  await expect((await recentCalls(popup)).first()).toHaveAttribute('data-outcome', 'answered');
});
