import { browser } from './browser';

/** All that the administrator's policy has set; nothing when there is none. */
export async function readManagedItems(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // So a browser without policies says it.
    return {};
  }
}
