import { useMemo, useRef } from 'preact/hooks';
import type { CallLine } from '../core/call-log/call-line';
import { type CallFilter, makeCallFilter } from '../core/call-log/filter';
import { type Grouping, makeGrouping } from '../core/call-log/grouping';
import { otherNumber } from '../core/call-record';
import { numberKey } from '../core/directory/number-key';
import type { Numbering } from '../core/directory/numbering';
import { startOfDay } from '../ui/moment';
import type { ReadLog } from './use-log';
import type { NumberKeys } from './use-named-so';

export type Wanted = { filter: CallFilter; query: string };
export type CallList = { days: Grouping['days']; count: number };

type Sorted = { grouping: Grouping; taken: number; count: number; by: readonly unknown[] };

/** The calls that are wanted, by day and person. What has been sorted already is kept while more is read. */
export function useList(
  log: ReadLog,
  { filter, query }: Wanted,
  { numbering, namedSo }: { numbering: Numbering; namedSo: NumberKeys },
): CallList {
  const keyOf = useMemo(() => makeKeyOf(numbering), [numbering]);
  const sorted = useRef<Sorted | undefined>(undefined);
  const by = [log.version, filter, query, keyOf, namedSo];
  return useMemo(() => {
    const isSame = sorted.current?.by.every((one, at) => one === by[at]) ?? false;
    const now: Sorted =
      isSame && sorted.current
        ? sorted.current
        : { grouping: makeGrouping({ keyOf, startOfDay }), taken: 0, count: 0, by };
    const isWanted = makeCallFilter({ filter, query, isNamedSo: (record) => namedSo.has(keyOf(record)) });
    for (const portion of log.portions.slice(now.taken)) {
      const wanted = portion.filter(isWanted);
      now.grouping.append(wanted);
      now.count += wanted.length;
    }
    now.taken = log.portions.length;
    sorted.current = now;
    return { days: now.grouping.days, count: now.count };
  }, [log, ...by]);
}

/** Telling what number it is costs more than looking it up, and most calls are with the same few people. */
function makeKeyOf(numbering: Numbering): (record: CallLine) => string {
  const keys = new Map<string, string>();
  return (record) => {
    const number = otherNumber(record);
    const known = keys.get(number);
    if (known !== undefined) return known;
    const key = numberKey(number, numbering);
    keys.set(number, key);
    return key;
  };
}
