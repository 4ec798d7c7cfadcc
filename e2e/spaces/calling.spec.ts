import type { Page } from '@playwright/test';
import type { Offhook } from '../offhook';
import { callCard, hangUp } from '../person';
import { text } from '../texts';
import { buttonPlace, documentOf, expect, pointAt, pressButton, test } from './fixtures';
import { openSpaces } from './site';

/** Ends the call that is on, unless it was refused, so that the next can be placed. */
async function endCall(popup: Page): Promise<void> {
  const talking = popup.getByRole('button', { name: text('hangUp') });
  const ended = callCard(popup, 'ended');
  await talking.or(ended).first().waitFor();
  if (await talking.isVisible()) await hangUp(popup);
  await ended.first().waitFor();
}

/** Counts how often the popup is opened by itself from now on, as it is to say why a number was not called. */
async function countPopups(offhook: Offhook): Promise<() => Promise<number>> {
  const worker = await offhook.worker();
  const counter = await worker.evaluateHandle(() => {
    const opened = { times: 0 };
    chrome.action.openPopup = async () => void opened.times++;
    return opened;
  });
  return () => counter.evaluate(({ times }) => times);
}

test('a press of the button beside a number calls it, as the button says', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  site.put('/', documentOf('<p>The echo is at +1 303 555 0142.</p>'));
  const page = await openSpaces(offhook);
  const place = await pointAt(page, '+1 303 555 0142');
  expect(invites()).toEqual([]);
  await pressButton(page, place, () => invites().length > 0);
  expect(invites()[0]).toContain('+13035550142');
  await expect(callCard(popup)).toBeVisible();
});

test('a double-click on the button, or on a link, is one call and no complaint', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  site.put('/', documentOf('<p>Tel. +1 303 555 0142, or <a href="tel:+13035550143">Dana</a></p>'));
  const page = await openSpaces(offhook);
  const popupsAsked = await countPopups(offhook);
  const { x, y } = await pointAt(page, '+1 303 555 0142');
  await page.mouse.move(x, y);
  await expect(async () => {
    await page.mouse.dblclick(x, y);
    await expect.poll(() => invites().length, { timeout: 1_500 }).toBe(1);
  }).toPass();
  await endCall(popup);
  await page.bringToFront();
  const dana = page.getByText('Dana');
  await expect(async () => {
    await page.mouse.move(1, 1);
    await dana.hover();
    await expect.poll(() => buttonPlace(page), { timeout: 1_500 }).not.toBeNull();
    await dana.dblclick();
    await expect.poll(() => invites().length, { timeout: 1_500 }).toBe(2);
  }).toPass();
  await endCall(popup);
  expect(await popupsAsked()).toBe(0);
});

test('with Shift, the popup opens with the number, and nobody is called', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  site.put('/', documentOf('<p>Tel. (303) 555-0142</p>'));
  const page = await openSpaces(offhook);
  const place = await pointAt(page, '(303) 555-0142');
  await page.keyboard.down('Shift');
  await pressButton(page, place, async () => (await buttonPlace(page)) === null);
  await page.keyboard.up('Shift');
  await expect(popup.getByLabel(text('numberLabel'))).toHaveValue('(303) 555-0142');
  expect(invites()).toEqual([]);
});

test('the button of a number at an edge of the window is all within it, and calls', async ({
  offhook,
  popup: _popup,
  site,
  invites,
}) => {
  const corner = 'position:absolute;right:0;bottom:0';
  site.put('/', documentOf(`<p style="${corner}">+1 303 555 0142</p>`));
  const page = await openSpaces(offhook);
  await pressButton(page, await pointAt(page, '+1 303 555 0142'), () => invites().length > 0);
});

test('a link calls when it is clicked after its button was seen, by mouse and by keyboard', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  site.put(
    '/',
    documentOf(
      '<p><a id="tel" href="tel:+13035550142">Dana</a> <a id="sip" href="sip:600@example.com">Echo</a></p>',
    ),
  );
  const page = await openSpaces(offhook);
  await expect(popup.locator('.registration[data-state=registered]')).toBeVisible();
  await page.bringToFront();
  await expect(async () => {
    await page.locator('#tel').focus();
    await page.mouse.move(1, 1);
    await page.locator('#tel').hover();
    await expect.poll(() => buttonPlace(page), { timeout: 1_500 }).not.toBeNull();
    await page.locator('#tel').click();
    await expect.poll(() => invites().length, { timeout: 1_500 }).toBe(1);
  }).toPass();
  expect(invites()[0]).toContain('+13035550142');
  await endCall(popup);

  await page.bringToFront();
  await page.mouse.move(1, 1);
  await page.locator('#sip').focus();
  await expect.poll(() => buttonPlace(page)).not.toBeNull();
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect.poll(() => invites().length, { timeout: 1_500 }).toBe(2);
  }).toPass();
  expect(invites()[1]).toContain('sip:600@example.com');
});

test('asks each time by what to call, when the person wants that, and remembers the answer', async ({
  offhook,
  popup,
  site,
  invites,
}) => {
  const options = await offhook.options();
  await options.getByLabel(text('clientAsk')).check();
  site.put('/', documentOf('<p>+1 303 555 0142</p>'));
  const page = await openSpaces(offhook);
  const place = await pointAt(page, '+1 303 555 0142');
  const requestPage = () => offhook.context.pages().find((open) => open.url().includes('/call-request/'));
  await pressButton(page, place, () => requestPage() !== undefined);
  const request = requestPage();
  if (!request) throw new Error('no question');
  await expect(request.getByText('+13035550142', { exact: true })).toBeVisible();
  await request.getByLabel(text('callRequestRemember')).check();
  await request.getByRole('button', { name: text('callWithOffhook') }).click();
  await expect.poll(() => invites().length).toBe(1);
  await expect(options.getByRole('radio', { name: text('clientOffhook') })).toBeChecked();
  await expect(callCard(popup)).toBeVisible();
});

test('the menus of a selection and of a link, and the address bar, call too', async ({
  offhook,
  gateway: _gateway,
  popup,
  invites,
}) => {
  await expect(popup.locator('.registration[data-state=registered]')).toBeVisible();
  const worker = await offhook.worker();
  await worker.evaluate(() => {
    const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: object): void };
    clicked.dispatch({ menuItemId: 'call-selection', selectionText: ' (303) 555-0142 ' });
  });
  await expect.poll(() => invites().length).toBe(1);
  await endCall(popup);
  await worker.evaluate(() => {
    const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: object): void };
    clicked.dispatch({ menuItemId: 'call-link', linkUrl: 'callto:600?call' });
  });
  await expect.poll(() => invites().length).toBe(2);
  expect(invites().at(-1)).toContain('sip:600@');
  await endCall(popup);
  await worker.evaluate(() => {
    const entered = chrome.omnibox.onInputEntered as unknown as { dispatch(text: string, how: string): void };
    entered.dispatch('600', 'currentTab');
  });
  await expect.poll(() => invites().length).toBe(3);
});

test('a person who is not signed in gets the number into the popup, and is told', async ({
  offhook,
  site,
}) => {
  site.put('/', documentOf('<p>+1 303 555 0142</p>'));
  const page = await openSpaces(offhook);
  const place = await pointAt(page, '+1 303 555 0142');
  const worker = await offhook.worker();
  const draft = () => worker.evaluate(async () => (await chrome.storage.session.get('dialDraft')).dialDraft);
  await pressButton(page, place, async () => (await draft()) === '+13035550142');
});
