import { expectSilence, expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { callCard, recentCalls, talkTo } from '../person';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

test('is not heard while muted, and sends tones by clicking and by typing', async ({ popup, gateway }) => {
  await talkTo(popup, '602');
  await gateway.waitForTone('602', { hz: 440, timeoutMs: 15_000 });
  await popup.getByRole('button', { name: text('mute'), exact: true }).click();
  await expect(callCard(popup, 'active')).toContainText(text('callStateMuted'));
  await gateway.waitForTone('602', { hz: null, timeoutMs: 15_000 });
  await popup.getByRole('button', { name: text('unmute') }).click();
  await gateway.waitForTone('602', { hz: 440, timeoutMs: 15_000 });

  await popup.getByRole('button', { name: text('keypad'), exact: true }).click();
  for (const key of ['1', '5', '#']) await popup.getByRole('button', { name: key, exact: true }).click();
  await popup.keyboard.type('90*');
  await gateway.calls('602').at(-1)?.waitForDigits('15#90*');
  await expect(popup.getByLabel(text('tonesSent', '15#90*'))).toBeVisible();
});

test('is held by the other side and taken back, and goes on when the telephone system leaves the offer to us', async ({
  offhook,
  popup,
  gateway,
}) => {
  await talkTo(popup, '601');
  const theirs = gateway.calls('601').at(-1);
  expect(await theirs?.reinvite({ direction: 'inactive' })).toBe(200);
  await expect(callCard(popup, 'held')).toBeVisible();
  await expectSilence(offhook);
  expect(await theirs?.reinvite({ direction: 'sendrecv' })).toBe(200);
  await expect(callCard(popup, 'active')).toBeVisible();
  expect(await theirs?.askForOffer()).toBe(200);
  await Promise.all([expectTone(offhook, 440), gateway.waitForTone('601', { hz: 440, timeoutMs: 15_000 })]);
  expect(await theirs?.lasts(0)).toBe(true);
});

test('a popup that is opened in a call shows the call from its first moment', async ({ offhook, popup }) => {
  await talkTo(popup, '600');
  await popup.close();
  const again = await offhook.context.newPage();
  await again.addInitScript(noteFirstView);
  await again.goto(offhook.popupUrl);
  await expect(callCard(again, 'active')).toBeVisible();
  expect(await again.evaluate(() => document.documentElement.dataset.firstView)).toBe('phone active');
});

/** Notes what the page shows when it shows anything for the first time. */
function noteFirstView(): void {
  new MutationObserver((_, observer) => {
    const main = document.querySelector('main');
    if (!main) return;
    observer.disconnect();
    const call = main.querySelector('article.call');
    document.documentElement.dataset.firstView = `${main.dataset.view} ${call?.getAttribute('data-state')}`;
  }).observe(document, { childList: true, subtree: true });
}

test('a second caller is told that it is busy, and the person sees who it was', async ({
  popup,
  gateway,
}) => {
  await talkTo(popup, '600');
  const second = await gateway.callFrom('208', '201', { name: 'Heidi Hill' });
  await second.reaches('ended');
  expect(second.end).toMatchObject({ by: 'response', status: 486 });
  await expect(callCard(popup, 'ended')).toContainText('Heidi Hill');
  await expect(callCard(popup, 'ended')).toContainText(text('causeBusyHere'));
  await expect(callCard(popup, 'active').getByRole('heading')).toHaveText('Echo');
  await callCard(popup, 'active')
    .getByRole('button', { name: text('hangUp') })
    .click();
  await expectToolbar(popup, { title: 'toolbarMissed', words: ['1'], badge: '1' });
  const lines = await recentCalls(popup);
  await expect(lines.locator('.outcome-word')).toHaveText([text('outcomeMissed'), text('outcomeOutbound')]);
});
