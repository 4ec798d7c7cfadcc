import { expectSilence } from '../ear';
import { expect, test } from '../fixtures';
import { notificationsOf, pressNotification } from '../notifications';
import { callCard, declineButton, recentCalls } from '../person';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

test('declines with 603, in the call window or by the notification', async ({ offhook, popup, gateway }) => {
  const first = await gateway.callFrom('205', '201');
  await declineButton(await offhook.callWindow()).click();
  await first.reaches('ended');
  expect(first.end).toMatchObject({ by: 'response', status: 603 });
  await expect(callCard(popup, 'ended')).toContainText(text('causeDeclinedHere'));
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(0);

  const second = await gateway.callFrom('206', '201');
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(1);
  await pressNotification(offhook, 1);
  await second.reaches('ended');
  expect(second.end).toMatchObject({ by: 'response', status: 603 });
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(0);
  await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
  const declined = text('outcomeDeclinedHere');
  await expect((await recentCalls(popup)).locator('.outcome-word')).toHaveText([declined, declined]);
});

test('counts a call as missed when the caller gives up, until the person looks', async ({
  offhook,
  popup,
  gateway,
}) => {
  const call = await gateway.callFrom('+4930123456', '201', { name: 'Dora Dean' });
  const window = await offhook.callWindow();
  await expect(callCard(window, 'ringing')).toBeVisible();
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(1);
  call.hangUp();
  await expect(callCard(popup, 'ended')).toContainText(text('causeCallerGaveUp'));
  await expect.poll(() => window.isClosed()).toBe(true);
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(0);
  await expectSilence(offhook);
  await expectToolbar(popup, { title: 'toolbarMissed', words: ['1'], badge: '1' });

  const line = (await recentCalls(popup)).first();
  await expect(line).toHaveAttribute('data-outcome', 'missed');
  await expect(line).toContainText(/\+49 ?30 ?123456/);
  await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
});

test('stops ringing, and has missed nothing, when another device answers', async ({
  offhook,
  popup,
  gateway,
}) => {
  const call = await gateway.callFrom('205', '201');
  await expect(callCard(await offhook.callWindow(), 'ringing')).toBeVisible();
  call.hangUp('SIP;cause=200;text="Call completed elsewhere"');
  await expect(callCard(popup, 'ended')).toContainText(text('causeAnsweredElsewhere'));
  await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
  await expect((await recentCalls(popup)).first()).toHaveAttribute('data-outcome', 'elsewhere');
});
