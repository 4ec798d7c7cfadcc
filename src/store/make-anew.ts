import type { ContactId } from '../core/directory/contact';
import type { Numbering } from '../core/directory/numbering';
import { openDatabase, type Transaction } from './database';
import { tellDirectoryChanged } from './directory-news';
import { emptyState, mostOverlaid } from './directory-state';
import { dropOtherGenerations, type Gathered, type Progress, rebuildDirectory } from './rebuild-directory';
import { withDirectoryLock } from './write-lock';

/** Which contacts come into the list and which leave it, and from where ids are free afterwards if that is elsewhere. */
export type Visibility = {
  readonly show: Iterable<ContactId>;
  readonly hide: Iterable<ContactId>;
  readonly nextId?: ContactId;
  readonly nextPictureId?: number;
  /** What is known already of those from that id on. */
  readonly newest?: { readonly from: ContactId; readonly gathered: Gathered };
};

export type Last = Transaction<'contacts' | 'pictures' | 'directory' | 'order' | 'undo', 'readwrite'>;

/**
 * Makes order and index anew, with other contacts in the list. All of it is in force at once, together with what `also` writes, or
 * nothing of it ever is. To be called with the directory's lock.
 */
export async function makeAnew(
  { show, hide, newest, ...next }: Visibility,
  numbering: Numbering,
  onProgress: Progress | undefined,
  also: (transaction: Last) => Promise<void>,
): Promise<void> {
  const database = await openDatabase();
  const state = { ...emptyState, ...(await database.get('directory', 'state')) };
  const visible = new Set(await database.get('order', 'order'));
  for (const id of show) visible.add(id);
  for (const id of hide) visible.delete(id);
  try {
    const isVisible = (id: ContactId) => visible.has(id);
    const wanted = { ...state, ...next };
    const rebuilt = await rebuildDirectory(database, wanted, { isVisible, numbering, onProgress, newest });
    const transaction = database.transaction(
      ['contacts', 'pictures', 'directory', 'order', 'undo'],
      'readwrite',
    );
    await transaction.objectStore('order').put(rebuilt.order, 'order');
    await transaction.objectStore('directory').put({ ...rebuilt.state, version: state.version + 1 }, 'state');
    await also(transaction);
    await transaction.done;
    await dropOtherGenerations(database, rebuilt.state.generation);
  } catch (error) {
    await dropOtherGenerations(database, state.generation);
    throw error;
  }
}

/** Makes the index anew when many changes lie beside it, or when numbers are understood differently now. */
export async function refreshIndex(numbering: Numbering): Promise<void> {
  await withDirectoryLock(async () => {
    const state = (await (await openDatabase()).get('directory', 'state')) ?? emptyState;
    const isDue =
      state.overlaid.length + state.stale.length > mostOverlaid || state.numberingKey !== numbering.key;
    if (state.count === 0 || !isDue) return;
    await makeAnew({ show: [], hide: [] }, numbering, undefined, async () => undefined);
    tellDirectoryChanged();
  });
}
