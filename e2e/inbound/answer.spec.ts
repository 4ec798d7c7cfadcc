import type { Page } from '@playwright/test';
import { expectRingtone, expectTone } from '../ear';
import { expect, test } from '../fixtures';
import type { FarCall } from '../gateway/far-ends/call';
import type { Gateway } from '../gateway/gateway';
import { notificationsOf, pressNotification } from '../notifications';
import type { Offhook } from '../offhook';
import { answerButton, callCard, hangUp, recentCalls } from '../person';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

type Phone = { offhook: Offhook; popup: Page; gateway: Gateway };

const ring = ({ gateway }: Phone) => gateway.callFrom('030555', '201', { name: 'Dora Dean', toneHz: 620 });

async function expectConversation({ offhook, popup }: Phone, call: FarCall): Promise<void> {
  await expect(callCard(popup, 'active').getByRole('heading')).toHaveText('Dora Dean');
  await call.reaches('active');
  await Promise.all([expectTone(offhook, 620), call.waitForTone({ hz: 440, timeoutMs: 15_000 })]);
}

test('rings, says who calls everywhere, and is answered in the call window', async ({
  offhook,
  popup,
  gateway,
}) => {
  const call = await ring({ offhook, popup, gateway });
  const window = await offhook.callWindow();
  await expect(callCard(window, 'ringing')).toContainText('030555');
  await expect(window).toHaveTitle(`Dora Dean – ${text('callStateIncoming')}`);
  await expect(callCard(popup, 'ringing').getByRole('heading')).toHaveText('Dora Dean');
  await expectToolbar(popup, { title: 'toolbarRinging', words: ['Dora Dean'], badge: '●' });
  expect(await window.evaluate(async () => chrome.windows.getCurrent())).toMatchObject({
    type: 'popup',
    focused: true,
  });
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(1);
  await expectRingtone(offhook);

  await answerButton(window).click();
  await expectConversation({ offhook, popup, gateway }, call);
  await expect.poll(() => window.isClosed()).toBe(true);
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(0);

  call.hangUp();
  await expect(callCard(popup, 'ended')).toContainText(text('causeHungUpThere'));
  const line = (await recentCalls(popup)).first();
  await expect(line).toHaveAttribute('data-outcome', 'answered');
  await expect(line).toContainText('Dora Dean');
  await expect(line).toContainText(text('outcomeInbound'));
});

test('is answered from the notification', async ({ offhook, popup, gateway }) => {
  const call = await ring({ offhook, popup, gateway });
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(1);
  await pressNotification(offhook, 0);
  await expectConversation({ offhook, popup, gateway }, call);
  await hangUp(popup);
  await call.reaches('ended');
});

test('is answered in the popup when 608 calls back', async ({ offhook, popup, gateway }) => {
  await popup.getByLabel(text('numberLabel')).fill('608');
  await popup.keyboard.press('Enter');
  await answerButton(popup).click();
  await expect(callCard(popup, 'active').getByRole('heading')).toHaveText('Callback');
  await Promise.all([expectTone(offhook, 440), gateway.waitForTone('608', { hz: 440, timeoutMs: 15_000 })]);
});
