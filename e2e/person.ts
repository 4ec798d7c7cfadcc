import { expect, type Locator, type Page } from '@playwright/test';
import type { Offhook } from './offhook';

/** What a person does with Offhook, by the names and roles that the English pages show. */

/** Puts a profile document in force through the options page: pastes it, waits until it is understood, takes it. */
export async function useProfile(offhook: Offhook, document: object | string): Promise<void> {
  const options = await offhook.options();
  const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  await options.getByLabel('Paste the JSON here, or drop a file').fill(text);
  await options.getByRole('button', { name: 'Use this profile' }).click();
  await expect(options.getByText('The profile is in force.')).toBeVisible();
  await options.close();
}

export type Credentials = { extension: string; password: string; server?: string; remember?: boolean };

/** Fills in the sign-in form of the popup and sends it; how it ends is not waited for. */
export async function signIn(
  popup: Page,
  { extension, password, server, remember }: Credentials,
): Promise<void> {
  if (server) await popup.getByLabel('Server').selectOption(server);
  await popup.getByLabel('Extension').fill(extension);
  await popup.getByLabel('Password').fill(password);
  if (remember) await popup.getByLabel('Stay signed in').check();
  await popup.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens the popup and signs in, until it is registered. */
export async function signedInPopup(offhook: Offhook, credentials: Credentials): Promise<Page> {
  const popup = await offhook.popup();
  await signIn(popup, credentials);
  await expect(popup.getByText('Registered', { exact: true })).toBeVisible();
  return popup;
}

/** Types a number into the popup and presses Call; what comes of it is not waited for. */
export async function dial(popup: Page, number: string): Promise<void> {
  await popup.getByLabel('Number or SIP address').fill(number);
  await popup.getByRole('button', { name: 'Call', exact: true }).click();
}

type ShownState = 'dialing' | 'ringing' | 'connecting' | 'active' | 'held' | 'ended';

/** The card of the call that is in this state, or of any. */
export function callCard(page: Page, state?: ShownState): Locator {
  return page.locator(state ? `article.call[data-state=${state}]` : 'article.call');
}

export async function hangUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hang up' }).click();
}
