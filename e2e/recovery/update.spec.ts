import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { alice, callCard, hangUp, signedInPopup, talkTo, useProfile } from '../person';
import { profileFor } from '../profiles';

type Dispatchable = { hasListeners(): boolean; dispatch?: (details: { version: string }) => void };

test('an update waits for the end of the call', async ({ launch, gateway }) => {
  const offhook = await launch();
  await useProfile(offhook, profileFor(gateway.url));
  const popup = await signedInPopup(offhook, alice);
  await talkTo(popup, '600');
  const worker = await offhook.worker();
  await worker.evaluate(() => {
    // Chrome's events can be dispatched by hand, which their types do not tell.
    const event: Dispatchable = chrome.runtime.onUpdateAvailable;
    event.dispatch?.({ version: '9.9.9' });
  });
  await expect
    .poll(() => popup.evaluate(() => chrome.storage.session.get('updateReady')))
    .toEqual({ updateReady: '9.9.9' });
  await expectTone(offhook, 440);
  await expect(callCard(popup, 'active')).toBeVisible();

  const closed = popup.waitForEvent('close');
  await hangUp(popup);
  await closed;
  await gateway.calls('600').at(-1)?.reaches('ended');
});
