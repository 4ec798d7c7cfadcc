import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { callCard, dial, hangUp, recentCalls } from '../person';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

test('calls 600, and the tone that goes into the microphone comes back', async ({
  offhook,
  popup,
  gateway,
}) => {
  await dial(popup, '600');
  const card = callCard(popup, 'active');
  await expect(card).toBeVisible();
  await expect(card.getByRole('heading')).toHaveText('Echo');
  await expect(card).toContainText(text('callStateActive'));
  await expectTone(offhook, 440);
  await expect(card.getByRole('timer')).toHaveText(/^0:\d\d$/);
  await expectToolbar(popup, { title: 'toolbarInCall', badge: '●' });

  await hangUp(popup);
  await expect(callCard(popup, 'ended')).toContainText(text('causeHungUpHere'));
  await gateway.calls('600').at(-1)?.reaches('ended');
  expect(gateway.calls('600').map(({ end }) => end?.by)).toEqual(['phone']);
  await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
  await expect((await recentCalls(popup)).first()).toHaveAttribute('data-outcome', 'answered');
});
