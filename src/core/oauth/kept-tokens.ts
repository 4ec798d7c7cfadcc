import * as v from 'valibot';
import type { AccountsService, TokenSet } from './token-set';

/** Tokens, and the service that they are from: no other one is to see them. */
export type KeptTokens = { service: AccountsService; tokens: TokenSet };

const shape = v.object({
  service: v.object({ address: v.string(), clientId: v.string() }),
  tokens: v.object({
    accessToken: v.object({ value: v.string(), expiresAt: v.number() }),
    refreshToken: v.nullable(v.string()),
    obtainedAt: v.number(),
  }),
});

/** Reads what `JSON.stringify` made of them; null for anything else. */
export function parseKeptTokens(text: string): KeptTokens | null {
  try {
    const parsed = v.safeParse(shape, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

export function isSameService(one: AccountsService, other: AccountsService): boolean {
  return one.address === other.address && one.clientId === other.clientId;
}
