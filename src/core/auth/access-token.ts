/** What the accounts service gave for a while. `expiresAt` is epoch ms. */
export type AccessToken = { value: string; expiresAt: number };

/** `accounts-unreachable` may pass by itself; `sign-in-again` does not. */
export type TokenRenewal = { ok: true } | { ok: false; why: 'sign-in-again' | 'accounts-unreachable' };
