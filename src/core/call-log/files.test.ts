import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { makeCallRecord } from '../make-call-record';
import { readCalls } from './read-calls';
import { writeCallsCsv, writeCallsJson } from './write-calls';

const quality = { lossPercent: 0.4, jitterMs: 3, roundTripMs: null, codec: 'opus', mos: 4.3 };
const calls = [
  makeCallRecord(3, {
    outcome: 'answered',
    answeredAt: 3_100,
    endedAt: 63_100,
    quality,
    cause: 'hung-up-here',
    divertedFrom: '201',
    transferredTo: '203',
    isRecorded: true,
  }),
  makeCallRecord(2, {
    direction: 'outbound',
    typed: '+1 (x)',
    asTyped: true,
    outcome: 'forwarded',
    cause: 'moved',
    sipStatus: 302,
    forwardedTo: '204',
  }),
  makeCallRecord(1, {
    displayName: '=HYPERLINK("http://evil")',
    note: 'one "line"\r\nand, another; \u2028 <script>',
  }),
];

const fileWith = (change: object) => JSON.stringify({ ...JSON.parse(writeCallsJson(calls, 0)), ...change });
const callWith = (change: object) => fileWith({ calls: [calls[1], { ...calls[0], ...change }] });

describe('the call log as JSON', () => {
  it('loses nothing on the way out and in again', () => {
    expect(readCalls(writeCallsJson(calls, 0))).toEqual({ ok: true, records: calls });
    expect(readCalls(`\ufeff${writeCallsJson([], 0)}`)).toEqual({ ok: true, records: [] });
  });

  it('takes a call that was on when it was written as one that was cut off', () => {
    const open = makeCallRecord(1, { outcome: 'open', answeredAt: 1_100, endedAt: null, cause: null });
    expect(readCalls(writeCallsJson([open], 0))).toMatchObject({ records: [{ outcome: 'interrupted' }] });
  });

  it.each([
    ['', 'not-json'],
    ['{"format":"offhook-call-log","calls":[', 'not-json'],
    ['\u0000\u0001PNG', 'not-json'],
    ['[]', 'not-ours'],
    ['null', 'not-ours'],
    ['{"calls":[]}', 'not-ours'],
    ['{"format":"offhook-call-log","version":1,"calls":{}}', 'not-ours'],
    [fileWith({ version: 2 }), 'newer'],
    [fileWith({ version: '1' }), 'newer'],
  ])('refuses %j as %s', (text, why) => {
    expect(readCalls(text)).toEqual({ ok: false, why });
  });

  it.each<[object, string]>([
    [{ startedAt: 'yesterday' }, 'startedAt'],
    [{ startedAt: null }, 'startedAt'],
    [{ startedAt: 1e300 }, 'startedAt'],
    [{ id: '' }, 'id'],
    [{ id: 7 }, 'id'],
    [{ direction: 'sideways' }, 'direction'],
    [{ outcome: 'constructor' }, 'outcome'],
    [{ cause: 'toString' }, 'cause'],
    [{ displayName: 'x'.repeat(1_001) }, 'displayName'],
    [{ quality: { ...quality, mos: '4' } }, 'quality.mos'],
    [{ note: {} }, 'note'],
    [{ sipStatus: 42 }, 'sipStatus'],
  ])('refuses the whole file for a call with %j, and says where', (change, field) => {
    expect(readCalls(callWith(change))).toEqual({ ok: false, why: 'bad-call', call: 2, field });
  });

  it('refuses a call that is none', () => {
    expect(readCalls(fileWith({ calls: [calls[0], 7] }))).toMatchObject({
      ok: false,
      why: 'bad-call',
      call: 2,
    });
  });
});

describe('the call log as CSV', () => {
  const read = () => Papa.parse<string[]>(writeCallsCsv(calls), { skipEmptyLines: true }).data;
  const column = (name: string) => {
    const [head, ...rows] = read();
    const at = (head ?? []).map((cell) => cell.replace('\ufeff', '')).indexOf(name);
    return rows.map((row) => row[at]);
  };

  it('has a row for each call, with the times as everybody can read them', () => {
    expect(column('started')).toEqual([
      '1970-01-01T00:00:03.000Z',
      '1970-01-01T00:00:02.000Z',
      '1970-01-01T00:00:01.000Z',
    ]);
    expect(column('talkseconds')).toEqual(['60', '', '']);
    expect(column('sipstatus')).toEqual(['', '302', '']);
    expect(column('mos')).toEqual(['4.3', '', '']);
    expect(column('note').at(-1)).toBe(calls[2]?.note);
  });

  it('has no cell that a spreadsheet would run', () => {
    expect(column('name').at(-1)).toBe(`'=HYPERLINK("http://evil")`);
    expect(column('typed')[1]).toBe("'+1 (x)");
    expect(
      read()
        .flat()
        .filter((cell) => /^[=+\-@\t\r]/.test(cell)),
    ).toEqual([]);
  });
});
