import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallRecord } from '../core/call-record';
import { makeCallRecord } from '../core/make-call-record';
import {
  changeCallRecord,
  countMissedSince,
  mendCallLog,
  readCallRecords,
  readCallRecordsBefore,
  readCallRecordsOf,
} from './call-log';
import { addCallRecords, clearCallLog, deleteCallRecords, writeCallNote } from './change-call-log';
import { openDatabase } from './database';
import { pruneCallLog } from './prune-call-log';

beforeEach(async () => {
  await (await openDatabase()).clear('calls');
});

async function write(...records: CallRecord[]): Promise<void> {
  for (const record of records) await changeCallRecord(record.id, () => record);
}

const ids = (records: readonly CallRecord[]): string[] => records.map(({ id }) => id);

describe('the call log', () => {
  it('gives the newest calls first, whatever order they were written in', async () => {
    await write(makeCallRecord(2), makeCallRecord(3), makeCallRecord(1));
    expect(ids(await readCallRecords({ limit: 10 }))).toEqual(['c3', 'c2', 'c1']);
  });

  it('is read page by page', async () => {
    await write(...[1, 2, 3, 4, 5].map((second) => makeCallRecord(second)));
    const first = await readCallRecords({ limit: 2 });
    expect(ids(first)).toEqual(['c5', 'c4']);
    const next = await readCallRecords({ limit: 2, before: first.at(-1)?.startedAt ?? 0 });
    expect(ids(next)).toEqual(['c3', 'c2']);
    expect(ids(await readCallRecords({ limit: 2, before: 2_000 }))).toEqual(['c1']);
    expect(await readCallRecords({ limit: 2, before: 1_000 })).toEqual([]);
  });

  it('holds a call once, however often it is written', async () => {
    await write(makeCallRecord(1, { outcome: 'open', endedAt: null }), makeCallRecord(1));
    expect(await readCallRecords({ limit: 10 })).toEqual([makeCallRecord(1)]);
    expect(await readCallRecordsOf(['c9', 'c1'])).toEqual([makeCallRecord(1)]);
  });

  it('leaves out none of the calls that began in the same moment when it is read page by page', async () => {
    await write(
      ...['a', 'b', 'c', 'd'].map((id) => makeCallRecord(5, { id })),
      makeCallRecord(4),
      makeCallRecord(9),
    );
    const first = await readCallRecordsBefore(Number.POSITIVE_INFINITY, 3);
    const next = await readCallRecordsBefore(first.at(-1)?.startedAt ?? 0, 3);
    expect(ids([...first, ...next])).toEqual(['c9', 'd', 'c', 'b', 'a', 'c4']);
  });

  it('reads the same in a browser that cannot read backwards at once', async () => {
    await write(
      ...[1, 2, 3].map((second) => makeCallRecord(second)),
      ...['a', 'b', 'c'].map((id) => makeCallRecord(5, { id })),
    );
    const read = () =>
      Promise.all([1, 2, 4, 9].map((count) => readCallRecordsBefore(Number.POSITIVE_INFINITY, count)));
    const atOnce = await read();
    const getAllRecords = Object.getOwnPropertyDescriptor(IDBIndex.prototype, 'getAllRecords') ?? {};
    expect(Reflect.deleteProperty(IDBIndex.prototype, 'getAllRecords')).toBe(true);
    try {
      expect(await read()).toEqual(atOnce);
    } finally {
      Object.defineProperty(IDBIndex.prototype, 'getAllRecords', getAllRecords);
    }
    expect(atOnce.map((records) => ids(records).join())).toEqual([
      'c,b,a',
      'c,b,a',
      'c,b,a,c3',
      'c,b,a,c3,c2,c1',
    ]);
  });

  it('reads what an older version wrote', async () => {
    const { gateway, quality, note, ...row } = makeCallRecord(1);
    await (await openDatabase()).put('calls', row);
    expect(await readCallRecords({ limit: 10 })).toEqual([makeCallRecord(1, { gateway: '' })]);
  });

  it('counts the calls that were missed since the person looked', async () => {
    await write(
      makeCallRecord(1),
      makeCallRecord(2),
      makeCallRecord(3, { outcome: 'answered' }),
      makeCallRecord(4),
    );
    expect(await countMissedSince(0)).toBe(3);
    expect(await countMissedSince(1_000)).toBe(2);
    expect(await countMissedSince(4_000)).toBe(0);
  });
});

describe('a phone that vanished in a call', () => {
  const cut = { outcome: 'open', endedAt: null, cause: null } as const;

  it('leaves no call open: a new phone closes them all', async () => {
    await write(
      makeCallRecord(1, { ...cut, answeredAt: 1_200 }),
      makeCallRecord(2, cut),
      makeCallRecord(3, { ...cut, direction: 'outbound' }),
    );
    await mendCallLog();
    const mended = await readCallRecords({ limit: 10 });
    expect(mended.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['c3', 'interrupted'],
      ['c2', 'missed'],
      ['c1', 'interrupted'],
    ]);
    expect(mended.every(({ cause }) => cause === 'interrupted')).toBe(true);
  });

  it('changes nothing of the calls before', async () => {
    await write(makeCallRecord(1), makeCallRecord(2, { outcome: 'answered', answeredAt: 2_100 }));
    const before = await readCallRecords({ limit: 10 });
    await mendCallLog();
    expect(await readCallRecords({ limit: 10 })).toEqual(before);
  });
});

describe('what a person does with the call log', () => {
  it('deletes calls and brings them back as they were', async () => {
    await write(makeCallRecord(1), makeCallRecord(2), makeCallRecord(3));
    const before = await readCallRecords({ limit: 10 });
    await deleteCallRecords(['c1', 'c3']);
    expect(ids(await readCallRecords({ limit: 10 }))).toEqual(['c2']);
    await addCallRecords(before);
    expect(await readCallRecords({ limit: 10 })).toEqual(before);
  });

  it('deletes all but the call that is on', async () => {
    await write(makeCallRecord(1), makeCallRecord(2, { outcome: 'open', endedAt: null }));
    await clearCallLog();
    expect(ids(await readCallRecords({ limit: 10 }))).toEqual(['c2']);
  });

  it('adds calls but none twice, and leaves those alone that are there', async () => {
    await write(makeCallRecord(1, { note: 'mine' }));
    expect(await addCallRecords([makeCallRecord(1), makeCallRecord(2), makeCallRecord(2)])).toEqual(['c2']);
    expect((await readCallRecords({ limit: 10 })).map(({ id, note }) => [id, note])).toEqual([
      ['c2', ''],
      ['c1', 'mine'],
    ]);
  });

  it('adds none when one of them cannot be written', async () => {
    const bad = makeCallRecord(2, { note: Symbol() as never });
    await expect(addCallRecords([makeCallRecord(1), bad])).rejects.toThrow();
    expect(await readCallRecords({ limit: 10 })).toEqual([]);
  });

  it('writes a note, and none for a call that is gone', async () => {
    await write(makeCallRecord(1));
    await writeCallNote('c1', 'call again on Monday');
    await writeCallNote('c9', 'nobody');
    expect(await readCallRecords({ limit: 10 })).toEqual([
      makeCallRecord(1, { note: 'call again on Monday' }),
    ]);
  });
});

it('forgets calls that are older than it is to keep, and no others', async () => {
  await write(...Array.from({ length: 5 }, (_, second) => makeCallRecord(second)));
  expect(await pruneCallLog(3_000)).toBe(3);
  expect(ids(await readCallRecords({ limit: 10 }))).toEqual(['c4', 'c3']);
  expect(await pruneCallLog(3_000)).toBe(0);
});
