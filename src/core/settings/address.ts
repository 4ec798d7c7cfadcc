import { isLoopback, urlOf } from '../profile/host-name';
import type { SettingsFileAddress } from '../profile/settings-file-list';
import type { Reading, UsableDocument } from './read-document';
import type { AddressFailure, AddressSource, Failing } from './sources';

/** What a document may weigh when it comes from an address, in bytes, and how long it may take. */
export const mostBytes = 1024 * 1024;
export const fetchWithinMs = 10_000;

export type WrittenAddress =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly why: 'not-an-address' | 'not-https' | 'credentials' };

/** An address as a person types it; `https:` may be left out. Plain `http:` is good enough for this computer only. */
export function readAddressText(written: string): WrittenAddress {
  const trimmed = written.trim();
  const url = urlOf(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || trimmed === '' || /\s/.test(trimmed)) return { ok: false, why: 'not-an-address' };
  if (!isSafe(url)) return { ok: false, why: 'not-https' };
  if (url.username !== '' || url.password !== '') return { ok: false, why: 'credentials' };
  url.hash = '';
  return { ok: true, url: url.href };
}

export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

export type Fetched =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: AddressFailure; readonly status?: number };

/** Fetches a text. With `staysOnHost` it follows no redirection, since that could lead to another host. */
export type FetchText = (url: string, options: { readonly staysOnHost: boolean }) => Promise<Fetched>;

/** Texts that were fetched with an ETag, by their addresses: asked for again, they need not be sent again (RFC 9110 §13.1.2). */
export type KeptTexts = Readonly<Record<string, { readonly etag: string; readonly text: string }>>;

/** What to fetch and read: an address, the texts that are known of it, and the hosts that the person lets us reach. */
export type FetchDocument = Pick<AddressSource, 'url' | 'pick'> & {
  readonly known: KeptTexts;
  readonly granted: readonly string[];
};

export type AddressReading =
  | UsableDocument
  | { readonly kind: 'list'; readonly files: readonly SettingsFileAddress[] }
  | Extract<Reading, { kind: 'refused' }>
  | { readonly kind: 'failed'; readonly why: AddressFailure; readonly status?: number };

/** An address after it was read again: with the new document, or with the last good one and since when it fails. */
export function afterReading(source: AddressSource, reading: AddressReading, now: number): AddressSource {
  if (reading.kind === 'profile') {
    const { text, preferences } = reading;
    const copy = { text, takenAt: now, ...(preferences ? { preferences } : {}) };
    return { ...source, copy, failing: null };
  }
  return { ...source, failing: { since: source.failing?.since ?? now, ...failureOf(reading) } };
}

function failureOf(reading: Exclude<AddressReading, UsableDocument>): Omit<Failing, 'since'> {
  if (reading.kind === 'list') return { why: 'not-chosen' };
  if (reading.kind === 'refused') return { why: 'refused', problems: reading.problems };
  const { why, status } = reading;
  return { why, ...(status === undefined ? {} : { status }) };
}
