import type { Page } from '@playwright/test';
import type { Offhook } from '../offhook';
import { callCard, registration } from '../person';
import { text } from '../texts';
import { buttonPlace, crm, documentOf, expect, pointAt, pressButton, stranger, test } from './fixtures';
import { openSpaces, type Site } from './site';

/** Presses the shortcut, as far as that can be done: the keys belong to the system, which a browser without a screen has not. */
async function pressShortcut(offhook: Offhook): Promise<void> {
  const worker = await offhook.worker();
  await worker.evaluate(() => {
    const pressed = chrome.commands.onCommand as unknown as { dispatch(command: string): void };
    pressed.dispatch('dial-selection');
  });
}

/** A page with a name and a number to select. */
async function openCustomer(offhook: Offhook, site: Site): Promise<Page> {
  site.put('/', documentOf('<p id="number">(303) 555-0142</p><p id="name">Dana Scully</p>'));
  return offhook.open(`${crm}/`);
}

const select = (page: Page, selector: string) => page.locator(selector).selectText();

/** Makes Offhook the browser's program for tel:, where Chromium is told beforehand what the person answers. */
async function takeTelLinks(offhook: Offhook): Promise<void> {
  const options = await offhook.options();
  const session = await offhook.context.newCDPSession(options);
  await session.send('Page.enable');
  await session.send('Page.setRPHRegistrationMode', { mode: 'autoAccept' });
  await options.getByRole('button', { name: text('telLinksRegister') }).click();
  await expect(options.getByText(text('telLinksAsked'))).toBeVisible();
}

/** Leaves `tel:` to the system again: the next test may have the same browser. */
async function giveUpTelLinks(offhook: Offhook): Promise<void> {
  const options = await offhook.options();
  await options.evaluate((url) => {
    // The types do not know of it (HTML §8.9.1.3).
    const handlers = navigator as unknown as { unregisterProtocolHandler(scheme: string, url: string): void };
    handlers.unregisterProtocolHandler('tel', url);
  }, offhook.urlOf('src/call-request/index.html?link=%s'));
}

const requestPage = (offhook: Offhook) =>
  offhook.context.pages().find((open) => open.url().includes('/call-request/'));

test('the shortcut calls what is selected, and gives what is no number to the popup', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  await expect(registration(popup, 'registered')).toBeVisible();
  const page = await openCustomer(offhook, site);
  await select(page, '#name');
  await pressShortcut(offhook);
  await expect(popup.getByLabel(text('numberLabel'))).toHaveValue('Dana Scully');
  expect(invites()).toEqual([]);
  await select(page, '#number');
  await pressShortcut(offhook);
  await expect.poll(() => invites().length).toBe(1);
  await expect(callCard(popup)).toBeVisible();
});

test('where no popup can be opened, one window of ours does instead, behind which the shortcut reads the page', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  await expect(registration(popup, 'registered')).toBeVisible();
  const page = await openCustomer(offhook, site);
  const worker = await offhook.worker();
  // As Chrome does when none of its windows has the focus.
  await worker.evaluate(() => {
    chrome.action.openPopup = () => Promise.reject(new Error('Could not find an active browser window.'));
  });
  const windows = () => worker.evaluate(() => chrome.windows.getAll({ windowTypes: ['popup'] }));
  await select(page, '#name');
  await pressShortcut(offhook);
  await expect.poll(async () => (await windows()).map(({ focused }) => focused)).toEqual([true]);
  const typed = popup.getByLabel(text('numberLabel'));
  await expect(typed).toHaveValue('Dana Scully');
  await typed.fill('');
  await pressShortcut(offhook);
  await expect(typed).toHaveValue('Dana Scully');
  await select(page, '#number');
  await pressShortcut(offhook);
  await expect.poll(() => invites().length).toBe(1);
  expect(await windows()).toHaveLength(1);
});

test('a tel: link of any page opens our own window, and calls when the person says so there', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  await expect(registration(popup, 'registered')).toBeVisible();
  await takeTelLinks(offhook);
  site.put('/', documentOf('<a href="tel:+1-303-555-0142">Call us</a>'));
  const page = await offhook.context.newPage();
  await page.goto(`${stranger}/`);
  await page.getByText('Call us').click();
  await expect.poll(() => requestPage(offhook) !== undefined, 'our window asks').toBe(true);
  const asked = requestPage(offhook);
  if (!asked) throw new Error('nobody asks');
  await expect(asked.getByText('+1-303-555-0142')).toBeVisible();
  expect(invites()).toEqual([]);
  await asked.getByRole('button', { name: text('callWithOffhook') }).click();
  await expect.poll(() => invites().length).toBe(1);
  await giveUpTelLinks(offhook);
});

test('for who prefers Workplace, the number goes to the program that the system has for tel:', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  await expect(registration(popup, 'registered')).toBeVisible();
  // So that it can be seen where it goes, that program is Offhook.
  await takeTelLinks(offhook);
  const options = await offhook.options();
  await options.getByLabel(text('clientWorkplace')).check();
  site.put('/', documentOf('<p>Tel. (303) 555-0142</p>'));
  const page = await openSpaces(offhook);
  const place = await pointAt(page, '(303) 555-0142');
  await pressButton(page, place, () => requestPage(offhook) !== undefined);
  await expect.poll(() => requestPage(offhook)?.url()).toContain(encodeURIComponent('tel:3035550142'));
  expect(invites()).toEqual([]);
  await giveUpTelLinks(offhook);
});

test('a card of a person, pointed at or reached by keyboard, offers the number in it', async ({
  offhook,
  site,
}) => {
  site.put(
    '/',
    documentOf(
      `<ul><li tabindex="0" id="dana"><h3>Dana Scully</h3><p>Field office</p><p>+1 303 555 0142</p></li>
      <li tabindex="0" id="desk"><h3>Desk</h3><p>+1 303 555 0143, +1 303 555 0144</p></li></ul>`,
    ),
  );
  const page = await openSpaces(offhook);
  await expect(async () => {
    await page.mouse.move(1, 1);
    await page.getByText('Dana Scully').hover();
    await expect.poll(() => buttonPlace(page), { timeout: 1_500 }).not.toBeNull();
  }).toPass();
  await page.keyboard.press('Escape');
  await expect.poll(() => buttonPlace(page)).toBeNull();
  // Of two numbers nobody can say which is meant.
  await page.locator('#desk').focus();
  expect(await buttonPlace(page)).toBeNull();
  await page.locator('#dana').focus();
  await expect.poll(() => buttonPlace(page)).not.toBeNull();
});
