import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { callCard, dial, recentCalls } from '../person';
import { type TextKey, text } from '../texts';

const busyToneHz = 425;

/** What is dialled, the sentence and the status that the person reads, and the word in the call log. */
const refusals: readonly [number: string, sentence: TextKey, sipStatus: number, word: TextKey][] = [
  ['603', 'causeBusy', 486, 'outcomeBusy'],
  ['604', 'causeDeclined', 603, 'outcomeDeclinedThere'],
  ['299', 'causeNotFound', 404, 'outcomeFailed'],
  ['209', 'causeUnavailable', 480, 'outcomeFailed'],
  ['9408', 'causeNoAnswer', 408, 'outcomeNoAnswer'],
  ['9403', 'causeForbidden', 403, 'outcomeFailed'],
  ['9488', 'causeNoCommonCodec', 488, 'outcomeFailed'],
  ['9503', 'causeServerBusy', 503, 'outcomeFailed'],
  ['9500', 'causeServerError', 500, 'outcomeFailed'],
  ['9484', 'causeBadNumber', 484, 'outcomeFailed'],
];

test('reads a sentence for each way in which a call can be refused, and hears that one is busy', async ({
  offhook,
  popup,
}) => {
  for (const [number, sentence, sipStatus] of refusals) {
    await dial(popup, number);
    const card = callCard(popup, 'ended');
    await expect(card).toContainText(`${text(sentence)} (SIP ${sipStatus})`);
    if (number === '603') await expectTone(offhook, busyToneHz);
    await card.getByRole('button', { name: text('dismiss') }).click();
    await expect(callCard(popup)).toHaveCount(0);
  }
  const lines = await recentCalls(popup);
  await expect(lines.locator('.outcome-word')).toHaveText(
    refusals.map(([, , , word]) => text(word)).reverse(),
  );
});

test('sees that the other side hung up, and for how long they talked', async ({ popup, gateway }) => {
  await dial(popup, '606');
  await expect(callCard(popup, 'active')).toBeVisible();
  await expect(callCard(popup, 'ended')).toContainText(text('causeHungUpThere'));
  expect(gateway.calls('606').at(-1)?.end?.by).toBe('far-end');
  const line = (await recentCalls(popup)).first();
  await expect(line).toHaveAttribute('data-outcome', 'answered');
  await expect(line.locator('.talk-time')).toContainText(/0:0[2-9]/);
});
