import type { AccessToken } from '../auth/access-token';

/** An accounts service, and as whom Offhook is known there. `address` has no slash at its end. */
export type AccountsService = { readonly address: string; readonly clientId: string };

/** What one sign-on or refresh gave. */
export type TokenSet = {
  readonly accessToken: AccessToken;
  /** Null when the service gives none: then it is asked anew each time, in a window that nobody sees. */
  readonly refreshToken: string | null;
  /** When it was asked for, epoch ms. */
  readonly obtainedAt: number;
};

/**
 * cancelled     the person closed the window
 * refused       the service said no
 * unreachable   the service did not answer, or is out of order
 * bad-reply     what came back is not an answer to what was asked
 * needs-person  without a person at a window there is no token
 */
export type SignOnFailure = 'cancelled' | 'refused' | 'unreachable' | 'bad-reply' | 'needs-person';

/** Why nobody is signed on: besides the above, what the profile does not offer, or nobody has said. */
export type SignOnRefusal = SignOnFailure | 'not-offered' | 'no-client-id' | 'no-extension';

const earlyAtMostMs = 60_000;

/** When to get the next token, epoch ms: a minute before this one ends, and for a short one after two thirds of its life. */
export function renewAt({ accessToken, obtainedAt }: TokenSet): number {
  const lifetimeMs = Math.max(0, accessToken.expiresAt - obtainedAt);
  return accessToken.expiresAt - Math.min(earlyAtMostMs, lifetimeMs / 3);
}
