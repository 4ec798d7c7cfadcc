import type { Colleague } from '../core/directory/colleague';
import { openDatabase } from './database';

const mostSearches = 100;

/** What was found for this search last, and when (epoch ms). */
export async function readKeptColleagues(
  search: string,
): Promise<{ at: number; people: readonly Colleague[] } | undefined> {
  return (await openDatabase()).get('colleagues', search);
}

/** Keeps what was found; with too many searches kept, all of the others are forgotten. */
export async function keepColleagues(
  search: string,
  found: { at: number; people: readonly Colleague[] },
): Promise<void> {
  const transaction = (await openDatabase()).transaction('colleagues', 'readwrite');
  if ((await transaction.store.count()) >= mostSearches) await transaction.store.clear();
  await transaction.store.put(found, search);
  await transaction.done;
}

/** Forgets them all: another person is signed in, or nobody wants them any more. */
export async function forgetColleagues(): Promise<void> {
  await (await openDatabase()).clear('colleagues');
}
