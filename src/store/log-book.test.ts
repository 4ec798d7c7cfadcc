import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from './database';
import { deleteDatabase } from './delete-database';
import { appendLogLine, readLogBook } from './log-book';

beforeEach(deleteDatabase);

it('gives its lines back in order', async () => {
  await appendLogLine('one');
  await appendLogLine('two');
  expect(await readLogBook()).toEqual(['one', 'two']);
});

it('stays bounded: the oldest lines make room, in steps', async () => {
  const transaction = (await openDatabase()).transaction('log', 'readwrite');
  for (let line = 0; line < 6_000; line += 1) void transaction.store.add(`old ${line}`);
  await transaction.done;
  for (let line = 0; line < 200; line += 1) await appendLogLine(`new ${line}`);
  const kept = await readLogBook();
  expect(kept.length).toBeGreaterThanOrEqual(5_000);
  expect(kept.length).toBeLessThanOrEqual(5_200);
  expect(kept.at(-1)).toBe('new 199');
  expect(kept).not.toContain('old 0');
});
