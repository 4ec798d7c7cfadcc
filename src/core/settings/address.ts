import { isLoopback, urlOf } from '../profile/host-name';
import type { SettingsFileAddress } from '../profile/settings-file-list';
import { type Reading, readDocument, type UsableDocument } from './read-document';
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

export type AddressReading =
  | UsableDocument
  | { readonly kind: 'list'; readonly files: readonly SettingsFileAddress[] }
  | Extract<Reading, { kind: 'refused' }>
  | { readonly kind: 'failed'; readonly why: AddressFailure; readonly status?: number };

/**
 * Reads the document at an address, or of the list there the one called `pick`; a list of one needs none. A settings file that a list
 * elsewhere led to is called `pick` too.
 */
export async function readAddress(
  { url, pick }: Pick<AddressSource, 'url' | 'pick'>,
  fetchText: FetchText,
): Promise<AddressReading> {
  const reading = await readAt(url, fetchText, pick ?? undefined);
  if (reading.kind !== 'list') return reading;
  const { files } = reading;
  const file = files.find(({ name }) => name === pick) ?? (files.length === 1 ? files[0] : undefined);
  if (!file) return pick === null ? reading : { kind: 'failed', why: 'name-gone' };
  const led = await readAt(file.url, fetchText, file.name);
  // A list of lists has no end.
  return led.kind === 'list' ? { kind: 'failed', why: 'elsewhere' } : led;
}

async function readAt(url: string, fetchText: FetchText, name?: string): Promise<AddressReading> {
  const fetched = await fetchText(url, { staysOnHost: false });
  if (!fetched.ok) {
    const { ok: _, ...failure } = fetched;
    return { ...failure, kind: 'failed' };
  }
  const fetchFile = async (file: string) => {
    const target = new URL(file, url);
    if (target.origin !== new URL(url).origin) return null;
    const found = await fetchText(target.href, { staysOnHost: true });
    return found.ok ? found.text : null;
  };
  return readDocument(fetched.text, { fetchFile, ...(name === undefined ? {} : { name }) });
}

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
