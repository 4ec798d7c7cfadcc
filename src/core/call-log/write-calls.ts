import Papa from 'papaparse';
import type { CallRecord } from '../call-record';
import { neutralise } from '../directory/files/neutral-cell';

export const fileFormat = 'offhook-call-log';
export const fileVersion = 1;

/** Everything that is known of the calls, for `readCalls` and for other programs. `at` is an epoch ms. */
export function writeCallsJson(records: readonly CallRecord[], at: number): string {
  const head = { format: fileFormat, version: fileVersion, exportedAt: new Date(at).toISOString() };
  const lines = records.map((record) => JSON.stringify(record)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"calls":[\n${lines}\n]}\n`;
}

const columns = {
  started: ({ startedAt }: CallRecord) => toIso(startedAt),
  direction: ({ direction }: CallRecord) => direction,
  outcome: ({ outcome }: CallRecord) => outcome,
  cause: ({ cause }: CallRecord) => cause ?? '',
  sipstatus: ({ sipStatus }: CallRecord) => String(sipStatus ?? ''),
  name: ({ displayName }: CallRecord) => displayName,
  typed: ({ typed }: CallRecord) => typed,
  sent: ({ sent }: CallRecord) => sent,
  answered: ({ answeredAt }: CallRecord) => toIso(answeredAt),
  ended: ({ endedAt }: CallRecord) => toIso(endedAt),
  talkseconds: ({ answeredAt, endedAt }: CallRecord) =>
    answeredAt === null || endedAt === null ? '' : String(Math.round((endedAt - answeredAt) / 1000)),
  divertedfrom: ({ divertedFrom }: CallRecord) => divertedFrom ?? '',
  forwardedto: ({ forwardedTo }: CallRecord) => forwardedTo ?? '',
  transferredto: ({ transferredTo }: CallRecord) => transferredTo ?? '',
  recorded: ({ isRecorded }: CallRecord) => (isRecorded ? 'yes' : ''),
  gateway: ({ gateway }: CallRecord) => gateway,
  codec: ({ quality }: CallRecord) => quality?.codec ?? '',
  mos: ({ quality }: CallRecord) => String(quality?.mos ?? ''),
  losspercent: ({ quality }: CallRecord) => String(quality?.lossPercent ?? ''),
  jitterms: ({ quality }: CallRecord) => String(quality?.jitterMs ?? ''),
  roundtripms: ({ quality }: CallRecord) => String(quality?.roundTripMs ?? ''),
  note: ({ note }: CallRecord) => note,
};

/** A table for spreadsheets, none of whose cells they would run. The mark in front tells them that it is UTF-8. */
export function writeCallsCsv(records: readonly CallRecord[]): string {
  const cells = records.map((record) => Object.values(columns).map((cell) => neutralise(cell(record))));
  return `\ufeff${Papa.unparse([Object.keys(columns), ...cells], { newline: '\r\n' })}\r\n`;
}

function toIso(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}
