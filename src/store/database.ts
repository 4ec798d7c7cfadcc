import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { CallRow } from '../core/call-record';
import type { Colleague } from '../core/directory/colleague';
import type { TermBlock } from '../core/directory/term-blocks';
import type { DirectoryState } from './directory-state';
import type { Undo } from './undo';

export interface Schema extends DBSchema {
  calls: { key: string; value: CallRow; indexes: { startedAt: number; outcome: string } };
  log: { key: number; value: string };
  keys: { key: string; value: CryptoKey };
  /** Contacts as JSON, 32 to a page: see `contact-pages.ts`. */
  contacts: { key: number; value: readonly string[] };
  pictures: { key: number; value: Blob };
  /** The search index: see `term-blocks.ts`. The key begins with the generation. */
  terms: { key: string; value: TermBlock };
  directory: { key: string; value: DirectoryState };
  /** The ids of all contacts in the order of the list. */
  order: { key: string; value: Uint32Array };
  undo: { key: number; value: Undo };
  /** What an address book elsewhere said last, under the search that was asked. */
  colleagues: { key: string; value: { at: number; people: readonly Colleague[] } };
}

export type Database = IDBPDatabase<Schema>;
export type Transaction<Names extends StoreNames<Schema>, Mode extends IDBTransactionMode> = IDBPTransaction<
  Schema,
  Names[],
  Mode
>;

let opening: Promise<Database> | undefined;
let opened: Database | undefined;

/** The database when it is open already: to ask it at once, and not behind whatever is being drawn. */
export function openedDatabase(): Database | undefined {
  return opened;
}

/** The one database of the extension, opened once in each place. */
export function openDatabase(): Promise<Database> {
  opening ??= open();
  return opening;
}

async function open(): Promise<Database> {
  opened = await openDB<Schema>('offhook', 2, {
    upgrade(database, from) {
      if (from < 1) addCalls(database);
      if (from < 2) addDirectory(database);
    },
    // A page of an older version must not keep a newer one from starting.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  return opened;
}

function forget(): void {
  opening = undefined;
  opened = undefined;
}

function addCalls(database: Database): void {
  const calls = database.createObjectStore('calls', { keyPath: 'id' });
  calls.createIndex('startedAt', 'startedAt');
  calls.createIndex('outcome', 'outcome');
  database.createObjectStore('log', { autoIncrement: true });
  database.createObjectStore('keys');
}

function addDirectory(database: Database): void {
  for (const name of ['contacts', 'pictures', 'terms', 'directory', 'order', 'colleagues'] as const) {
    database.createObjectStore(name);
  }
  database.createObjectStore('undo', { autoIncrement: true });
}
