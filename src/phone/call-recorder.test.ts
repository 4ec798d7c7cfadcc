import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Call } from '../core/call';
import { makeCall } from '../core/make-call';
import { readCallRecords } from '../store/call-log';
import { writeCallNote } from '../store/change-call-log';
import { openDatabase } from '../store/database';
import { recordCalls, recordFacts, watchRecording } from './call-recorder';

const talk = { answeredAt: 2_000, isMuted: false, hasMicrophone: true, signalling: 'ok' } as const;
const stages: Call[] = [
  makeCall({ state: 'dialing' }),
  makeCall({ state: 'ringing', since: 1_500, hasEarlyMedia: false }),
  makeCall({ state: 'active', ...talk }),
  makeCall({ state: 'ended', endedAt: 9_000, cause: { kind: 'hung-up-there' } }),
];

beforeEach(async () => {
  await recordCalls([]);
  await (await openDatabase()).clear('calls');
});

it('a call is in the log from its first moment', async () => {
  await recordCalls(stages.slice(0, 1));
  expect(await readCallRecords({ limit: 9 })).toMatchObject([
    { id: 'c1', outcome: 'open', startedAt: 1_000 },
  ]);
});

it('a call that ran its course is one record with all its times, even when its changes came faster than the disk', async () => {
  await Promise.all(stages.map((call) => recordCalls([call])));
  expect(await readCallRecords({ limit: 9 })).toMatchObject([
    { startedAt: 1_000, answeredAt: 2_000, endedAt: 9_000, outcome: 'answered' },
  ]);
});

it('the end is on the disk when the wait for it is over', async () => {
  void recordCalls(stages.slice(2, 3));
  await recordCalls(stages.slice(3));
  expect(await readCallRecords({ limit: 9 })).toMatchObject([{ outcome: 'answered', endedAt: 9_000 }]);
});

it('a call that did not change is not written again, so that what the person deletes stays away', async () => {
  await recordCalls(stages.slice(3));
  await (await openDatabase()).clear('calls');
  await recordCalls(stages.slice(3));
  expect(await readCallRecords({ limit: 9 })).toEqual([]);
});

const quality = { lossPercent: 0.4, jitterMs: 3, roundTripMs: 41, codec: 'opus', mos: 4.3 };

it('what is known of a call before its first record is in it, and what comes after its last one too', async () => {
  void recordFacts(stages[0]?.id ?? ('' as never), { gateway: 'gw1.example.com:9443' });
  for (const stage of stages) await recordCalls([stage]);
  await recordFacts(stages[0]?.id ?? ('' as never), { quality });
  expect(await readCallRecords({ limit: 9 })).toMatchObject([
    { gateway: 'gw1.example.com:9443', quality, outcome: 'answered' },
  ]);
});

it('what was measured of a call does not bring back the record that the person has deleted', async () => {
  await recordCalls(stages.slice(3));
  await (await openDatabase()).clear('calls');
  await recordFacts(stages[3]?.id ?? ('' as never), { quality });
  expect(await readCallRecords({ limit: 9 })).toEqual([]);
});

it('a note that is written during the call stays', async () => {
  await recordCalls(stages.slice(2, 3));
  await writeCallNote('c1', 'asks for the offer');
  await recordCalls(stages.slice(3));
  expect(await readCallRecords({ limit: 9 })).toMatchObject([{ note: 'asks for the offer', endedAt: 9_000 }]);
});

it('a disk that takes nothing costs the record, never the calls after it', async () => {
  const unclonable = {
    ...makeCall({ state: 'dialing' }, { id: 'bad' }),
    remote: { number: '1', displayName: Symbol() },
  };
  await recordCalls([unclonable as never]);
  await recordCalls(stages.slice(0, 1));
  expect(await readCallRecords({ limit: 9 })).toMatchObject([{ id: 'c1' }]);
});

it('a disk that is full is told once, and what it did not take is written whole when there is room again', async () => {
  const told: unknown[] = [];
  watchRecording((fault) => told.push(fault));
  const other = makeCall({ state: 'dialing' }, { id: 'other' });
  await recordCalls([other]);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  for (const stage of stages) await recordCalls([other, stage]);
  full.mockRestore();
  expect(told).toEqual(['storage-full']);
  expect(await readCallRecords({ limit: 9 })).toMatchObject([{ id: 'other' }]);
  await recordCalls([{ ...other, state: 'ringing', since: 1_500, hasEarlyMedia: false }]);
  expect(told).toEqual(['storage-full', null]);
  const kept = await readCallRecords({ limit: 9 });
  expect(kept.find(({ id }) => id === 'c1')).toMatchObject({ answeredAt: 2_000, outcome: 'answered' });
});
