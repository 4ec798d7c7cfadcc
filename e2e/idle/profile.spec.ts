import { makeSample } from '../../src/core/profile/samples';
import { expect, test } from '../fixtures';
import { alice, pasteProfile, registration, signedInPopup } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

const broken = `{
  "IP_Office_Server_Profile": [
    { "Name": "West", "Address": "http://west.example.com" },
    { "Name": "West", "AccountsToken": perhaps },
    { "Name": "South", "Address": "ws://192.0.2.7:8080/ws", "STUNPort": "70000" }
  ]
}`;

const problems: readonly [line: number, column: number, path: string][] = [
  [3, 34, 'IP_Office_Server_Profile[0].Address'],
  [4, 5, 'IP_Office_Server_Profile[1].Address'],
  [4, 15, 'IP_Office_Server_Profile[1].Name'],
  [4, 40, 'IP_Office_Server_Profile[1].AccountsToken'],
  [5, 35, 'IP_Office_Server_Profile[2].Address'],
  [5, 73, 'IP_Office_Server_Profile[2].STUNPort'],
];

test('refuses a broken document with every problem and its place, and keeps what was in force', async ({
  offhook,
  popup,
}) => {
  const options = await offhook.options();
  await pasteProfile(options, broken);
  await expect(options.getByText(text('profileRefused'))).toBeVisible();
  await expect(options.getByRole('button', { name: text('profileUse') })).toHaveCount(0);
  const listed = options.locator('.problem-place');
  await expect(listed).toHaveText(
    problems.map(
      ([line, column, path]) =>
        `${text('problemError')}${text('problemPlace', String(line), String(column))}${path}`,
    ),
  );
  // The first one is mended by one click; the others stay.
  await options.getByRole('button', { name: 'Write west.example.com' }).click();
  await expect(listed).toHaveCount(problems.length - 1);

  await options.reload();
  await expect(options.locator('.in-force').getByRole('heading', { level: 4 })).toHaveText('Main office');
  await expect(registration(popup, 'registered')).toBeVisible();
});

test('takes a profile from a file, and nothing that is not one', async ({ offhook, gateway }) => {
  const options = await offhook.options();
  const webPage = '<!doctype html><title>Sign in</title>';
  for (const document of [webPage, makeSample('ipoffice-single.json').slice(0, 60)]) {
    await pasteProfile(options, document);
    await expect(options.getByText(text('profileRefused'))).toBeVisible();
    await expect(options.locator('.problem-place')).not.toHaveCount(0);
  }
  await expect(options.getByText(text('profileNone'))).toBeVisible();

  await options.getByLabel(text('profileOpen')).setInputFiles({
    name: 'profile.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(profileFor(gateway.url))),
  });
  await options.getByRole('button', { name: text('profileUse') }).click();
  await expect(options.getByText(text('profileSaved'))).toBeVisible();
  await signedInPopup(offhook, alice);
});
