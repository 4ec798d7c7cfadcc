import type { Contact, ContactId } from '../core/directory/contact';
import { readFrom } from './contact-pages';
import { openDatabase } from './database';
import { type DirectoryState, emptyState } from './directory-state';

export async function readDirectoryState(): Promise<DirectoryState> {
  return (await (await openDatabase()).get('directory', 'state')) ?? emptyState;
}

/** The ids of all contacts in the order of the list. */
export async function readOrder(): Promise<Uint32Array> {
  return (await (await openDatabase()).get('order', 'order')) ?? new Uint32Array();
}

/** The contacts of these ids that there are, in the same order. Ids of contacts that were removed must not be asked for. */
export async function readContacts(ids: readonly ContactId[]): Promise<Contact[]> {
  const database = await openDatabase();
  return readFrom(database.transaction('contacts').store, ids);
}

/** Favourites in the order in which they became so. */
export async function readFavourites(): Promise<Contact[]> {
  const { favourites } = await readDirectoryState();
  return readContacts([...favourites]);
}
