import type { AddressReading, FetchText } from './address';
import { readDocument } from './read-document';
import type { AddressSource } from './sources';

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
