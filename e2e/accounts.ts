import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { extensionIdOf, type Manifest } from './extension-copy';
import { makeVerifyBearer } from './gateway/auth/bearer';
import type { Gateway } from './gateway/gateway';
import {
  defaultAccounts,
  type IdentityProvider,
  type IdentityProviderOptions,
  startIdentityProvider,
} from './identity-provider';
import type { Offhook } from './offhook';
import { text } from './texts';

/** Users of the gateway by what the accounts service calls them. */
const users = { [defaultAccounts.alice.subject]: '201', [defaultAccounts.bob.subject]: '202' };

/** An accounts service that takes Offhook's redirect address. */
export function startAccounts(options: Partial<IdentityProviderOptions> = {}): Promise<IdentityProvider> {
  const manifest = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as Manifest;
  return startIdentityProvider({
    redirectUris: [`https://${extensionIdOf(manifest)}.chromiumapp.org/`],
    ...options,
  });
}

/** What makes a gateway take the tokens of an accounts service. */
export function takingTokensOf({ address, keysUrl, audience }: IdentityProvider) {
  const verifyBearer = makeVerifyBearer({ issuer: address, keysUrl, audience, users });
  return { authzServer: address, verifyBearer };
}

/** A profile that offers single sign-on at an accounts service. */
export function profileWithSignOn(gateway: Gateway, accounts: IdentityProvider) {
  const server = {
    Name: 'Main office',
    Address: gateway.url,
    AccountsToken: true,
    AccountsAddress: accounts.address,
    AccountsClientId: accounts.clientId,
  };
  return { IP_Office_Server_Profile: [server] };
}

/** Clicks single sign-on; gives the window of the accounts service, where somebody has to type something. */
export async function openSignOn(offhook: Offhook, popup: Page): Promise<Page> {
  const opened = offhook.context.waitForEvent('page');
  await popup.getByRole('button', { name: text('signOn') }).click();
  const page = await opened;
  await page.getByRole('heading', { name: 'Accounts' }).waitFor();
  return page;
}

/** Says in that window who one is; it closes by itself. */
export async function sayName(page: Page, name: string): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await closed;
}
