import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { openDatabase } from './database';

it('is opened once, however many ask', async () => {
  expect(await openDatabase()).toBe(await openDatabase());
});

it('makes way for a newer version of the extension', async () => {
  await openDatabase();
  const newer = await openDB('offhook', 99);
  expect(newer.version).toBe(99);
  newer.close();
});
