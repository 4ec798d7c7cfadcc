import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { alice, answerButton, bob, callCard, dial, hangUp, signedInPopup, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

test('two people who call each other hear each other', async ({ offhook: first, launch, gateway }) => {
  const second = await launch({ microphone: { hz: 880 } });
  const [ours, theirs] = await Promise.all(
    [
      { offhook: first, who: alice },
      { offhook: second, who: bob },
    ].map(async ({ offhook, who }) => {
      await useProfile(offhook, profileFor(gateway.url));
      return signedInPopup(offhook, who);
    }),
  );
  if (!ours || !theirs) throw new Error('two popups were opened');

  await dial(ours, '202');
  await expect(callCard(theirs, 'ringing').getByRole('heading')).toHaveText('Alice Adams');
  await answerButton(theirs).click();
  await expect(callCard(ours, 'active').getByRole('heading')).toHaveText('Bob Brown');
  await expect(callCard(theirs, 'active')).toBeVisible();
  await Promise.all([expectTone(first, 880), expectTone(second, 440)]);
  await hangUp(theirs);
  await expect(callCard(ours, 'ended')).toContainText(text('causeHungUpThere'));
});
