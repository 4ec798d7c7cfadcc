import type { IDBPObjectStore } from 'idb';
import type { Contact, ContactId } from '../core/directory/contact';
import type { Schema } from './database';

// Writing a hundred thousand records takes ten times as long as writing the same in pages, and reading a page as long as a record.
export const contactsInPage = 32;
const empty: readonly string[] = Array.from({ length: contactsInPage }, () => '');

type Readable = Pick<IDBPObjectStore<Schema, ('contacts' | never)[], 'contacts', IDBTransactionMode>, 'get'>;
type Writable = Readable & {
  put?: ((page: readonly string[], key: number) => Promise<number>) | undefined;
};

export const pageOf = (id: ContactId) => Math.floor(id / contactsInPage);
export const placeOf = (id: ContactId) => id % contactsInPage;

export function parseContact(json: string | undefined): Contact | null {
  return json ? (JSON.parse(json) as Contact) : null;
}

/** The contacts of these ids that there are, in the same order. */
export async function readFrom(store: Readable, ids: readonly ContactId[]): Promise<Contact[]> {
  const pages = await readPages(store, ids);
  return ids.flatMap((id) => {
    const contact = parseContact(pages.get(pageOf(id))?.[placeOf(id)]);
    return contact ? [contact] : [];
  });
}

/** Writes contacts where their ids say; null erases one. */
export async function writeTo(
  store: Writable,
  changes: ReadonlyMap<ContactId, Contact | null>,
): Promise<void> {
  const pages = await readPages(store, [...changes.keys()]);
  const changed = new Map<number, string[]>();
  for (const [id, contact] of changes) {
    const key = pageOf(id);
    const page = changed.get(key) ?? [...(pages.get(key) ?? empty)];
    page[placeOf(id)] = contact ? JSON.stringify(contact) : '';
    changed.set(key, page);
  }
  await Promise.all([...changed].map(([key, page]) => store.put?.(page, key)));
}

async function readPages(
  store: Readable,
  ids: readonly ContactId[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const keys = [...new Set(ids.map(pageOf))];
  const pages = await Promise.all(keys.map((key) => store.get(key)));
  return new Map(keys.flatMap((key, at) => (pages[at] ? [[key, pages[at]] as const] : [])));
}
