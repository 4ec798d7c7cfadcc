import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { makeCallRecord } from '../core/make-call-record';
import { readCallRecords } from '../store/call-log';
import { addCallRecords } from '../store/change-call-log';
import { openDatabase } from '../store/database';
import { startBrowser } from './fake-browser';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { pruneCallsDaily } = await import('./prune-calls');

const daySec = 86_400;
const now = 400 * daySec * 1000;
let fake = startBrowser();

beforeEach(async () => {
  fake = startBrowser();
  await (await openDatabase()).clear('calls');
  await addCallRecords([10, 390, 399].map((day) => makeCallRecord(day * daySec, { id: `day ${day}` })));
});

const kept = async () => (await readCallRecords({ limit: 9 })).map(({ id }) => id);

it('calls are kept for a year when nobody said otherwise', async () => {
  await pruneCallsDaily(now);
  expect(await kept()).toEqual(['day 399', 'day 390']);
});

it('calls are kept for as many days as the person wants', async () => {
  await fake.storage.local.set({ keepCallsDays: 7 });
  await pruneCallsDaily(now);
  expect(await kept()).toEqual(['day 399']);
});

it('old calls are looked for once a day, however often the worker starts', async () => {
  await pruneCallsDaily(now);
  await fake.storage.local.set({ keepCallsDays: 1 });
  await pruneCallsDaily(now + 3_600_000);
  expect(await kept()).toHaveLength(2);
  await pruneCallsDaily(now + daySec * 1000);
  expect(await kept()).toEqual([]);
});

it('a clock that was wrong for once does not keep old calls for ever', async () => {
  await pruneCallsDaily(now * 10);
  await addCallRecords([makeCallRecord(1)]);
  await pruneCallsDaily(now);
  expect(await kept()).toEqual([]);
});
