import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { extensionIdOf, type Manifest } from './extension-copy';
import { test as base } from './fixtures';
import { makeVerifyBearer } from './gateway/auth/bearer';
import type { Gateway, GatewayOptions } from './gateway/gateway';
import {
  defaultAccounts,
  type IdentityProvider,
  type IdentityProviderOptions,
  startIdentityProvider,
} from './identity-provider';
import type { Offhook } from './offhook';
import { useProfile } from './person';
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

/** Which tokens the gateway does not take although they are good. */
export type Distrust = { isOn: boolean; refused: number };

type Fixtures = {
  accountsOptions: Partial<IdentityProviderOptions>;
  /** An accounts service of the test's own. */
  accounts: IdentityProvider;
  distrust: Distrust;
};

/** A test with an accounts service, whose tokens `gateway` takes beside passwords, and a profile in `offhook` that offers it. */
export const test = base.extend<Fixtures>({
  accountsOptions: [{}, { option: true }],
  accounts: async ({ accountsOptions }, use) => {
    const accounts = await startAccounts(accountsOptions);
    await use(accounts);
    await accounts.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
  distrust: async ({}, use) => use({ isOn: false, refused: 0 }),
  gatewayOptions: async ({ accounts, distrust }, use) => {
    const { verifyBearer, authzServer } = takingTokensOf(accounts);
    const options: GatewayOptions = {
      authzServer,
      grantExpiresSec: 12,
      verifyBearer: async (token) => {
        if (!distrust.isOn) return verifyBearer(token);
        distrust.refused += 1;
        return { ok: false, why: 'token: not trusted any more' };
      },
    };
    await use(options);
  },
  offhook: async ({ offhook, gateway, accounts }, use) => {
    await useProfile(offhook, profileWithSignOn(gateway, accounts));
    await use(offhook);
  },
});

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

/** How the phone proved itself in its requests of this method, in order. */
export function proofs(gateway: Gateway, method: string): string[] {
  return gateway.messages
    .filter(({ direction, text: sent }) => direction === 'in' && sent.startsWith(`${method} `))
    .map(({ text: sent }) => /^(?:Proxy-)?Authorization: (\S+ \S{0,400})/im.exec(sent)?.[1] ?? '');
}

/** How often something was asked of the accounts service. */
export function countOf({ requests }: IdentityProvider, request: string): number {
  return requests.filter((line) => line === request).length;
}

export { expect };
