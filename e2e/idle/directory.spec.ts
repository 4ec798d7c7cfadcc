import type { Locator, Page } from '@playwright/test';
import * as samples from '../../src/core/directory/files/sample-files';
import { type DirectoryFile, importFile, openDirectory, openFile } from '../directory-page';
import { expect, test } from '../fixtures';
import { notificationsOf } from '../notifications';
import { answerButton, callCard, hangUp, recentCalls } from '../person';
import { type TextKey, text } from '../texts';

const rows = (directory: Page): Locator => directory.locator('.contact-row strong');
const button = (directory: Page, key: TextKey) =>
  directory.getByRole('button', { name: text(key), exact: true });

test.describe('imports what other programs write', () => {
  const files: readonly (DirectoryFile & { who: string })[] = [
    { name: 'portal.csv', text: samples.portalCsv, who: 'María Anna Müller' },
    { name: 'google.csv', text: samples.googleCsv, who: 'Dr. María Anna Müller' },
    { name: 'outlook.csv', text: samples.outlookCsv, who: 'María Müller' },
    { name: 'old.vcf', text: samples.vcard21, who: 'Dr. María Müller' },
    { name: 'apple.vcf', text: samples.vcard30, who: 'María Anna Müller' },
    { name: 'new.vcf', text: samples.vcard40, who: 'María Müller' },
    {
      name: 'utf16.csv',
      text: samples.encodeAs(`\ufeff${samples.portalCsv}`, 'utf-16le'),
      who: 'María Anna Müller',
    },
  ];

  test('each with its preview, and takes it back', async ({ offhook }) => {
    test.slow();
    const directory = await openDirectory(offhook);
    for (const file of files) {
      await openFile(directory, file);
      await expect(directory.locator('.preview-people strong').first(), file.name).toHaveText(file.who);
      await directory.getByRole('dialog').locator('.buttons .primary').click();
      await expect(directory.getByRole('dialog')).toContainText(text('contactsImported', ''));
      await directory.getByRole('dialog').locator('.buttons').getByRole('button').click();
      await expect(rows(directory).first(), file.name).toBeVisible();
      await button(directory, 'undo').click();
      await expect(directory.getByText(text('directoryEmpty')), file.name).toBeVisible();
    }
  });
});

test('asks what columns are that it does not know, and refuses a file that is none with a sentence', async ({
  offhook,
}) => {
  const directory = await openDirectory(offhook);
  await openFile(directory, { name: 'odd.csv', text: 'Wer,Durchwahl\nMaría Müller,201\n' });
  await expect(directory.getByText(text('previewNobody'))).toBeVisible();
  await directory.getByLabel(text('columnMeaningOf', 'Wer')).selectOption('fullName');
  await directory.getByLabel(text('columnMeaningOf', 'Durchwahl')).selectOption('workNumber');
  await expect(directory.locator('.preview-people')).toContainText('María Müller');
  await expect(directory.locator('.preview-people')).toContainText('201');
  await directory.getByRole('button', { name: text('close') }).click();

  await openFile(directory, { name: 'program.csv', text: '\x7fELF\0\0\0' });
  await expect(directory.getByRole('alert')).toHaveText(text('fileBinary'));
  await directory.getByRole('button', { name: text('close') }).click();
  await openFile(directory, { name: 'script.csv', text: 'firstname,note\n<img src=x onerror=alert(1)>,x\n' });
  await directory.getByRole('dialog').locator('.buttons .primary').click();
  await directory.getByRole('dialog').locator('.buttons').getByRole('button').click();
  await expect(rows(directory)).toHaveText('<img src=x onerror=alert(1)>');
});

