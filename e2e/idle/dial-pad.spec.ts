import { expect, test } from '../fixtures';
import { callCard, hangUp, recentCalls, talkTo } from '../person';
import { text } from '../texts';

test('dials by the keys on the screen, by the keyboard and by pasting', async ({ popup, gateway }) => {
  const field = popup.getByLabel(text('numberLabel'));
  for (const key of ['6', '0', '1']) {
    await popup.getByRole('button', { name: key === '0' ? text('zeroKey') : key, exact: true }).click();
  }
  await expect(field).toHaveValue('601');
  await popup.getByRole('button', { name: text('deleteDigit') }).click();
  await expect(field).toHaveValue('60');
  await field.blur();
  await popup.keyboard.type('0');
  await expect(field).toHaveValue('600');

  await field.fill('(6) 0-3');
  await field.selectText();
  await popup.keyboard.press('Control+x');
  await expect(field).toHaveValue('');
  await field.blur();
  await popup.keyboard.press('Control+v');
  await expect(field).toHaveValue('(6) 0-3');
  await popup.keyboard.press('Enter');
  await gateway.waitFor(/201 → gw +INVITE sip:603@/);
  await expect(callCard(popup, 'ended')).toContainText(text('causeBusy'));
});

test('calls the last number again, and any other from the list of calls', async ({ popup, gateway }) => {
  for (const number of ['601', '600']) {
    await talkTo(popup, number);
    await hangUp(popup);
    await expect(callCard(popup, 'active')).toHaveCount(0);
  }
  const call = popup.getByRole('button', { name: text('call'), exact: true });
  await call.click();
  await expect(popup.getByLabel(text('numberLabel'))).toHaveValue('600');
  await call.click();
  await expect(callCard(popup, 'active')).toBeVisible();
  await hangUp(popup);
  await expect(callCard(popup, 'active')).toHaveCount(0);

  const lines = await recentCalls(popup);
  await expect(lines.locator('strong')).toHaveText(['Echo', 'Echo', 'Tone 440 Hz']);
  await lines.last().getByRole('button').click();
  await expect(callCard(popup, 'active').getByRole('heading')).toHaveText('Tone 440 Hz');
  expect(gateway.calls('600')).toHaveLength(2);
  expect(gateway.calls('601')).toHaveLength(2);
});
