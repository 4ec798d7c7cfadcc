import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CallRecord } from '../core/call-record';

interface Schema extends DBSchema {
  calls: { key: string; value: CallRecord; indexes: { startedAt: number; outcome: string } };
  log: { key: number; value: string };
  keys: { key: string; value: CryptoKey };
}

export type Database = IDBPDatabase<Schema>;

let opening: Promise<Database> | undefined;

/** The one database of the extension, opened once in each place. */
export function openDatabase(): Promise<Database> {
  opening ??= openDB<Schema>('offhook', 1, {
    upgrade(database) {
      const calls = database.createObjectStore('calls', { keyPath: 'id' });
      calls.createIndex('startedAt', 'startedAt');
      calls.createIndex('outcome', 'outcome');
      database.createObjectStore('log', { autoIncrement: true });
      database.createObjectStore('keys');
    },
    // A page of an older version must not keep a newer one from starting.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opening = undefined;
    },
  });
  return opening;
}
