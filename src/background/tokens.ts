import { type KeptTokens, parseKeptTokens } from '../core/oauth/kept-tokens';
import { readItem, removeItems, writeItems } from '../platform/storage';
import { openSecret, sealSecret } from '../store/secrets';

/** Keeps them as long as the browser runs, sealed, in memory only. */
export async function keepTokens(kept: KeptTokens): Promise<void> {
  await writeItems('session', { tokens: await sealSecret(JSON.stringify(kept)) });
}

/** Null when nobody has signed on since the browser was started. */
export async function readTokens(): Promise<KeptTokens | null> {
  const sealed = await readItem('session', 'tokens');
  const text = sealed ? await openSecret(sealed) : null;
  return text === null ? null : parseKeptTokens(text);
}

export async function dropTokens(): Promise<void> {
  await removeItems('session', ['tokens']);
}
