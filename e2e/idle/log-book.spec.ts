import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures';
import { alice, callCard, dial, hangUp, talkTo, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

test('downloads a log book that tells what happened, but no password and no whole number', async ({
  offhook,
  popup,
  gateway,
}) => {
  await dial(popup, '+49 30 98765432');
  await expect(callCard(popup, 'ended')).toBeVisible();
  const call = await gateway.callFrom('+493012345678', '201', { name: 'Dora Dean' });
  await call.reaches('ringing');
  call.hangUp();
  await talkTo(popup, '600');
  await hangUp(popup);
  await gateway.calls('600').at(-1)?.reaches('ended');

  const options = await offhook.options();
  const downloading = options.waitForEvent('download');
  await options.getByRole('button', { name: text('logDownload') }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^offhook-log-\d{4}-\d\d-\d\d\.txt$/);
  const book = readFileSync(await download.path(), 'utf8');

  expect(book).toMatch(/ info {2}phone registration registered /);
  expect(book).toMatch(/ debug phone sent line=REGISTER sip:/);
  expect(book).toMatch(/ debug phone sent line=INVITE sip:…5432@127\.0\.0\.1 SIP\/2\.0/);
  expect(book).toMatch(/ debug phone received line=SIP\/2\.0 404 .*\(INVITE\)/);
  expect(book).toMatch(/ info {2}phone call ended .*cause=not-found/);
  expect(book).toMatch(/ info {2}phone call active /);
  for (const secret of [alice.password, '98765432', '12345678', 'Digest', 'nonce'])
    expect(book).not.toContain(secret);
});

test('has no log book to download where the profile forbids it', async ({ offhook, gateway }) => {
  const [server] = profileFor(gateway.url).IP_Office_Server_Profile;
  await useProfile(offhook, { IP_Office_Server_Profile: [{ ...server, LogDownload: false }] });
  const options = await offhook.options();
  await expect(options.getByRole('heading', { name: text('aboutHeading') })).toBeVisible();
  await expect(options.getByRole('heading', { name: text('logHeading') })).toHaveCount(0);
  await expect(options.getByRole('button', { name: text('logDownload') })).toHaveCount(0);
  await expect(options.getByRole('link', { name: text('logHeading') })).toHaveCount(0);
});