test('finds people as one types, edits, marks, removes and brings back, and exports what imports again', async ({
  offhook,
}) => {
  const directory = await openDirectory(offhook);
  await importFile(directory, { name: 'outlook.csv', text: samples.outlookCsv });
  await importFile(directory, {
    name: 'more.csv',
    text: 'firstname,lastname,workphone\nJo,Doe,201\nAda,Ångström,202\n',
  });
  await expect(rows(directory)).toHaveText(['Ada Ångström', 'Jo Doe', 'María Müller']);
  const search = directory.getByLabel(text('searchPeople'));
  for (const [typed, who] of [
    ['angst', 'Ada Ångström'],
    ['mueller contoso', 'María Müller'],
    ['0371 5550199', 'María Müller'],
    ['564', ''],
    ['363', 'Jo Doe'],
  ] as const) {
    await search.fill(typed);
    await expect(rows(directory), typed).toHaveText(who ? [who] : []);
  }
  await search.fill('');
  await expect(rows(directory)).toHaveText(['Ada Ångström', 'Jo Doe', 'María Müller']);
  await rows(directory).first().click();
  await button(directory, 'favourite').click();
  await button(directory, 'edit').click();
  await directory.getByLabel(text('lastName'), { exact: true }).fill('Zuse');
  await button(directory, 'save').click();
  await expect(rows(directory)).toHaveText(['Jo Doe', 'María Müller', 'Ada Zuse']);
  await expect(button(directory, 'favourite')).toHaveAttribute('aria-pressed', 'true');
  await button(directory, 'remove').click();
  await expect(rows(directory)).toHaveText(['Jo Doe', 'María Müller']);
  await button(directory, 'undo').click();
  await expect(rows(directory)).toHaveText(['Jo Doe', 'María Müller', 'Ada Zuse']);

  await button(directory, 'menu').click();
  const [download] = await Promise.all([
    directory.waitForEvent('download'),
    button(directory, 'exportVcard').click(),
  ]);
  await button(directory, 'menu').click();
  await button(directory, 'removeEverybody').click();
  await expect(directory.getByText(text('directoryEmpty'))).toBeVisible();
  await button(directory, 'importFile').click();
  await directory.getByLabel(text('fileChoose')).setInputFiles(await download.path());
  await directory.getByRole('dialog').locator('.buttons .primary').click();
  await directory.getByRole('dialog').locator('.buttons').getByRole('button').click();
  await expect(rows(directory)).toHaveText(['Jo Doe', 'María Müller', 'Ada Zuse']);
});

