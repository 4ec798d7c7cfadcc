import type { AccessToken } from '../core/auth/access-token';
import { isSameService, type KeptTokens, parseKeptTokens } from '../core/oauth/kept-tokens';
import { type AccountsService, renewAt } from '../core/oauth/token-set';
import { browser } from '../platform/browser';
import { readItem, removeItems, writeItems } from '../platform/storage';
import { openSecret, sealSecret } from '../store/secrets';
import { renewalAlarm } from './alarms';

/** Keeps them as long as the browser runs, sealed, in memory only. */
export async function keepTokens(kept: KeptTokens): Promise<void> {
  await writeItems('session', { tokens: await sealSecret(JSON.stringify(kept)) });
  await browser.alarms.create(renewalAlarm, { when: renewAt(kept.tokens) });
}

/** Null when nobody has signed on since the browser was started. */
export async function readTokens(): Promise<KeptTokens | null> {
  const sealed = await readItem('session', 'tokens');
  const text = sealed ? await openSecret(sealed) : null;
  return text === null ? null : parseKeptTokens(text);
}

/** The token for a server that the person has signed on for: null when there is none now, though one may be got. */
export async function readAccessToken(service: AccountsService): Promise<AccessToken | null> {
  const kept = await readTokens();
  return kept && isSameService(kept.service, service) ? kept.tokens.accessToken : null;
}

export async function dropTokens(): Promise<void> {
  await removeItems('session', ['tokens']);
  await browser.alarms.clear(renewalAlarm);
}
