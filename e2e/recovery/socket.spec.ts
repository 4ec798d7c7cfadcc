import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { answerButton, callCard, dial, hangUp, registration, talkTo } from '../person';
import { text } from '../texts';

/** The socket to the only gateway is cut, and the gateway is still there. */

test('registers again when the socket is lost while idle, and when the gateway was away', async ({
  popup,
  gateway,
}) => {
  const registered = (after: number) => gateway.waitFor(/gw → 201 +200 OK \(REGISTER\)/, { after });
  const atTheCut = gateway.lines.length;
  gateway.cut('201');
  await registered(atTheCut);
  await expect(registration(popup, 'registered')).toBeVisible();

  await gateway.kill();
  await expect(registration(popup, 'failed')).toBeVisible();
  await expect(popup.getByRole('alert')).toContainText(text('failureRefused', `127.0.0.1:${gateway.port}`));
  const atTheRestart = gateway.lines.length;
  await gateway.restart();
  await registered(atTheRestart);
  await expect(registration(popup, 'registered')).toBeVisible();
  expect(gateway.registrations('201')).toHaveLength(1);
});

test('talks on when the socket is lost in a call, says so while it is, and can hang up', async ({
  offhook,
  popup,
  gateway,
}) => {
  await talkTo(popup, '600');
  const atTheCut = gateway.lines.length;
  gateway.cut('201');
  await gateway.waitFor(/gw → 201 +200 OK \(REGISTER\)/, { after: atTheCut });
  await expect(registration(popup, 'registered')).toBeVisible();
  await expectTone(offhook, 440);
  await expect(callCard(popup, 'active')).not.toContainText(text('signallingLost'));
  await hangUp(popup);
  await gateway.calls('600').at(-1)?.reaches('ended');

  await talkTo(popup, '600');
  await gateway.kill();
  await expect(callCard(popup, 'active')).toContainText(text('signallingLost'));
  await expect(registration(popup, 'failed')).toBeVisible();
  await expectTone(offhook, 440);
  await hangUp(popup);
  await expect(callCard(popup, 'active')).toHaveCount(0);
  await expect(popup.getByLabel(text('numberLabel'))).toBeVisible();
});

test('says that a call could not go on when the socket is lost while it rings there', async ({
  popup,
  gateway,
}) => {
  await dial(popup, '605');
  await expect(callCard(popup, 'ringing')).toBeVisible();
  const after = gateway.lines.length;
  gateway.cut('201');
  await expect(callCard(popup, 'ended')).toContainText(text('causeNoConnection'));
  await gateway.waitFor(/gw → 201 +200 OK \(REGISTER\)/, { after });
  await expect(registration(popup, 'registered')).toBeVisible();
  await talkTo(popup, '600');
});

test('learns that the caller is gone when it answers a call that rang as the socket was lost', async ({
  popup,
  gateway,
}) => {
  const call = await gateway.callFrom('205', '201');
  await expect(callCard(popup, 'ringing')).toBeVisible();
  const after = gateway.lines.length;
  gateway.cut('201');
  await gateway.waitFor(/gw → 201 +200 OK \(REGISTER\)/, { after });
  await expect(callCard(popup, 'ringing')).toBeVisible();
  await call.reaches('ended');
  await answerButton(popup).click();
  await expect(callCard(popup, 'ended')).toContainText(text('causeHungUpThere'));
});
