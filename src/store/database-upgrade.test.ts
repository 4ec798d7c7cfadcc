import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from './database';
import { deleteDatabase } from './delete-database';

beforeEach(deleteDatabase);

it('keeps what the first version wrote when the directory is added', async () => {
  const first = await openDB('offhook', 1, {
    upgrade(database) {
      const calls = database.createObjectStore('calls', { keyPath: 'id' });
      calls.createIndex('startedAt', 'startedAt');
      calls.createIndex('outcome', 'outcome');
      database.createObjectStore('log', { autoIncrement: true });
      database.createObjectStore('keys');
    },
  });
  await first.put('calls', { id: 'c1', startedAt: 5, outcome: 'missed' });
  await first.put('log', 'a line');
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  await first.put('keys', key, 'secrets');
  first.close();

  const database = await openDatabase();
  expect(await database.getAllFromIndex('calls', 'startedAt')).toMatchObject([
    { id: 'c1', outcome: 'missed' },
  ]);
  expect(await database.getAll('log')).toEqual(['a line']);
  expect(await database.count('keys')).toBe(1);
  expect(await database.count('contacts')).toBe(0);
});
