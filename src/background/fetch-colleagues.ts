import type { Colleague } from '../core/directory/colleague';
import { readColleaguePage } from '../core/directory/read-colleagues';

const withinMs = 8_000;
const pageSize = 50;
const mostPages = 10;

export type FetchedColleagues =
  | { readonly ok: true; readonly people: readonly Colleague[] }
  | { readonly ok: false; readonly why: 'refused' | 'unreachable' };

/** Asks Avaya Spaces for the colleagues whose name or address has this in it, page after page as each tells where the next one is. */
export async function fetchColleagues(
  address: string,
  token: string,
  search: string,
): Promise<FetchedColleagues> {
  const people = new Map<string, Colleague>();
  const first = new URL('/api/users/me/colleagues', address);
  first.search = new URLSearchParams({ search, size: String(pageSize), page: '1' }).toString();
  const signal = AbortSignal.timeout(withinMs);
  let url: string | null = first.href;
  for (let page = 0; url !== null && page < mostPages; page++) {
    const answer = await fetchPage(url, token, signal);
    if (!answer.ok) return answer;
    for (const one of answer.people) people.set(one.id, one);
    url = sameServer(answer.nextPageUrl, address);
  }
  return { ok: true, people: [...people.values()] };
}

type Answer = { ok: true } & NonNullable<ReturnType<typeof readColleaguePage>>;

async function fetchPage(
  url: string,
  token: string,
  signal: AbortSignal,
): Promise<Answer | Extract<FetchedColleagues, { ok: false }>> {
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal,
    });
    if (response.status === 401 || response.status === 403) return { ok: false, why: 'refused' };
    const page = response.ok ? readColleaguePage(await response.json()) : null;
    return page ? { ok: true, ...page } : { ok: false, why: 'unreachable' };
  } catch {
    return { ok: false, why: 'unreachable' };
  }
}

/** The next page, if it is where the token belongs: nobody else is to have it. */
function sameServer(next: string | null, address: string): string | null {
  if (next === null || !URL.canParse(next, address)) return null;
  const url = new URL(next, address);
  return url.origin === new URL(address).origin ? url.href : null;
}
