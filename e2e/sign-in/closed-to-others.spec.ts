import { expect, test } from '../fixtures';
import { type OtherServer, startWebServer } from '../other-servers';
import { alice, registration, signIn, useProfile } from '../person';
import { profileFor } from '../profiles';

/** Runs in a web page with all that Chrome lets a script of ours do there, and writes down what it got. */
const curious = `(async () => {
  const tell = (name, asked) => asked.then(
    (value) => { document.documentElement.dataset[name] = JSON.stringify(value) ?? 'nothing'; },
    (error) => { document.documentElement.dataset[name] = 'refused: ' + error.message; },
  );
  const attempt = async (act) => act();
  await Promise.all([
    tell('local', attempt(() => chrome.storage.local.get())),
    tell('session', attempt(() => chrome.storage.session.get())),
    tell('dial', attempt(() => chrome.runtime.sendMessage({ name: 'call.dial', payload: [{ typed: '600' }] }))),
  ]);
  document.documentElement.dataset.done = 'true';
})()`;

let website: OtherServer;
test.beforeEach(async () => {
  website = await startWebServer(200, '<!doctype html><title>A page</title>');
});
test.afterEach(() => website.close());

test.use({ offhookOptions: { contentScript: curious } });

test('a script in a web page reads nothing of ours, and cannot call; and the password is nowhere to be read', async ({
  offhook,
  gateway,
}) => {
  await useProfile(offhook, profileFor(gateway.url));
  const popup = await offhook.popup();
  await signIn(popup, { ...alice, remember: true });
  await expect(registration(popup, 'registered')).toBeVisible();
  const page = await offhook.context.newPage();
  await page.goto(`http://127.0.0.1:${website.port}/`);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-done', 'true');
  await expect(root).toHaveAttribute('data-local', /^refused: Access to storage is not allowed/);
  await expect(root).toHaveAttribute('data-session', /^refused: /);
  await expect(root).not.toHaveAttribute('data-dial', /"ok":true/);
  expect(gateway.lines.filter((line) => line.includes('INVITE'))).toEqual([]);

  const kept = await popup.evaluate(async () => ({
    local: await chrome.storage.local.get(),
    session: await chrome.storage.session.get(),
  }));
  expect(JSON.stringify(kept.local)).toContain('sealed');
  expect(JSON.stringify(kept)).not.toContain(alice.password);
  expect(await popup.content()).not.toContain(alice.password);
});
