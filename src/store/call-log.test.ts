import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallRecord } from '../core/call-record';
import { countMissedSince, mendCallLog, readCallRecord, readCallRecords, writeCallRecord } from './call-log';
import { openDatabase } from './database';

beforeEach(async () => {
  await (await openDatabase()).clear('calls');
});

/** A missed call that came at the given second, changed as wanted. */
function makeRecord(second: number, change: Partial<CallRecord> = {}): CallRecord {
  return {
    id: `c${second}`,
    direction: 'inbound',
    typed: '202',
    sent: '202',
    displayName: 'Bob',
    startedAt: second * 1_000,
    answeredAt: null,
    endedAt: second * 1_000 + 500,
    outcome: 'missed',
    cause: 'caller-gave-up',
    ...change,
  };
}

async function write(...records: CallRecord[]): Promise<void> {
  for (const record of records) await writeCallRecord(record);
}

const ids = (records: readonly CallRecord[]): string[] => records.map(({ id }) => id);

describe('the call log', () => {
  it('gives the newest calls first, whatever order they were written in', async () => {
    await write(makeRecord(2), makeRecord(3), makeRecord(1));
    expect(ids(await readCallRecords({ limit: 10 }))).toEqual(['c3', 'c2', 'c1']);
  });

  it('is read page by page', async () => {
    await write(...[1, 2, 3, 4, 5].map((second) => makeRecord(second)));
    const first = await readCallRecords({ limit: 2 });
    expect(ids(first)).toEqual(['c5', 'c4']);
    const next = await readCallRecords({ limit: 2, before: first.at(-1)?.startedAt ?? 0 });
    expect(ids(next)).toEqual(['c3', 'c2']);
    expect(ids(await readCallRecords({ limit: 2, before: 2_000 }))).toEqual(['c1']);
    expect(await readCallRecords({ limit: 2, before: 1_000 })).toEqual([]);
  });

  it('holds a call once, however often it is written', async () => {
    await write(makeRecord(1, { outcome: 'open', endedAt: null }), makeRecord(1));
    expect(await readCallRecords({ limit: 10 })).toEqual([makeRecord(1)]);
    expect(await readCallRecord('c1')).toEqual(makeRecord(1));
    expect(await readCallRecord('c9')).toBeUndefined();
  });

  it('counts the calls that were missed since the person looked', async () => {
    await write(makeRecord(1), makeRecord(2), makeRecord(3, { outcome: 'answered' }), makeRecord(4));
    expect(await countMissedSince(0)).toBe(3);
    expect(await countMissedSince(1_000)).toBe(2);
    expect(await countMissedSince(4_000)).toBe(0);
  });
});

describe('a phone that vanished in a call', () => {
  const cut = { outcome: 'open', endedAt: null, cause: null } as const;

  it('leaves no call open: a new phone closes them all', async () => {
    await write(
      makeRecord(1, { ...cut, answeredAt: 1_200 }),
      makeRecord(2, cut),
      makeRecord(3, { ...cut, direction: 'outbound' }),
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
    await write(makeRecord(1), makeRecord(2, { outcome: 'answered', answeredAt: 2_100 }));
    const before = await readCallRecords({ limit: 10 });
    await mendCallLog();
    expect(await readCallRecords({ limit: 10 })).toEqual(before);
  });
});
