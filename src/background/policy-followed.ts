import { browser } from '../platform/browser';
import { readItem, writeItems } from '../platform/storage';

/** What an administrator's policy has set, as Chrome gives it. */
type ManagedItems = Readonly<Record<string, unknown>>;

/** Whether what the policy says now has come into force before, by this version of Offhook: then a start of the worker changes nothing. */
export async function isPolicyFollowed(): Promise<boolean> {
  const [followed, items] = await Promise.all([
    readItem('local', 'policyFollowed'),
    browser.storage.managed.get(null),
  ]);
  return followed === (await digestOf(items));
}

/** Keeps that these have come into force. */
export async function keepPolicyFollowed(items: ManagedItems): Promise<void> {
  await writeItems('local', { policyFollowed: await digestOf(items) });
}

async function digestOf(items: ManagedItems): Promise<string> {
  const { version } = browser.runtime.getManifest();
  const text = JSON.stringify([version, items]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
