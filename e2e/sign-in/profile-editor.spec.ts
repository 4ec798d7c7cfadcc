import type { Page } from '@playwright/test';
import { makeSample, makeServer } from '../../src/core/profile/samples';
import { expect, test } from '../fixtures';
import { alice, pasteProfile, registration, signedInPopup, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

const field = (options: Page) => options.getByLabel(text('profileText'));
const problems = (options: Page) => options.locator('.problem-place');
const mendAll = (options: Page, count: number) =>
  options.getByRole('button', { name: text('mendAll', String(count)) });
const useIt = (options: Page) => options.getByRole('button', { name: text('profileUse') });
const selected = (options: Page) =>
  field(options).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );

test('mends the document of the German manual, shows how, and signs in with it', async ({
  offhook,
  gateway,
}) => {
  const printed = makeSample('as-printed-de.txt');
  const options = await offhook.options();
  await pasteProfile(options, printed);
  await expect(problems(options)).toHaveCount(12);
  await expect(options.locator('.code-numbers .error')).toHaveText(['4', '5', '6', '9', '10', '11']);

  const difference = options.getByRole('dialog', { name: text('mendHeading') });
  await mendAll(options, 12).click();
  await expect(difference.getByText(text('mendNothingLeft'))).toBeVisible();
  await expect(difference.locator('.before').first()).toContainText('„Name“: „West“,');
  await expect(difference.locator('.after').first()).toContainText('"Name": "West",');
  await options.keyboard.press('Escape');
  // It is hidden at once and gone a moment later.
  await expect(options.locator('dialog.mend')).toHaveCount(0);
  await expect(field(options)).toHaveValue(printed);

  await mendAll(options, 12).click();
  await difference.getByRole('button', { name: text('mendTake') }).click();
  await expect(problems(options)).toHaveCount(0);
  const mended = await field(options).inputValue();
  // The browser's own undo knows of it.
  await field(options).press('Control+z');
  await expect(field(options)).toHaveValue(printed);
  await field(options).press('Control+Shift+z');
  await expect(field(options)).toHaveValue(mended);

  const elsewhere = JSON.parse(mended);
  for (const server of elsewhere.IP_Office_Server_Profile) server.Address = gateway.url;
  await pasteProfile(options, elsewhere);
  await useIt(options).click();
  await expect(options.getByText(text('profileSaved'))).toBeVisible();
  const popup = await signedInPopup(offhook, { ...alice, server: 'Ost' });
  await expect(registration(popup, 'registered')).toContainText('Ost');
});

test('shows how it mends after another document has come into force behind it', async ({
  offhook,
  gateway,
}) => {
  const options = await offhook.options();
  await pasteProfile(options, makeSample('as-printed-de.txt'));
  await useProfile(offhook, profileFor(gateway.url));
  await expect(options.getByRole('heading', { name: text('profileInForce') })).toBeVisible();
  await mendAll(options, 12).click();
  // By its name, as a screen reader says it.
  await expect(options.getByRole('dialog', { name: text('mendHeading') })).toBeVisible();
});

test('keeps in the form what the form does not know, and signs in with what it wrote', async ({
  offhook,
  gateway,
}) => {
  const written = `{
    "Owner": {"team": "IT"},
    "IP_Office_Server_Profile": [
      {"Name": "West", "Address": "http://nowhere.example", "Building": 7}
    ]
}`;
  const options = await offhook.options();
  await pasteProfile(options, written);
  await options.getByRole('radio', { name: text('profileViewForm') }).check();
  const address = options.getByLabel(text('fieldAddress')).first();
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await address.fill(gateway.url);
  await expect(address).toHaveAttribute('aria-invalid', 'false');
  await options.getByLabel(text('fieldName')).first().fill('Hauptsitz');
  await expect(options.getByLabel(text('fieldPort'))).toHaveAttribute('placeholder', /^\d+$/);
  await options.getByLabel(text('fieldLogs')).selectOption(text('ruleNo'));
  await expect(options.getByText(text('formUnknown', 'Building'))).toBeVisible();

  await options.getByRole('radio', { name: text('profileViewText') }).check();
  const changed = written
    .replace('West', 'Hauptsitz')
    .replace('http://nowhere.example', gateway.url)
    .replace('7}', '7, "LogDownload": false}');
  await expect(field(options)).toHaveValue(changed);
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: text('profileExport') }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).toString('utf8')).toBe(changed);

  await useIt(options).click();
  const popup = await signedInPopup(offhook, alice);
  await expect(registration(popup, 'registered')).toContainText('Hauptsitz');
});

