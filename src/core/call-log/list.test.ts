import { describe, expect, it } from 'vitest';
import { makeCallRecord } from '../make-call-record';
import { type CallFilter, makeCallFilter } from './filter';
import { makeGrouping } from './grouping';
import { layOut, rowsBetween } from './lay-out';
import { keptSince, parseKeepDays } from './retention';
import { countByDay } from './week';

const daySec = 86_400;
const startOfDay = (at: number) => at - (at % (daySec * 1000));
const rules = { keyOf: ({ sent }: { sent: string }) => sent, startOfDay };
const heights = { day: 30, person: 50, call: 40 };

/** Bob twice and Carol once on the second day, Bob once on the first. */
const calls = [
  makeCallRecord(daySec + 30),
  makeCallRecord(daySec + 20, { sent: '203', displayName: 'Carol' }),
  makeCallRecord(daySec + 10),
  makeCallRecord(5),
];

function group(...portions: (typeof calls)[]) {
  const grouping = makeGrouping(rules);
  for (const portion of portions) grouping.append(portion);
  return grouping.days;
}

const shape = (days: ReturnType<typeof group>) =>
  days.map(({ start, people }) => [start, people.map(({ key, records }) => `${key} x${records.length}`)]);

describe('the list of calls', () => {
  it('stands by day, and in a day by person, whoever called last on top', () => {
    expect(shape(group(calls))).toEqual([
      [daySec * 1000, ['202 x2', '203 x1']],
      [0, ['202 x1']],
    ]);
  });

  it('is the same when it is read in portions that end in the middle of a day', () => {
    expect(shape(group(calls.slice(0, 1), calls.slice(1, 3), calls.slice(3)))).toEqual(shape(group(calls)));
  });

  it('shows the calls of a person one by one where that was asked for', () => {
    const closed = layOut(group(calls), new Set(), heights);
    expect(closed.rows.map(({ kind }) => kind)).toEqual(['day', 'person', 'person', 'day', 'person']);
    expect([...closed.tops]).toEqual([0, 30, 80, 130, 160, 210]);
    const bob = closed.rows[1]?.id ?? '';
    const open = layOut(group(calls), new Set([bob]), heights);
    expect(open.rows.map(({ id }) => id).slice(1, 4)).toEqual([bob, 'c86430', 'c86410']);
    expect(new Set(open.rows.map(({ id }) => id)).size).toBe(open.rows.length);
  });

  it('knows the rows of any part of the screen, and none beyond its ends', () => {
    const layout = layOut(group(calls), new Set(), heights);
    expect(rowsBetween(layout, 0, 30)).toEqual([0, 2]);
    expect(rowsBetween(layout, 85, 135)).toEqual([2, 4]);
    expect(rowsBetween(layout, -500, -100)).toEqual([0, 0]);
    expect(rowsBetween(layout, 5_000, 6_000)).toEqual([5, 5]);
    expect(rowsBetween(layout, -100, 10_000)).toEqual([0, 5]);
    expect(rowsBetween(layOut([], new Set(), heights), 0, 100)).toEqual([0, 0]);
  });
});

describe('the search in the call log', () => {
  const find = (query: string, filter: CallFilter = 'all') => {
    const records = [
      makeCallRecord(1, { displayName: 'Łukasz Müller', sent: '+493715550123', outcome: 'answered' }),
      makeCallRecord(2, {
        direction: 'outbound',
        typed: '0371 / 555-0199',
        sent: '03715550199',
        displayName: '',
      }),
      makeCallRecord(3, { note: 'asks for the Crème brûlée', isRecorded: true }),
    ];
    const isNamedSo = ({ typed }: { typed: string }) => query === 'dora' && typed === '0371 / 555-0199';
    return records.filter(makeCallFilter({ query, filter, isNamedSo })).map(({ id }) => id);
  };

  it.each([
    ['lukasz muller', ['c1']],
    ['MÜLLER', ['c1']],
    ['0199', ['c2']],
    ['555-01', ['c1', 'c2']],
    ['(0371) 5550199', ['c2']],
    ['dora', ['c2']],
    ['creme BRULEE', ['c3']],
    ['bob 202', ['c3']],
    ['bob lukasz', []],
    ['  ', ['c1', 'c2', 'c3']],
  ])('for %j finds %j', (query, ids) => {
    expect(find(query)).toEqual(ids);
  });

  it('keeps to what was chosen', () => {
    expect(find('', 'missed')).toEqual(['c2', 'c3']);
    expect(find('', 'inbound')).toEqual(['c1', 'c3']);
    expect(find('0371', 'outbound')).toEqual(['c2']);
    expect(find('', 'recorded')).toEqual(['c3']);
  });
});

it('the picture of the week counts what was answered and what was missed on each day', () => {
  const week = [
    makeCallRecord(5),
    makeCallRecord(6, { outcome: 'answered' }),
    makeCallRecord(daySec + 1, { outcome: 'busy' }),
    makeCallRecord(daySec * 2 + 1),
  ];
  expect(countByDay(week, [0, daySec * 1000, daySec * 2000])).toEqual([
    { start: 0, answered: 1, missed: 1 },
    { start: daySec * 1000, answered: 0, missed: 0 },
    { start: daySec * 2000, answered: 0, missed: 1 },
  ]);
  expect(countByDay(week, [daySec * 3000])).toEqual([{ start: daySec * 3000, answered: 0, missed: 0 }]);
});

describe('how long calls are kept', () => {
  it.each([
    ['365', 365],
    [' 7 ', 7],
    ['3650', 3650],
    ['0', null],
    ['3651', null],
    ['-1', null],
    ['1.5', null],
    ['a year', null],
    ['', null],
  ])('of %j means %s days', (typed, days) => {
    expect(parseKeepDays(typed)).toBe(days);
  });

  it('is counted back from now', () => {
    expect(keptSince(10 * daySec * 1000, 3)).toBe(7 * daySec * 1000);
  });
});
