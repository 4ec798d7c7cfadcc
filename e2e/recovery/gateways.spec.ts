import type { Page } from '@playwright/test';
import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import type { Gateway } from '../gateway/gateway';
import type { Offhook } from '../offhook';
import {
  alice,
  answerButton,
  callCard,
  hangUp,
  registration,
  signedInPopup,
  talkTo,
  useProfile,
} from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

/** Two gateways: the first of them is lost, and the second takes over. */

type Phone = { offhook: Offhook; gateway: Gateway; secondary: Gateway };

async function signedInAtBoth({ offhook, gateway, secondary }: Phone): Promise<Page> {
  await useProfile(offhook, profileFor(gateway.url, secondary.url));
  const popup = await signedInPopup(offhook, alice);
  await expect(registration(popup, 'registered')).not.toContainText(hostOf(secondary));
  return popup;
}

const hostOf = ({ url }: Gateway) => new URL(url).host;

async function expectToBeAt(popup: Page, secondary: Gateway, timeout = 15_000): Promise<void> {
  const line = registration(popup, 'registered');
  await expect(line).toContainText(text('secondaryGateway', hostOf(secondary)), { timeout });
}

test('signs in at the secondary gateway when the primary refuses', async ({
  offhook,
  gateway,
  secondary,
}) => {
  await gateway.kill();
  await useProfile(offhook, profileFor(gateway.url, secondary.url));
  const popup = await signedInPopup(offhook, alice);
  await expectToBeAt(popup, secondary);
  await talkTo(popup, '600');
});

test('is called through the secondary gateway after the primary was killed while idle', async ({
  offhook,
  gateway,
  secondary,
}) => {
  const popup = await signedInAtBoth({ offhook, gateway, secondary });
  await gateway.kill();
  await expectToBeAt(popup, secondary);
  const call = await secondary.callFrom('205', '201');
  await answerButton(popup).click();
  await expect(callCard(popup, 'active')).toBeVisible();
  await Promise.all([expectTone(offhook, 440), call.waitForTone({ hz: 440, timeoutMs: 15_000 })]);
  await hangUp(popup);
  await call.reaches('ended');
});

test('talks on when the primary gateway is killed in a call, and says where it is', async ({
  offhook,
  gateway,
  secondary,
}) => {
  const popup = await signedInAtBoth({ offhook, gateway, secondary });
  await talkTo(popup, '602');
  const call = gateway.calls('602').at(-1);
  await call?.waitForTone({ hz: 440, timeoutMs: 15_000 });
  await gateway.kill();
  await expectToBeAt(popup, secondary);
  await call?.waitForTone({ hz: 440, timeoutMs: 15_000 });
  await expect(callCard(popup, 'active')).toContainText(text('signallingLost'));
  await hangUp(popup);
  await expect(callCard(popup, 'ended')).toBeVisible();
  await talkTo(popup, '601');
  await expectTone(offhook, 440);
});

test('leaves a primary gateway that stops answering pings, and talks on', async ({
  offhook,
  gateway,
  secondary,
}) => {
  test.slow();
  const popup = await signedInAtBoth({ offhook, gateway, secondary });
  await talkTo(popup, '601');
  await expectTone(offhook, 440);
  gateway.freeze();
  // It is silent for ten seconds before it is asked, and has five to answer.
  await expectToBeAt(popup, secondary, 45_000);
  await expectTone(offhook, 440);
  await expect(callCard(popup, 'active')).toContainText(text('signallingLost'));
});
