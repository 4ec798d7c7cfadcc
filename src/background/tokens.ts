import { type KeptTokens, parseKeptTokens } from '../core/oauth/kept-tokens';
import { renewAt } from '../core/oauth/token-set';
import { browser } from '../platform/browser';
import { readItem, removeItems, writeItems } from '../platform/storage';
import { openSecret, sealSecret } from '../store/secrets';

/** The alarm at which the next token is got. */
export const renewalAlarm = 'renew-token';

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

export async function dropTokens(): Promise<void> {
  await removeItems('session', ['tokens']);
  await browser.alarms.clear(renewalAlarm);
}
