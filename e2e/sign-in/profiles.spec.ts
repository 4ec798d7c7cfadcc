import { makeSample } from '../../src/core/profile/samples';
import { makeCertificate } from '../certificate';
import { expectTone } from '../ear';
import { expect, test } from '../fixtures';
import { startGateway } from '../gateway/gateway';
import {
  alice,
  callCard,
  dial,
  hangUp,
  pasteAndUseProfile,
  recentCalls,
  registration,
  signedInPopup,
  signIn,
  signOut,
  talkTo,
  useProfile,
} from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

type Document = Record<string, { Name: string; Address: string }[]>;

/** A document as an administrator has it, with each of its servers at this gateway. */
function pointedAt(
  url: string,
  sample: Parameters<typeof makeSample>[0],
): { document: Document; names: string[] } {
  const document = JSON.parse(makeSample(sample)) as Document;
  const servers = Object.values(document).flat();
  for (const server of servers) server.Address = url;
  return { document, names: servers.map(({ Name }) => Name) };
}

const samples = ['ipoffice-single.json', 'ipoffice-west-east.json', 'aura-internal-external.json'] as const;

test('signs in with each sample, at the server that is chosen, and out again', async ({
  offhook,
  gateway,
}) => {
  const popup = await offhook.popup();
  for (const sample of samples) {
    const { document, names } = pointedAt(gateway.url, sample);
    const server = names.at(-1) ?? '';
    await pasteAndUseProfile(offhook, document);
    await expectToolbar(popup, { title: 'toolbarOff', badge: '' });
    if (names.length > 1)
      await expect(popup.locator('.choice-name')).toHaveText([text('serverAutomatic'), ...names]);
    await signIn(popup, names.length > 1 ? { ...alice, server } : alice);
    await expect(registration(popup, 'registered')).toContainText(`201 · ${server}`);
    await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
    expect(gateway.registrations('201')).toMatchObject([
      { regId: '1', instance: expect.stringMatching(/^urn:uuid:/) },
    ]);

    await signOut(popup);
    await expect(popup.getByLabel(text('extension'))).toHaveValue('201');
    await expect(popup.getByLabel(text('password'))).toHaveValue('');
    await expectToolbar(popup, { title: 'toolbarOff', badge: '' });
    await expect.poll(() => gateway.registrations('201')).toEqual([]);
  }
});

// As typed, or as people of the country write it, once the page has the numbering plans.
const numberAsWritten = /^\(?777\)? 555-0142$/;

test('signs in with ipoffice-dial-rules.json, and calls by its rules', async ({ offhook, gateway }) => {
  await pasteAndUseProfile(offhook, pointedAt(gateway.url, 'ipoffice-dial-rules.json').document);
  const popup = await signedInPopup(offhook, alice);
  await dial(popup, '(777) 555-0142');
  await gateway.waitFor(/201 → gw +INVITE sip:95550142@/);
  const card = callCard(popup, 'ended');
  await expect(card.getByRole('heading')).toHaveText(numberAsWritten);
  await expect(card).toContainText(text('dialledAs', '95550142'));
  await card.getByRole('button', { name: text('dismiss') }).click();
  await dial(popup, '600');
  await expect(callCard(popup, 'active').getByRole('heading')).toHaveText('Echo');
  await hangUp(popup);
  await expect((await recentCalls(popup)).locator('strong')).toHaveText(['Echo', numberAsWritten]);
});

test('signs in and calls over wss, with a certificate that the browser takes', async ({ offhook }) => {
  const gateway = await startGateway({ tls: await makeCertificate() });
  await useProfile(offhook, profileFor(gateway.url));
  await talkTo(await signedInPopup(offhook, alice), '600');
  await expectTone(offhook, 440);
  await gateway.close();
});
