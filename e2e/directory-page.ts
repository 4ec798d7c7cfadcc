import { expect, type Page } from '@playwright/test';
import type { Offhook } from './offhook';
import { text } from './texts';

export type DirectoryFile = { name: string; text: string | Uint8Array<ArrayBuffer> };

export async function openDirectory(offhook: Offhook): Promise<Page> {
  const directory = await offhook.open('src/directory/index.html');
  await expect(directory.getByRole('heading', { level: 1 })).toBeVisible();
  return directory;
}

/** Chooses a file in the import dialog, and leaves it at the preview. */
export async function openFile(directory: Page, { name, text: body }: DirectoryFile): Promise<void> {
  await directory.getByRole('button', { name: text('importFile'), exact: true }).click();
  await directory
    .getByLabel(text('fileChoose'))
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(body) });
}

export async function importFile(directory: Page, file: DirectoryFile): Promise<void> {
  await openFile(directory, file);
  await directory.getByRole('dialog').locator('.buttons .primary').click();
  await expect(directory.getByRole('dialog')).toContainText(text('contactsImported', ''));
  await directory.getByRole('dialog').locator('.buttons').getByRole('button').click();
}
