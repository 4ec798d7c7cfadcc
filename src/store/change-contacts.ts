import type { Card, Contact, ContactId, Picture } from '../core/directory/contact';
import type { Numbering } from '../core/directory/numbering';
import { tidyCard } from '../core/directory/tidy-card';
import { eraseFrom, parseContact, readFrom, toJson, writeTo } from './contact-pages';
import { openDatabase, type Transaction } from './database';
import { tellDirectoryChanged } from './directory-news';
import { type DirectoryState, emptyState } from './directory-state';
import { isStorageFull } from './is-storage-full';
import { makeAnew, type Visibility } from './make-anew';
import { placeInOrder, withOverlay } from './small-change';
import { idsOf, mostUndo, type Undo, type UndoId, type UndoKind, undoForMs } from './undo';
import { withDirectoryLock } from './write-lock';

export type NewContact = { readonly card: Card; readonly picture: Picture | null };

/** What is to be different: contacts that are new, contacts that say something else now, contacts that are no longer there. */
export type Change = {
  readonly kind: UndoKind;
  readonly add?: readonly NewContact[];
  readonly put?: readonly Contact[];
  /** Other pictures for some of `put`; null takes the picture away. */
  readonly pictures?: ReadonlyMap<ContactId, Picture | null>;
  readonly remove?: readonly ContactId[];
};

export type Changed =
  | { readonly ok: true; readonly undoId: UndoId; readonly ids: readonly ContactId[] }
  | { readonly ok: false; readonly why: 'storage-full' };

// More than these are done by making order and index anew, which is quicker then.
const mostAtOnce = 40;

/** Changes the directory, all of it or nothing. `ids` are those of the added contacts. */
export async function changeContacts(change: Change, numbering: Numbering, now: number): Promise<Changed> {
  return unlessFull(async () => {
    const { add = [], put = [], remove = [] } = change;
    const isSmall = add.length + put.length + remove.length <= mostAtOnce;
    const changed = await changeFew(isSmall ? change : { ...change, remove: [] }, numbering, now);
    if (!isSmall) await hideMany(remove, changed.undoId, numbering);
    return changed;
  });
}

/** Takes a change back; nothing happens when it is too long ago. */
export async function undoChange(
  undoId: UndoId,
  numbering: Numbering,
): Promise<{ ok: true } | { ok: false; why: 'storage-full' | 'too-late' }> {
  return unlessFull(async () => {
    const database = await openDatabase();
    const undo = await database.get('undo', undoId);
    if (!undo) return { ok: false, why: 'too-late' };
    const isSmall = undo.added.length + undo.removed.length + undo.before.length <= mostAtOnce;
    if (isSmall) await undoFew(undoId, undo, numbering);
    else await undoMany(undoId, undo, numbering);
    return { ok: true };
  });
}

async function unlessFull<T>(work: () => Promise<T>): Promise<T | { ok: false; why: 'storage-full' }> {
  try {
    return await withDirectoryLock(work);
  } catch (error) {
    if (isStorageFull(error)) return { ok: false, why: 'storage-full' };
    throw error;
  } finally {
    tellDirectoryChanged();
  }
}

const stores = ['contacts', 'pictures', 'directory', 'order', 'undo'] as const;
type Few = Transaction<(typeof stores)[number], 'readwrite'>;

async function openFew(): Promise<{ transaction: Few; state: DirectoryState; order: Uint32Array }> {
  const transaction = (await openDatabase()).transaction([...stores], 'readwrite');
  const [state, order] = await Promise.all([
    transaction.objectStore('directory').get('state'),
    transaction.objectStore('order').get('order'),
  ]);
  return { transaction, state: state ?? emptyState, order: order ?? new Uint32Array() };
}

async function changeFew(
  change: Change,
  numbering: Numbering,
  now: number,
): Promise<Extract<Changed, { ok: true }>> {
  const { transaction, state, order } = await openFew();
  const { kind, add = [], put = [], remove = [] } = change;
  const pictures = transaction.objectStore('pictures');
  const addedPictures: number[] = [];
  const keepPicture = async ({ bytes, type }: Picture) => {
    const pictureId = state.nextPictureId + addedPictures.length;
    addedPictures.push(pictureId);
    await pictures.put(new Blob([bytes], { type }), pictureId);
    return pictureId;
  };
  const added: Contact[] = [];
  for (const { card, picture } of add) {
    const pictureId = picture && (await keepPicture(picture));
    added.push({ ...tidyCard(card), id: state.nextId + added.length, pictureId });
  }
  const tidy: Contact[] = [];
  for (const { id, pictureId, ...card } of put) {
    const picture = change.pictures?.get(id);
    const kept = picture === undefined ? pictureId : picture && (await keepPicture(picture));
    tidy.push({ ...tidyCard(card), id, pictureId: kept });
  }
  const before = await readFrom(
    transaction.objectStore('contacts'),
    put.map(({ id }) => id),
  );
  const undoId = await transaction.objectStore('undo').add({
    kind,
    at: now,
    count: added.length + put.length + remove.length,
    added: idsOf(added.map(({ id }) => id)),
    addedPictures: idsOf(addedPictures),
    removed: idsOf(remove),
    before: before.map(toJson),
  });
  const nextPictureId = state.nextPictureId + addedPictures.length;
  const next = { ...state, nextId: state.nextId + added.length, nextPictureId };
  await write(transaction, { state: next, order, remove, put: [...tidy, ...added], numbering });
  await forgetOldChanges(transaction, undoId, now);
  await transaction.done;
  return { ok: true, undoId, ids: added.map(({ id }) => id) };
}

