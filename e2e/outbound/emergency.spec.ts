import { expect, test } from '../fixtures';
import { alice, callCard, dial, hangUp, registration, signedInPopup, talkTo, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

/** A telephone system where 600 and 606 are emergency numbers, and somebody answers them. */
const profileWithHelp = (...urls: readonly [string, ...string[]]) => ({
  IP_Office_Server_Profile: profileFor(...urls).IP_Office_Server_Profile.map((server) => ({
    ...server,
    AutoFailover: false,
    DialRule: true,
    OutsidePrefix: '9',
    EmergencyNumbers: '600,606',
  })),
});

test('an emergency call is shown as one, with whose location is given', async ({ offhook, gateway }) => {
  await useProfile(offhook, profileWithHelp(gateway.url));
  const popup = await signedInPopup(offhook, alice);
  await talkTo(popup, '600');
  await expect(callCard(popup, 'active')).toContainText(text('callEmergency'));
  await expect(callCard(popup, 'active')).toContainText(text('emergencyLocation'));
  await hangUp(popup);
  await gateway.calls('600').at(-1)?.reaches('ended');
});

test.describe('where the microphone was denied', () => {
  test.use({ offhookOptions: { microphone: 'denied' } });

  test('an emergency call goes out', async ({ offhook, gateway }) => {
    await useProfile(offhook, profileWithHelp(gateway.url));
    const popup = await signedInPopup(offhook, alice);
    await talkTo(popup, '600');
    await expect(callCard(popup, 'active')).toContainText(text('callNoMicrophone'));
    await hangUp(popup);
  });
});

test('an emergency call is taken by a gateway at which nobody is registered', async ({
  offhook,
  gateway,
  secondary,
}) => {
  await useProfile(offhook, profileWithHelp(gateway.url, secondary.url));
  const popup = await signedInPopup(offhook, alice);
  await gateway.kill();
  await expect(registration(popup, 'failed')).toBeVisible();
  await dial(popup, '606');
  await expect(callCard(popup, 'active')).toContainText(text('callEmergency'));
  // Who hangs up is the other side, three seconds later: requests to a phone that is not registered reach it too.
  await expect(callCard(popup, 'ended')).toContainText(text('causeHungUpThere'));
});
