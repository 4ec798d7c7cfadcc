import type { AddressReading } from '../core/settings/address';
import type { AddressSource } from '../core/settings/sources';
import { browser } from '../platform/browser';
import { fetchDocument } from '../platform/fetch-document';

/**
 * Asks for leave to reach the host of an address and reads what is there; has to be called right from a click. It is read whatever the
 * answer is: a server may let everybody in.
 */
export async function reachAddress(address: Pick<AddressSource, 'url' | 'pick'>): Promise<AddressReading> {
  await requestAccess(address.url);
  // Nothing is known yet, so no header of ours is sent.
  return (await fetchDocument({ ...address, known: {}, granted: [] })).reading;
}

async function requestAccess(url: string): Promise<void> {
  const { protocol, hostname } = new URL(url);
  try {
    await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  } catch {
    // Not even asked, for an address that Offhook is never given leave for; reading it will tell.
  }
}