test('is mended and put in force without a mouse', async ({ offhook, gateway }) => {
  const options = await offhook.options();
  await field(options).focus();
  await options.keyboard.insertText(makeServer(`"AccountsToken": wahr, "LogDownload": falsch`));
  await expect(problems(options)).toHaveCount(2);
  await options.keyboard.press('Control+Home');
  await options.keyboard.press('F8');
  expect(await selected(options)).toBe('wahr');
  await options.keyboard.press('F8');
  expect(await selected(options)).toBe('falsch');

  // From the field by Tab to the problems: all of them first, then one after another.
  await options.keyboard.press('Tab');
  await expect(mendAll(options, 2)).toBeFocused();
  await options.keyboard.press('Tab');
  await expect(problems(options).first()).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(field(options)).toBeFocused();
  expect(await selected(options)).toBe('wahr');

  await options.keyboard.press('Tab');
  await options.keyboard.press('Enter');
  const take = options.getByRole('button', { name: text('mendTake') });
  await expect(take).toBeVisible();
  while (!(await take.evaluate((button) => button === document.activeElement)))
    await options.keyboard.press('Tab');
  await options.keyboard.press('Enter');
  await expect(problems(options)).toHaveCount(0);

  await field(options).focus();
  await options.keyboard.press('Control+a');
  await options.keyboard.insertText(JSON.stringify(profileFor(gateway.url)));
  await expect(useIt(options)).toBeVisible();
  await options.keyboard.press('Tab');
  await expect(useIt(options)).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(options.getByText(text('profileSaved'))).toBeVisible();
});

test('underlines a problem where it is seen, however far down', async ({ offhook }) => {
  const servers = Array.from({ length: 300 }, (_, index) => ({
    Name: `Site ${index}`,
    Address: `s${index}.example`,
  }));
  const long = JSON.stringify({ IP_Office_Server_Profile: servers }, null, 2);
  const options = await offhook.options();
  await pasteProfile(options, long.replace('"s290.example"', 's290.example'));
  await expect(problems(options)).toHaveCount(1);
  await problems(options).click();
  expect(await selected(options)).toBe('s290.example');
  const mark = options.locator('.code-marks .error');
  await expect(mark).toHaveText('s290.example');
  const [area, place] = await Promise.all([field(options).boundingBox(), mark.boundingBox()]);
  if (!area || !place) throw new Error('the field and the mark are on the page');
  expect(place.y).toBeGreaterThan(area.y);
  expect(place.y + place.height).toBeLessThan(area.y + area.height);
  const number = await options.locator('.code-numbers .error').boundingBox();
  expect(Math.abs((number?.y ?? 0) - place.y)).toBeLessThan(6);
  await expect(options.locator('.code-numbers .error')).toHaveText(String(290 * 4 + 5));
});

test('refuses files that are no profile, and leaves alone what is in force', async ({ offhook, popup }) => {
  const options = await offhook.options();
  const files = [
    ['portal.html', '<!doctype html><title>Sign in</title>', 'This is a web page'],
    ['empty.json', '', text('profileFileOpened', 'empty.json')],
    ['deep.json', '['.repeat(100_000), 'nested this deep'],
    ['proto.json', '{"__proto__": {"x": 1}}', text('profileRefused')],
    ['large.json', ' '.repeat(10 * 1024 * 1024), text('profileFileTooBig', 'large.json', '10.0')],
  ] as const;
  for (const [name, content, sentence] of files) {
    await options
      .getByLabel(text('profileOpen'))
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await expect(options.getByText(sentence).first()).toBeVisible();
    await expect(useIt(options)).toHaveCount(0);
  }
  await options.reload();
  await expect(options.locator('.in-force').getByRole('heading', { level: 4 })).toHaveText('Main office');
  await expect(registration(popup, 'registered')).toBeVisible();
});
