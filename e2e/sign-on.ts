import { expect } from '@playwright/test';
import { profileWithSignOn, startAccounts, takingTokensOf } from './accounts';
import { test as base } from './fixtures';
import type { Gateway, GatewayOptions } from './gateway/gateway';
import type { IdentityProvider, IdentityProviderOptions } from './identity-provider';
import { useProfile } from './person';

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

/** How the phone proved itself in its requests of this method, in order. */
export function proofs(gateway: Gateway, method: string): string[] {
  return gateway.messages
    .filter(({ direction, text: sent }) => direction === 'in' && sent.startsWith(`${method} `))
    .map(({ text: sent }) => /^(?:Proxy-)?Authorization: (.*?)\r$/im.exec(sent)?.[1] ?? '');
}

/** How often something was asked of the accounts service. */
export function countOf({ requests }: IdentityProvider, request: string): number {
  return requests.filter((line) => line === request).length;
}

export { expect };
