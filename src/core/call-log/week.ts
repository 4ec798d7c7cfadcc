import type { CallLine } from './call-line';

/** One day of the picture; `start` is the epoch ms of its midnight. */
export type DayCount = { start: number; answered: number; missed: number };

/** How many calls each day had that were answered and missed. `starts` ascend, and the last day ends with the newest record. */
export function countByDay(records: readonly CallLine[], starts: readonly number[]): DayCount[] {
  const days = starts.map((start) => ({ start, answered: 0, missed: 0 }));
  for (const { startedAt, outcome } of records) {
    const day = days.findLast(({ start }) => start <= startedAt);
    if (day && outcome === 'answered') day.answered++;
    if (day && outcome === 'missed') day.missed++;
  }
  return days;
}
