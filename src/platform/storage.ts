import type { DialRules } from '../core/dial/rules';
import type { Profile } from '../core/profile/profile';
import type { SealedSecret } from '../core/sealed-secret';
import type { Snapshot } from '../core/snapshot';
import { browser } from './browser';

/** What survives a restart of the browser. */
export interface LocalItems {
  /** The document in force: its text as the administrator wrote it, and what was understood of it. */
  profile: { text: string; profiles: readonly Profile[] };
  /** Who signed in last, and whether that is to be done again by itself. */
  account: { serverName: string; extension: string; isSignedIn: boolean };
  /** The password, when the person asked to stay signed in. */
  rememberedSecret: SealedSecret;
  /** A UUID that stays with this installation (RFC 5626 §4.1). */
  instanceId: string;
  /** When the person last looked at the missed calls, epoch ms; and how many came since. */
  missedSeenAt: number;
  missedCount: number;
  /** The person's own dial rules, where the profile leaves them to the person. */
  ownRules: DialRules;
}

/** What lives as long as the browser runs; in memory only. */
export interface SessionItems {
  snapshot: Snapshot;
  secret: SealedSecret;
  /** The version of an update that waits for the end of a call. */
  updateReady: string;
}

type Items = { local: LocalItems; session: SessionItems };
type Area = keyof Items;

/** One item, or undefined when it was never set. */
export async function readItem<A extends Area, K extends keyof Items[A] & string>(
  area: A,
  key: K,
): Promise<Items[A][K] | undefined> {
  const found = await browser.storage[area].get(key);
  return found[key] as Items[A][K] | undefined;
}

/** Several items of one area in one read; those never set are missing. */
export async function readItems<A extends Area, K extends keyof Items[A] & string>(
  area: A,
  keys: readonly K[],
): Promise<Partial<Pick<Items[A], K>>> {
  return (await browser.storage[area].get([...keys])) as Partial<Pick<Items[A], K>>;
}

export async function writeItems<A extends Area>(area: A, items: Partial<Items[A]>): Promise<void> {
  await browser.storage[area].set(items);
}

export async function removeItems<A extends Area>(
  area: A,
  keys: readonly (keyof Items[A] & string)[],
): Promise<void> {
  await browser.storage[area].remove([...keys]);
}

/** Calls back with the new value, undefined when the item is gone, until the signal is aborted. */
export function watchItem<A extends Area, K extends keyof Items[A] & string>(
  area: A,
  key: K,
  onChange: (value: Items[A][K] | undefined) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
    const change = changes[key];
    if (changedArea === area && change) onChange(change.newValue as Items[A][K] | undefined);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Closes local storage to content scripts, which could read it otherwise. The first thing the worker does. */
export async function lockStorage(): Promise<void> {
  // The polyfill does not know setAccessLevel; session storage is closed to content scripts by default.
  await chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
