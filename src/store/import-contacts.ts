import type { Contact, ContactId } from '../core/directory/contact';
import { fileLimits, type ReadCard, type Skipped } from '../core/directory/files/file-report';
import { fingerprint } from '../core/directory/fingerprint';
import type { Numbering } from '../core/directory/numbering';
import { contactsInPage, everyContact, pageOf, toJson } from './contact-pages';
import { type Database, openDatabase } from './database';
import { tellDirectoryChanged } from './directory-news';
import { type DirectoryState, emptyState } from './directory-state';
import { isStorageFull } from './is-storage-full';
import { type Last, makeAnew } from './make-anew';
import {
  dropOtherGenerations,
  type Gathered,
  gatherContact,
  nothingGathered,
  type Progress,
} from './rebuild-directory';
import { idsOf, type UndoId } from './undo';
import { withDirectoryLock } from './write-lock';

export type Imported =
  | {
      readonly ok: true;
      readonly undoId: UndoId;
      readonly count: number;
      readonly skipped: readonly Skipped[];
    }
  | {
      readonly ok: false;
      readonly why: 'storage-full' | 'too-many-contacts' | 'nothing-new';
      readonly skipped: readonly Skipped[];
    };

export type ImportOptions = {
  readonly numbering: Numbering;
  /** Epoch ms. */
  readonly now: number;
  /** People written, of all in the file. */
  readonly onProgress?: Progress;
  readonly onIndexing?: Progress;
  /** How many people the file has, for the progress; 0 when that is not known. */
  readonly total: number;
};

const pagesAtOnce = 64;
// Nobody reads more than these, and a million of them would not fit into a message.
const mostSkipped = 1_000;

/**
 * Adds all people of a file to the directory, or none. They are written where nobody looks until all of them and their index are
 * there; whoever is there already, word for word, is skipped. A page that dies halfway leaves nothing that could be seen.
 */
export function importContacts(people: Iterable<ReadCard>, options: ImportOptions): Promise<Imported> {
  return withDirectoryLock(async () => {
    const database = await openDatabase();
    const state = (await database.get('directory', 'state')) ?? emptyState;
    const staging = await startStaging(database, state);
    try {
      if (!(await stageAll(staging, people, options))) return await giveUp(staging, 'too-many-contacts');
      if (staging.count === 0) return await giveUp(staging, 'nothing-new');
      const undoId = await commit(staging, options);
      return { ok: true, undoId, count: staging.count, skipped: staging.skipped };
    } catch (error) {
      const refusal = await giveUp(staging, 'storage-full');
      if (isStorageFull(error)) return refusal;
      throw error;
    } finally {
      tellDirectoryChanged();
    }
  });
}

type Staging = {
  readonly database: Database;
  readonly state: DirectoryState;
  readonly firstId: ContactId;
  readonly seen: Set<number>;
  readonly skipped: Skipped[];
  readonly gathered: Gathered;
  nextId: ContactId;
  nextPictureId: number;
  count: number;
};

/** A page of its own to begin with, and nothing left on it by an import that was cut off. */
async function startStaging(database: Database, state: DirectoryState): Promise<Staging> {
  const firstId = Math.ceil(state.nextId / contactsInPage) * contactsInPage;
  await clearFrom(database, firstId, state.nextPictureId);
  await dropOtherGenerations(database, state.generation);
  const seen = await fingerprintsOfAll(database, state);
  const { nextPictureId } = state;
  const gathered = nothingGathered();
  return { database, state, firstId, seen, skipped: [], gathered, nextId: firstId, nextPictureId, count: 0 };
}

async function clearFrom(database: Database, firstId: ContactId, firstPictureId: number): Promise<void> {
  await database.delete('contacts', IDBKeyRange.lowerBound(pageOf(firstId)));
  await database.delete('pictures', IDBKeyRange.lowerBound(firstPictureId));
}

async function fingerprintsOfAll(database: Database, { nextId }: DirectoryState): Promise<Set<number>> {
  const visible = new Set(await database.get('order', 'order'));
  const seen = new Set<number>();
  if (visible.size === 0) return seen;
  for await (const { contacts } of everyContact(database, nextId)) {
    for (const contact of contacts) if (visible.has(contact.id)) seen.add(fingerprint(contact));
  }
  return seen;
}

