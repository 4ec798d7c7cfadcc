import type { AddressReading, FetchDocument, KeptTexts } from '../core/settings/address';
import { readAddress } from '../core/settings/read-address';
import { makeFetcher } from './fetch-text';

/** What is at an address, and the texts to keep for the next time when it can be used. */
export async function fetchDocument(
  asked: FetchDocument,
): Promise<{ reading: AddressReading; texts: KeptTexts }> {
  const { url, pick, known, granted } = asked;
  const fetcher = makeFetcher(known, (address) => granted.some((pattern) => covers(pattern, address)));
  const reading = await readAddress({ url, pick }, fetcher.fetchText);
  return { reading, texts: reading.kind === 'profile' ? fetcher.kept() : known };
}

/** Whether a host permission such as `https://example.com/*` or `*://*.example.com/*` covers the address. */
function covers(pattern: string, address: string): boolean {
  if (pattern === '<all_urls>') return true;
  const [, scheme, host = ''] = /^([^:]+):\/\/([^/]*)\//.exec(pattern) ?? [];
  const { protocol, hostname } = new URL(address);
  const isHost =
    host === '*' || host === hostname || (host.startsWith('*.') && `.${hostname}`.endsWith(host.slice(1)));
  return isHost && (scheme === '*' || `${scheme}:` === protocol);
}
