import { decodeProfile } from '../core/profile/decode';
import {
  type Fetched,
  type FetchText,
  fetchWithinMs,
  isSafe,
  type KeptTexts,
  mostBytes,
} from '../core/settings/address';

export type Fetcher = {
  readonly fetchText: FetchText;
  /** What to keep for the next time: all that was fetched, now or before, and had an ETag. */
  readonly kept: () => KeptTexts;
};

/**
 * Fetches texts of at most 1 MB each, all of them together within ten seconds. `mayAsk` says whether we may send a header of our own
 * there: without the person's leave the browser asks the server first whether we may, which few servers answer.
 */
export function makeFetcher(
  known: KeptTexts,
  mayAsk: (url: string) => boolean,
  withinMs = fetchWithinMs,
): Fetcher {
  const kept: Record<string, { etag: string; text: string }> = {};
  const signal = AbortSignal.timeout(withinMs);
  const fetchText: FetchText = async (url, { staysOnHost }) => {
    const before = mayAsk(url) ? known[url] : undefined;
    try {
      const response = await fetch(url, {
        // Ours are the only copies, so that what is told to the person is what happened.
        cache: before ? 'no-store' : 'no-cache',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: staysOnHost ? 'error' : 'follow',
        headers: before ? { 'If-None-Match': before.etag } : {},
        signal,
      });
      const fetched = response.status === 304 && before ? before : await readResponse(response);
      if ('ok' in fetched) return fetched;
      const etag = response.headers.get('ETag') ?? ('etag' in fetched ? fetched.etag : undefined);
      if (etag) kept[url] = { etag, text: fetched.text };
      return { ok: true, text: fetched.text };
    } catch {
      // A fetch that fails says nothing more, lest pages find out about networks they are not part of.
      return { ok: false, why: signal.aborted ? 'timeout' : 'unreachable' };
    }
  };
  return { fetchText, kept: () => kept };
}

async function readResponse(response: Response): Promise<{ text: string } | Extract<Fetched, { ok: false }>> {
  if (!isSafe(new URL(response.url))) return { ok: false, why: 'elsewhere' };
  if (!response.ok) return { ok: false, why: 'status', status: response.status };
  const bytes = await readBytes(response);
  return bytes ? { text: decodeProfile(bytes).text } : { ok: false, why: 'too-big' };
}

/** Null when there is more than a document may have; the rest is not waited for. */
async function readBytes({ body }: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) break;
    length += value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
