import type { PhoneSetup } from '../bus/protocol';
import type { AccessToken, TokenRenewal } from '../core/auth/access-token';
import { log } from '../platform/log';

/** Where requests read the access token at the moment that they are sent. It is kept in memory only. */
export type TokenSource = {
  /** Null when there is none, or its time is over. */
  newest(): AccessToken | null;
  /** Gets another one without the person; requests that ask at the same time get the same answer. */
  renew(): Promise<TokenRenewal>;
  take(token: AccessToken): void;
};

export function makeTokenSource(
  { credentials }: Pick<PhoneSetup, 'credentials'>,
  askForAnother: () => Promise<TokenRenewal>,
): TokenSource {
  let token = credentials.kind === 'token' ? credentials.token : null;
  let renewing: Promise<TokenRenewal> | undefined;
  const ask = async (): Promise<TokenRenewal> => {
    try {
      return await askForAnother();
    } catch (error) {
      // Whoever asks the accounts service for us may be gone for a moment.
      log.warn('no token', { why: String(error) });
      return { ok: false, why: 'accounts-unreachable' };
    }
  };
  return {
    newest: () => (token && token.expiresAt > Date.now() ? token : null),
    renew() {
      renewing ??= ask().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    take(newer) {
      token = newer;
    },
  };
}

/** Whether two setups sign in the same one at the same place; neither the token nor how numbers are dialled makes a difference. */
export function isSameSetup(one: PhoneSetup | null, other: PhoneSetup | null): boolean {
  return JSON.stringify(identityOf(one)) === JSON.stringify(identityOf(other));
}

function identityOf(setup: PhoneSetup | null): Omit<PhoneSetup, 'dial'> | null {
  if (!setup) return null;
  const { dial, credentials, ...rest } = setup;
  return {
    ...rest,
    credentials: credentials.kind === 'token' ? { ...credentials, token: null } : credentials,
  };
}
