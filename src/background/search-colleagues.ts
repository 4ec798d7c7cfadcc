import type { ColleaguesFound } from '../bus/protocol';
import { fold } from '../core/directory/fold';
import { spacesApi } from '../core/directory/spaces-api';
import { browser } from '../platform/browser';
import { readItem } from '../platform/storage';
import { keepColleagues, readKeptColleagues } from '../store/colleagues';
import { fetchColleagues } from './fetch-colleagues';
import { readTokens } from './tokens';

const freshForMs = 10 * 60_000;

/** The people of Avaya Spaces that a search finds there, for who has signed on and has switched them on. */
export async function searchColleagues(search: string): Promise<ColleaguesFound> {
  if (!(await readItem('local', 'searchesColleagues'))) return { ok: false, why: 'off' };
  const kept = await readTokens();
  const token = kept?.tokens.accessToken;
  const now = Date.now();
  if (!token || token.expiresAt <= now) return { ok: false, why: 'not-signed-on' };
  if (!(await browser.permissions.contains({ origins: [spacesApi.origin] })))
    return { ok: false, why: 'no-leave' };
  const key = fold(search.trim());
  const before = await readKeptColleagues(key);
  if (before && now - before.at < freshForMs) return { ok: true, people: before.people };
  const found = await fetchColleagues(spacesApi.address, token.value, search.trim());
  if (found.ok) await keepColleagues(key, { at: now, people: found.people });
  // What was true yesterday is better than nothing while the service does not answer.
  return !found.ok && found.why === 'unreachable' && before ? { ok: true, people: before.people } : found;
}