type Writing = {
  state: DirectoryState;
  order: Uint32Array;
  remove: readonly ContactId[];
  put: readonly Contact[];
  numbering: Numbering;
};

async function write(transaction: Few, { state, order, remove, put, numbering }: Writing): Promise<void> {
  const contacts = transaction.objectStore('contacts');
  await writeTo(contacts, new Map(put.map((contact) => [contact.id, contact])));
  const placed = await placeInOrder(contacts, order, { remove, put });
  const next = withOverlay(state, { remove, put, numbering });
  await transaction.objectStore('order').put(placed, 'order');
  await transaction
    .objectStore('directory')
    .put({ ...next, count: placed.length, version: state.version + 1 }, 'state');
}

async function undoFew(undoId: UndoId, undo: Undo, numbering: Numbering): Promise<void> {
  const { transaction, state, order } = await openFew();
  const back = await readFrom(transaction.objectStore('contacts'), [...undo.removed]);
  const put = [...undo.before.flatMap((json) => parseContact(json) ?? []), ...back];
  await write(transaction, { state, order, remove: [...undo.added], put, numbering });
  await forgetAdded(transaction, undoId, undo);
  await transaction.done;
}

async function undoMany(undoId: UndoId, undo: Undo, numbering: Numbering): Promise<void> {
  const visibility: Visibility = { hide: [...undo.added], show: [...undo.removed] };
  await makeAnew(visibility, numbering, undefined, async (transaction) => {
    const before = undo.before.flatMap((json) => parseContact(json) ?? []);
    await writeTo(
      transaction.objectStore('contacts'),
      new Map(before.map((contact) => [contact.id, contact])),
    );
    await forgetAdded(transaction, undoId, undo);
  });
}

async function forgetAdded(transaction: Few, undoId: UndoId, undo: Undo): Promise<void> {
  await eraseFrom(transaction.objectStore('contacts'), undo.added);
  for (const pictureId of undo.addedPictures) await transaction.objectStore('pictures').delete(pictureId);
  await transaction.objectStore('undo').delete(undoId);
}

async function hideMany(remove: readonly ContactId[], undoId: UndoId, numbering: Numbering): Promise<void> {
  await makeAnew({ hide: remove, show: [] }, numbering, undefined, async (transaction) => {
    const undo = await transaction.objectStore('undo').get(undoId);
    if (!undo) return;
    const count = undo.count + remove.length;
    await transaction.objectStore('undo').put({ ...undo, count, removed: idsOf(remove) }, undoId);
  });
}

/** Erases the contacts that were removed too long ago, or too many changes ago, to come back. */
async function forgetOldChanges(transaction: Few, newest: UndoId, now: number): Promise<void> {
  const kept = transaction.objectStore('undo');
  for (const key of await kept.getAllKeys(IDBKeyRange.upperBound(newest, true))) {
    const undo = await kept.get(key);
    if (!undo || (key > newest - mostUndo && undo.at > now - undoForMs)) continue;
    await forgetPictures(transaction, undo);
    await eraseFrom(transaction.objectStore('contacts'), undo.removed);
    await kept.delete(key);
  }
}

/** Deletes the pictures that nobody has any more, unless somebody was given one of them when two were merged. */
async function forgetPictures(transaction: Few, { before, removed }: Undo): Promise<void> {
  const contacts = transaction.objectStore('contacts');
  const changed = before.flatMap((json) => parseContact(json) ?? []);
  const now = await readFrom(
    contacts,
    changed.map(({ id }) => id),
  );
  const used = new Set(now.map(({ pictureId }) => pictureId));
  for (const { pictureId } of [...changed, ...(await readFrom(contacts, [...removed]))]) {
    if (pictureId !== null && !used.has(pictureId)) {
      await transaction.objectStore('pictures').delete(pictureId);
    }
  }
}
