import type { CallLine } from './call-line';

/** One person's calls of one day, the newest first. `key` is the same for all forms of a number. */
export type PersonOfDay = { readonly key: string; readonly records: readonly CallLine[] };
/** `start` is the epoch ms of midnight; people stand in the order of their newest call. */
export type CallDay = { readonly start: number; readonly people: readonly PersonOfDay[] };

type Growing = {
  start: number;
  people: { key: string; records: CallLine[] }[];
  byKey: Map<string, CallLine[]>;
};

export type Grouping = {
  readonly days: readonly CallDay[];
  /** Takes records that are older than all before, the newest first. */
  append(records: readonly CallLine[]): void;
};

type Rules = { keyOf: (record: CallLine) => string; startOfDay: (at: number) => number };

/** Sorts a log into days and people as it is read, so that what is on the page already is not sorted again. */
export function makeGrouping({ keyOf, startOfDay }: Rules): Grouping {
  const days: Growing[] = [];
  let day: Growing | undefined;
  return {
    days,
    append(records) {
      for (const record of records) {
        if (!day || record.startedAt < day.start) {
          // Nobody of a day that is over comes again.
          day?.byKey.clear();
          day = { start: startOfDay(record.startedAt), people: [], byKey: new Map() };
          days.push(day);
        }
        const key = keyOf(record);
        const known = day.byKey.get(key);
        if (known) {
          known.push(record);
          continue;
        }
        const person = { key, records: [record] };
        day.byKey.set(key, person.records);
        day.people.push(person);
      }
    },
  };
}
