import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Offhook } from '../offhook';
import { text } from '../texts';
import { expect, test } from './fixtures';
import { openSpaces, spaces } from './site';

const example = readFileSync(new URL('../pages/page-api.html', import.meta.url), 'utf8');

const requestPage = (offhook: Offhook): Page | undefined =>
  offhook.context.pages().find((page) => page.url().includes('/call-request/'));

async function question(offhook: Offhook): Promise<Page> {
  await expect.poll(() => requestPage(offhook) !== undefined, 'our own window asks').toBe(true);
  const page = requestPage(offhook);
  if (!page) throw new Error('the question is gone');
  return page;
}

test('a page of Spaces learns whether a call could be made, and nothing more', async ({
  offhook,
  popup,
  site,
}) => {
  await expect(popup.locator('.registration[data-state=registered]')).toBeVisible();
  site.put('/', example);
  const page = await openSpaces(offhook);
  await page.getByRole('button', { name: 'Status' }).click();
  await expect(page.locator('output')).toHaveText(
    '{"offhook":1,"ok":true,"result":{"version":1,"state":"ready"}}',
  );
});

test('a call that a page asks for is asked of the person, with the page’s origin, and is placed when he says so', async ({
  offhook,
  popup: _popup,
  site,
  invites,
}) => {
  site.put('/', example);
  const page = await openSpaces(offhook);
  await page.getByLabel('Number').fill('+1 303 555 0142');
  await page.getByRole('button', { name: 'Call' }).click();
  const asked = await question(offhook);
  await expect(asked.getByText(spaces, { exact: true })).toBeVisible();
  await expect(asked.getByText('+1 303 555 0142')).toBeVisible();
  expect(invites()).toEqual([]);
  await asked.getByRole('button', { name: text('callWithOffhook') }).click();
  await expect.poll(() => invites().length).toBe(1);
  await expect(page.locator('output')).toHaveText('{"offhook":1,"ok":true,"result":{"outcome":"calling"}}');
});

test('a person who declines, or closes the window, is not asked again at once', async ({
  offhook,
  popup: _popup,
  site,
  invites,
}) => {
  site.put('/', example);
  const page = await openSpaces(offhook);
  await page.getByLabel('Number').fill('+1 303 555 0142');
  await page.getByRole('button', { name: 'Call' }).click();
  await (await question(offhook)).close();
  await expect(page.locator('output')).toHaveText('{"offhook":1,"ok":true,"result":{"outcome":"declined"}}');
  await page.getByRole('button', { name: 'Call' }).click();
  await expect(page.locator('output')).toHaveText('{"offhook":1,"ok":false,"error":"busy"}');
  expect(invites()).toEqual([]);
});