/** False when there are more people than the directory holds. */
async function stageAll(
  staging: Staging,
  people: Iterable<ReadCard>,
  options: ImportOptions,
): Promise<boolean> {
  let page: Contact[] = [];
  let done = 0;
  let writing: Promise<void> = Promise.resolve();
  const pictures = new Map<number, Blob>();
  for (const person of people) {
    done++;
    const contact = toContact(staging, person, pictures);
    if (contact) {
      page.push(contact);
      gatherContact(staging.gathered, contact, options.numbering);
    }
    if (page.length < contactsInPage * pagesAtOnce) continue;
    // While these are written, the next are read.
    await writing;
    if (staging.state.count + staging.count > fileLimits.contacts) return false;
    writing = stage(staging, page, pictures);
    page = [];
    options.onProgress?.(done, options.total);
  }
  await writing;
  await stage(staging, page, pictures);
  options.onProgress?.(done, options.total);
  return staging.state.count + staging.count <= fileLimits.contacts;
}

function toContact(
  staging: Staging,
  { place, card, picture, skipped }: ReadCard,
  pictures: Map<number, Blob>,
): Contact | null {
  const skip = (one: Skipped) => staging.skipped.length < mostSkipped && staging.skipped.push(one);
  for (const one of skipped) skip(one);
  if (!card) return null;
  const print = fingerprint(card);
  if (staging.seen.has(print)) {
    const name = card.shownAs || [card.firstName, card.lastName].filter(Boolean).join(' ') || card.company;
    skip({ place, name, why: 'already-there' });
    return null;
  }
  staging.seen.add(print);
  staging.count++;
  const pictureId = picture ? staging.nextPictureId++ : null;
  if (picture && pictureId !== null)
    pictures.set(pictureId, new Blob([picture.bytes], { type: picture.type }));
  return { ...card, id: staging.nextId++, pictureId };
}

async function stage(
  { database }: Staging,
  contacts: readonly Contact[],
  pictures: Map<number, Blob>,
): Promise<void> {
  const transaction = database.transaction(['contacts', 'pictures'], 'readwrite', { durability: 'relaxed' });
  const pages = transaction.objectStore('contacts');
  // Their ids follow one another, so that page after page is full.
  for (let from = 0; from < contacts.length; from += contactsInPage) {
    const page = contacts.slice(from, from + contactsInPage);
    const padding = Array.from({ length: contactsInPage - page.length }, () => '');
    const key = pageOf(page[0]?.id ?? 0);
    void pages.put([...page.map(toJson), ...padding], key).catch(() => undefined);
  }
  for (const [id, picture] of pictures) {
    void transaction
      .objectStore('pictures')
      .put(picture, id)
      .catch(() => undefined);
  }
  pictures.clear();
  await transaction.done;
}

async function commit(staging: Staging, { numbering, now, onIndexing }: ImportOptions): Promise<UndoId> {
  const { firstId, nextId, nextPictureId, state } = staging;
  const added = Uint32Array.from({ length: nextId - firstId }, (_, at) => firstId + at);
  const addedPictures = Array.from(
    { length: nextPictureId - state.nextPictureId },
    (_, at) => state.nextPictureId + at,
  );
  let undoId: UndoId = 0;
  await makeAnew(
    { show: added, hide: [], nextId, nextPictureId, newest: { from: firstId, gathered: staging.gathered } },
    numbering,
    onIndexing,
    async (last: Last) => {
      undoId = await last.objectStore('undo').add({
        kind: 'import',
        at: now,
        count: added.length,
        added,
        addedPictures: idsOf(addedPictures),
        removed: idsOf([]),
        before: [],
      });
    },
  );
  return undoId;
}

/** Takes away what was written, so that it does not fill the disk. */
async function giveUp(
  { database, firstId, state, skipped }: Staging,
  why: Extract<Imported, { ok: false }>['why'],
): Promise<Extract<Imported, { ok: false }>> {
  await clearFrom(database, firstId, state.nextPictureId);
  return { ok: false, why, skipped };
}
