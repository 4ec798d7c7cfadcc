import type { Contact } from '../core/directory/contact';
import { callerTerms, pickCaller, readCaller } from '../core/directory/match-caller';
import type { Numbering } from '../core/directory/numbering';
import { byDirectoryState } from './by-directory-state';
import { readFrom } from './contact-pages';
import { openDatabase, openedDatabase } from './database';
import { firstHoldersOf } from './directory-terms';

// A switchboard can have more; one of them is as good as another then.
const mostCandidates = 20;

/** The contact whose number this is, or null. `digits` is how many from the right tell a caller when the whole number does not. */
export async function findCaller(
  number: string,
  numbering: Pick<Numbering, 'toE164' | 'withoutOutsidePrefix'>,
  digits?: number,
): Promise<Contact | null> {
  const caller = readCaller(number, numbering, digits);
  const wanted = callerTerms(caller);
  if (wanted.length === 0) return null;
  const database = openedDatabase() ?? (await openDatabase());
  const transaction = database.transaction(['directory', 'terms', 'contacts']);
  const terms = transaction.objectStore('terms');
  return byDirectoryState(database, transaction.objectStore('directory'), async (state) => {
    if (state.count === 0) return null;
    // One number seldom goes on into the next block.
    const holders = await Promise.all(
      wanted.map((term) => firstHoldersOf(terms, state, term, Number.POSITIVE_INFINITY)),
    );
    const ids = [...new Set(holders.flatMap(({ ids }) => [...ids]))].slice(0, mostCandidates);
    return pickCaller(caller, await readFrom(transaction.objectStore('contacts'), ids), numbering.toE164);
  });
}
