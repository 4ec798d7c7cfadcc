import type { IDBPObjectStore } from 'idb';
import { type Contact, type ContactId, emptyCard } from '../core/directory/contact';
import type { Database, Schema } from './database';

// Writing a hundred thousand records takes ten times as long as writing the same in pages, and reading a page as long as a record.
export const contactsInPage = 32;
const empty: readonly string[] = Array.from({ length: contactsInPage }, () => '');

type Readable = Pick<IDBPObjectStore<Schema, ('contacts' | never)[], 'contacts', IDBTransactionMode>, 'get'>;
type Writable = Readable & {
  put?: ((page: readonly string[], key: number) => Promise<number>) | undefined;
  delete?: ((key: number) => Promise<void>) | undefined;
};

export const pageOf = (id: ContactId) => Math.floor(id / contactsInPage);
export const placeOf = (id: ContactId) => id % contactsInPage;

/** A contact as it is kept. What it has nothing of is left out, which is most of it, and half of what would be written and read. */
export function toJson(contact: Contact): string {
  return JSON.stringify(Object.fromEntries(Object.entries(contact).filter(([, value]) => hasSaid(value))));
}

function hasSaid(value: Contact[keyof Contact]): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

const silent: Omit<Contact, 'id'> = { ...emptyCard, pictureId: null };

export function parseContact(json: string | undefined): Contact | null {
  return json ? { ...silent, ...(JSON.parse(json) as Pick<Contact, 'id'>) } : null;
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
    page[placeOf(id)] = contact ? toJson(contact) : '';
    changed.set(key, page);
  }
  await Promise.all([...changed].map(([key, page]) => store.put?.(page, key)));
}

/** Erases contacts for good. */
export async function eraseFrom(store: Writable, ids: Iterable<ContactId>): Promise<void> {
  const byPage = new Map<number, ContactId[]>();
  for (const id of ids) byPage.set(pageOf(id), [...(byPage.get(pageOf(id)) ?? []), id]);
  const parts = new Map<ContactId, null>();
  for (const [page, own] of byPage) {
    if (own.length === contactsInPage) await store.delete?.(page);
    else for (const id of own) parts.set(id, null);
  }
  await writeTo(store, parts);
}

async function readPages(
  store: Readable,
  ids: readonly ContactId[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const keys = [...new Set(ids.map(pageOf))];
  const pages = await Promise.all(keys.map((key) => store.get(key)));
  return new Map(keys.flatMap((key, at) => (pages[at] ? [[key, pages[at]] as const] : [])));
}

const pagesAtOnce = 128;

/** All contacts that were ever written and not erased, in steps between which others read and write. Those removed from the list are among them. */
export async function* everyContact(
  database: Database,
  nextId: ContactId,
): AsyncGenerator<{ contacts: readonly Contact[]; done: number; total: number }> {
  const total = Math.ceil(nextId / contactsInPage);
  for (let from = 0; from < total; from += pagesAtOnce) {
    const range = IDBKeyRange.bound(from, Math.min(from + pagesAtOnce, total), false, true);
    const pages = await database.getAll('contacts', range);
    const contacts = pages.flatMap((page) => page.flatMap((json) => parseContact(json) ?? []));
    yield { contacts, done: Math.min(from + pagesAtOnce, total), total };
  }
}
