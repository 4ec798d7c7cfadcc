import { expect, type Locator, type Page } from '@playwright/test';
import type { Protocol } from '../src/bus/protocol';
import { parseProfile } from '../src/core/profile/parse-profile';
import type { Offhook } from './offhook';
import { serverName } from './profiles';
import { text } from './texts';

/** What a person does with Offhook, by the names and roles that the English pages show. */

/** Puts a profile document in force by the message that the options page sends when it has understood one. */
export async function useProfile(offhook: Offhook, document: object): Promise<void> {
  const written = JSON.stringify(document, null, 2);
  const parsed = parseProfile(written);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const isTaken = await send(offhook, 'profile.use', { text: written, profiles: parsed.profiles });
  expect(isTaken).toBe(true);
}

/** Sends a message as our pages do, from one that draws nothing; gives the reply. */
async function send(offhook: Offhook, name: keyof Protocol, payload: object): Promise<unknown> {
  const message = { name, payload: [payload] };
  const answer = await offhook.inExtension((page) =>
    page.evaluate((sent) => chrome.runtime.sendMessage(sent), message),
  );
  expect(answer).toMatchObject({ ok: true });
  return answer.value;
}

/** Puts a profile document in force through the options page: pastes it, waits until it is understood, takes it. */
export async function pasteAndUseProfile(offhook: Offhook, document: object | string): Promise<void> {
  const options = await offhook.options();
  await pasteProfile(options, document);
  await options.getByRole('button', { name: text('profileUse') }).click();
  await expect(options.getByText(text('profileSaved'))).toBeVisible();
  await options.close();
}

/** Pastes a document into the options page, and leaves it at that. */
export async function pasteProfile(options: Page, document: object | string): Promise<void> {
  const written = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  await options.getByLabel(text('profileText')).fill(written);
}

export type Credentials = { extension: string; password: string; server?: string; remember?: boolean };

/** Two users of every gateway. */
export const alice: Credentials = { extension: '201', password: 'secret-201' };
export const bob: Credentials = { extension: '202', password: 'secret-202' };

/** Fills in the sign-in form of the popup and sends it; how it ends is not waited for. */
export async function signIn(
  popup: Page,
  { extension, password, server, remember }: Credentials,
): Promise<void> {
  if (server) await popup.getByRole('radio', { name: server, exact: true }).check();
  await popup.getByLabel(text('extension')).fill(extension);
  await popup.getByLabel(text('password')).fill(password);
  if (remember) await popup.getByLabel(text('staySignedIn')).check();
  await popup.getByRole('button', { name: text('signIn'), exact: true }).click();
}

/** Signs in to the one server of the profile by the message that the form sends, and opens the popup once registered. */
export async function registeredPopup(
  offhook: Offhook,
  { extension, password, server = serverName }: Credentials,
): Promise<Page> {
  const choice = { kind: 'named', name: server };
  await send(offhook, 'account.signIn', { server: choice, extension, password, remember: false });
  const popup = await offhook.popup();
  await expect(registration(popup, 'registered')).toBeVisible();
  return popup;
}

/** Opens the popup and signs in, until it is registered. */
export async function signedInPopup(offhook: Offhook, credentials: Credentials): Promise<Page> {
  const popup = await offhook.popup();
  await signIn(popup, credentials);
  await expect(registration(popup, 'registered')).toBeVisible();
  return popup;
}

/** The line that says whether we are registered, where, and as whom. */
export function registration(page: Page, state: 'off' | 'registering' | 'registered' | 'failed'): Locator {
  return page.locator(`.registration[data-state=${state}]`);
}

/** Signs out through the menu. */
export async function signOut(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: text('menu') }).click();
  await popup.getByRole('button', { name: text('signOut') }).click();
}

/** Types a number into the popup and presses Call; what comes of it is not waited for. */
export async function dial(popup: Page, number: string): Promise<void> {
  await popup.getByLabel(text('numberLabel')).fill(number);
  await popup.getByRole('button', { name: text('call'), exact: true }).click();
}

type ShownState = 'dialing' | 'ringing' | 'connecting' | 'active' | 'held' | 'ended';

/** Types a number as fast as people do, digit after digit, and presses Call. */
export async function typeAndCall(popup: Page, number: string): Promise<void> {
  await popup.getByLabel(text('numberLabel')).pressSequentially(number, { delay: 100 });
  await popup.getByRole('button', { name: text('call'), exact: true }).click();
}

/** The card of the call that is in this state, or of any. */
export function callCard(page: Page, state?: ShownState): Locator {
  return page.locator(state ? `article.call[data-state=${state}]` : 'article.call');
}

/** Dials and waits until both sides talk. */
export async function talkTo(popup: Page, number: string): Promise<void> {
  await dial(popup, number);
  await expect(callCard(popup, 'active')).toBeVisible();
}

export async function hangUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: text('hangUp') }).click();
}

/** A button that answers an inbound call: in the popup and in the call window. */
export function answerButton(page: Page): Locator {
  return page.getByRole('button', { name: text('answer'), exact: true });
}

export function declineButton(page: Page): Locator {
  return page.getByRole('button', { name: text('decline'), exact: true });
}

/** Opens the list of recent calls; gives its lines, the newest first. */
export async function recentCalls(popup: Page): Promise<Locator> {
  await popup.getByRole('tab', { name: text('tabRecent') }).click();
  return popup.locator('ul.recent > li');
}
