import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { callCard, dial, recentCalls } from '../person';
import { text } from '../texts';

const ringbackHz = 425;

test('hears that 605 rings, and cancels', async ({ offhook, popup, gateway }) => {
  await dial(popup, '605');
  const card = callCard(popup, 'ringing');
  await expect(card).toContainText(text('callStateRinging'));
  await expectTone(offhook, ringbackHz);
  await card.getByRole('button', { name: text('cancelCall') }).click();
  await expect(callCard(popup, 'ended')).toContainText(text('causeCancelled'));
  await gateway.waitFor(/201 → gw +CANCEL/);
  await gateway.waitFor(/gw → 201 +487 .*\(INVITE\)/);
  expect(gateway.calls('605').at(-1)?.end).toMatchObject({ by: 'phone', status: 487 });
  await expect((await recentCalls(popup)).first()).toHaveAttribute('data-outcome', 'cancelled');
});

test('hears the early media of 607 before it answers', async ({ offhook, popup, gateway }) => {
  await dial(popup, '607');
  await expect(callCard(popup, 'ringing')).toContainText(text('callStateEarlyMedia'));
  // The answer is held back for as long as it takes to listen; the audio does not go through the gateway.
  gateway.freeze();
  await expectTone(offhook, 440);
  await expect(callCard(popup, 'ringing')).toBeVisible();
  gateway.thaw();
  await expect(callCard(popup, 'active')).toBeVisible();
  await expectTone(offhook, 440);
});

test.describe('at a gateway that lets nobody ring for long', () => {
  test.use({ gatewayOptions: { ringTimeoutMs: 1_000 } });

  test('is told that nobody answered', async ({ popup }) => {
    await dial(popup, '605');
    await expect(callCard(popup, 'ringing')).toBeVisible();
    await expect(callCard(popup, 'ended')).toContainText(text('causeNoAnswer'));
    await expect((await recentCalls(popup)).first()).toContainText(text('outcomeNoAnswer'));
  });
});
