import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { answerButton, callCard, dial } from '../person';
import { type TextKey, text } from '../texts';

const allowButton = (page: Page) => page.getByRole('button', { name: text('microphoneAllow') });

test('opens one page after the install, which leads on to the profile', async ({ launch }) => {
  const offhook = await launch();
  const page = await offhook.firstPage();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('permissionHeading'));
  await expect(page.getByText(text('microphoneGranted'))).toBeVisible();
  const opened = offhook.context.waitForEvent('page');
  await page.getByRole('button', { name: text('microphoneNextProfile') }).click();
  await expect(await opened).toHaveTitle(text('optionsTitle'));
  const popup = await offhook.popup();
  await expect(popup.getByRole('heading', { name: text('setUpHeading') })).toBeVisible();
});

test.describe('with the microphone denied', () => {
  test.use({ offhookOptions: { microphone: 'denied' } });

  test('says how to allow it, calls nobody, and lets a call that comes in ring on', async ({
    offhook,
    gateway,
    popup,
  }) => {
    const page = await offhook.permission();
    await expect(page.getByText(text('microphoneDenied'))).toBeVisible();
    await expect(page.getByRole('button', { name: text('microphoneSettings') })).toBeVisible();

    await expect(popup.getByText(text('microphoneStrip'))).toBeVisible();
    await dial(popup, '600');
    const refusal = popup.getByRole('alert');
    await expect(refusal).toContainText(text('dialNoMicrophone'));
    await expect(refusal.getByRole('button', { name: text('microphoneSetUp') })).toBeVisible();
    expect(gateway.lines.filter((line) => line.includes('INVITE'))).toEqual([]);

    const call = await gateway.callFrom('205', '201');
    await answerButton(popup).click();
    await expect(callCard(popup, 'ringing')).toContainText(text('answerNoMicrophone'));
    expect(call.state).toBe('ringing');
  });
});

test.describe('before anybody has answered the question', () => {
  test.use({ offhookOptions: { microphone: 'not-asked' } });

  // Without a screen, Chromium answers its own question with Block.
  test('asks in the visible page, and takes a no for an answer', async ({ offhook }) => {
    const page = await offhook.firstPage();
    await expect(page.getByText(text('microphoneLead'))).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await allowButton(page).click();
    await expect(page.getByRole('alert')).toContainText(text('microphoneDenied'));
  });
});

test.describe('with no microphone at all', () => {
  test.use({ offhookOptions: { microphone: 'no-device' } });

  test('says that one has to be plugged in', async ({ offhook }) => {
    const page = await offhook.firstPage();
    await expect(page.getByText(text('microphoneNoDevice'))).toBeVisible();
    await allowButton(page).click();
    await expect(page.getByText(text('microphoneNoDevice'))).toBeVisible();
  });
});

/** What Chromium answers where no test can bring it to: a closed question, a block by the system, a microphone in use. */
const answers: readonly [error: string, name: string, sentence: TextKey][] = [
  ['Permission dismissed', 'NotAllowedError', 'microphoneDismissed'],
  ['Permission denied by system', 'NotAllowedError', 'microphonePolicy'],
  ['Could not start audio source', 'NotReadableError', 'microphoneInUse'],
];

test('tells a closed question, a block by the system and a microphone in use apart', async ({ launch }) => {
  const offhook = await launch({ microphone: 'not-asked' });
  for (const [message, name, sentence] of answers) {
    const page = await offhook.context.newPage();
    await page.addInitScript(
      ([message, name]) => {
        const refuse = () => Promise.reject(new DOMException(message, name));
        Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: refuse });
      },
      [message, name] as const,
    );
    await page.goto(offhook.urlOf('src/permission/index.html'));
    await allowButton(page).click();
    await expect(page.getByText(text(sentence))).toBeVisible();
    await expect(allowButton(page)).toBeEnabled();
  }
});
