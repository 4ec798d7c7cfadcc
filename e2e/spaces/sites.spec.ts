import { text } from '../texts';
import { crm, documentOf, expect, stranger, test } from './fixtures';
import { markedNumbers } from './site';

const number = '+1 303 555 0142';

test('a page of a site that nobody has chosen has nothing of ours in it', async ({ offhook, site }) => {
  site.put('/', documentOf(`<p>${number}</p>`));
  const page = await offhook.context.newPage();
  await page.goto(`${crm}/`);
  const session = await offhook.context.newCDPSession(page);
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
  await session.send('Runtime.enable');
  expect(worlds.filter((origin) => origin.startsWith('chrome-extension:'))).toEqual([]);
  expect(await markedNumbers(page)).toEqual([]);
});

test('a site is chosen in the menu of the icon, at once and for ever, and given up again', async ({
  offhook,
  site,
}) => {
  site.put('/', documentOf(`<p>${number}</p>`));
  const page = await offhook.context.newPage();
  await page.goto(`${crm}/`);
  const worker = await offhook.worker();
  const choose = () =>
    worker.evaluate((url) => {
      const clicked = chrome.contextMenus.onClicked as unknown as {
        dispatch(info: object, tab: object): void;
      };
      clicked.dispatch({ menuItemId: 'find-numbers' }, { id: 1, url });
    }, `${crm}/`);
  await choose();
  await expect.poll(() => markedNumbers(page)).toEqual([number]);
  const registered = () =>
    worker.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map(({ matches }) => matches?.toSorted()),
    );
  expect(await registered()).toEqual([['http://crm.example.com/*', 'https://crm.example.com/*']]);
  await page.reload();
  await expect.poll(() => markedNumbers(page)).toEqual([number]);
  await choose();
  await expect.poll(registered).toEqual([]);
  await page.reload();
  expect(await markedNumbers(page)).toEqual([]);
});

test('sites on the list of exclusions are left alone, with their sub-domains', async ({ offhook, site }) => {
  site.put('/', documentOf(`<p>${number}</p>`));
  const options = await offhook.options();
  await options.getByLabel(text('clickToCallExcluded')).fill('avayacloud.com\nnot a host');
  await options.getByLabel(text('clickToCallExcluded')).blur();
  await expect(options.getByText(text('clickToCallNotHost', 'not a host'))).toBeVisible();
  await options.getByLabel(text('clickToCallExcluded')).fill('avayacloud.com');
  await options.getByLabel(text('clickToCallExcluded')).blur();
  const kept = () =>
    options.evaluate(async () => (await chrome.storage.local.get('clickToCall')).clickToCall);
  await expect.poll(kept).toMatchObject({ excluded: ['avayacloud.com'] });
  const page = await offhook.context.newPage();
  await page.goto('https://spaces.avayacloud.com/');
  await page.goto(`${stranger}/`);
  await page.goto('https://spaces.avayacloud.com/');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
  expect(await markedNumbers(page)).toEqual([]);
});