test('shows of a person the picture that one chooses, and says why another is none', async ({
  offhook,
  popup,
}) => {
  const directory = await openDirectory(offhook);
  await button(directory, 'contactNew').click();
  await directory.getByLabel(text('lastName'), { exact: true }).fill('Diamond');
  await directory.getByLabel(text('number'), { exact: true }).first().fill('600');
  await directory.getByLabel(text('favourite')).check();
  const field = directory.locator('.picture-field');
  const choose = (buffer: Buffer) =>
    field.locator('input').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  await choose(Buffer.alloc(10 * 1024 * 1024));
  await expect(field.getByRole('alert')).toHaveText(text('pictureTooLarge'));
  await choose(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
  await expect(field.getByRole('alert')).toHaveText(text('pictureNotUnderstood'));
  await choose(await directory.screenshot());
  await expect(field.locator('img')).toBeVisible();
  await button(directory, 'save').click();
  for (const place of ['.contact-row img', 'article.contact img']) {
    await expect(directory.locator(place)).toBeVisible();
    const side = await directory.locator(place).evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(side, place).toBe(192);
  }
  await expect(popup.locator('.favourites img')).toBeVisible();
  await button(directory, 'edit').click();
  await button(directory, 'pictureRemove').click();
  await button(directory, 'save').click();
  await expect(directory.locator('article.contact .avatar')).toHaveText('D');
  await button(directory, 'undo').click();
  await expect(directory.locator('article.contact img')).toBeVisible();
});

test('takes a picture of a person that is dropped on the form or pasted into it', async ({ offhook }) => {
  const directory = await openDirectory(offhook);
  await button(directory, 'contactNew').click();
  const field = directory.locator('.picture-field');
  const shot = (await directory.screenshot()).toString('base64');
  for (const way of ['drop', 'paste'] as const) {
    await field.evaluate(givePicture, { way, shot });
    await expect(field.locator('img')).toBeVisible();
    await button(directory, 'pictureRemove').click();
    await expect(field.locator('img')).toHaveCount(0);
  }
});

/** Runs in the page: what the browser does there when somebody drops or pastes a picture. */
function givePicture(field: Element, { way, shot }: { way: 'drop' | 'paste'; shot: string }): void {
  const carried = new DataTransfer();
  const bytes = Uint8Array.from(atob(shot), (char) => char.charCodeAt(0));
  carried.items.add(new File([bytes], 'me.png', { type: 'image/png' }));
  const init = { bubbles: true, cancelable: true };
  field.dispatchEvent(
    way === 'drop'
      ? new DragEvent('drop', { ...init, dataTransfer: carried })
      : new ClipboardEvent('paste', { ...init, clipboardData: carried }),
  );
}

test('merges two who share a number when one says so', async ({ offhook }) => {
  const directory = await openDirectory(offhook);
  await importFile(directory, {
    name: 'two.csv',
    text: 'firstname,lastname,workphone,email\nMaria,Smith,+49 371 5550123,\nMaria,Smith,+493715550123,maria@example.com\n',
  });
  await button(directory, 'menu').click();
  await button(directory, 'findDuplicates').click();
  await button(directory, 'merge').click();
  await expect(directory.getByText(text('noDuplicates'))).toBeVisible();
  await directory.getByRole('button', { name: text('close') }).click();
  await expect(rows(directory)).toHaveText(['Maria Smith']);
  await rows(directory).click();
  await expect(directory.locator('article.contact')).toContainText('maria@example.com');
});

test('is where one calls from: by name, by favourite, by the keys of the dial pad', async ({
  offhook,
  popup,
  gateway,
}) => {
  const directory = await openDirectory(offhook);
  await importFile(directory, {
    name: 'people.csv',
    text: 'firstname,lastname,workphone,favourite\nEcho,Chamber,600,1\nTone,Maker,601,\n',
  });
  await directory.close();
  const field = popup.getByLabel(text('numberLabel'));
  const options = popup.getByRole('option');

  await field.fill('chamb');
  await expect(options).toHaveText([/Echo Chamber/]);
  await field.press('Enter');
  await expect(field).toHaveValue('600');

  await field.fill('625');
  await expect(options).toHaveText([/Tone Maker/]);
  await options.click();
  await expect(callCard(popup, 'active').getByRole('heading')).toHaveText('Tone Maker');
  await hangUp(popup);
  await expect(callCard(popup, 'active')).toHaveCount(0);

  await popup.getByRole('button', { name: text('callParty', 'Echo Chamber') }).click();
  await expect(callCard(popup, 'active').getByRole('heading')).toHaveText('Echo Chamber');
  await hangUp(popup);
  expect(gateway.calls('600')).toHaveLength(1);
  expect(gateway.calls('601')).toHaveLength(1);
});

test('tells who calls: in the card, the window, the notification and the list of calls', async ({
  offhook,
  popup,
  gateway,
}) => {
  const directory = await openDirectory(offhook);
  await importFile(directory, {
    name: 'dora.csv',
    text: 'firstname,lastname,workphone\nDora,Diamond,0371 5550123\n',
  });
  await directory.close();
  const call = await gateway.callFrom('+493715550123', '201', { name: 'D', toneHz: 620 });
  const window = await offhook.callWindow();
  await expect(callCard(window, 'ringing').getByRole('heading')).toHaveText('Dora Diamond');
  await expect(window).toHaveTitle(`Dora Diamond – ${text('callStateIncoming')}`);
  await expect(callCard(popup, 'ringing').getByRole('heading')).toHaveText('Dora Diamond');
  await expect.poll(() => notificationsOf(offhook)).toHaveLength(1);
  await answerButton(window).click();
  await call.reaches('active');
  call.hangUp();
  await expect(callCard(popup, 'ended')).toBeVisible();
  await expect((await recentCalls(popup)).first()).toContainText('Dora Diamond');
});
