import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { recentCalls, registration, talkTo } from '../person';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

/** The document that holds the phone vanishes. */

test('comes back and registers when the engine was closed while idle', async ({
  offhook,
  popup,
  gateway,
}) => {
  const after = gateway.lines.length;
  await offhook.closeEngine();
  await gateway.waitFor(/gw → 201(\.2)? +200 OK \(REGISTER\)/, { after });
  await expect(registration(popup, 'registered')).toBeVisible();
  expect(gateway.registrations('201')).toHaveLength(1);
  await talkTo(popup, '600');
  await expectTone(offhook, 440);
});

test('keeps the call in the call log when the engine is closed in it, and can call again', async ({
  offhook,
  popup,
  gateway,
}) => {
  await talkTo(popup, '601');
  await expectTone(offhook, 440);
  const after = gateway.lines.length;
  await offhook.closeEngine();
  await gateway.waitFor(/gw → 201(\.2)? +200 OK \(REGISTER\)/, { after });
  await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
  const lines = await recentCalls(popup);
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText('Tone 440 Hz');
  await expect(lines.first()).toContainText(text('outcomeInterrupted'));
  await popup.getByRole('tab', { name: text('tabDial') }).click();
  await talkTo(popup, '600');
});
