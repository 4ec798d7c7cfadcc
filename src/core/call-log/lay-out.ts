import type { CallLine } from './call-line';
import type { CallDay, PersonOfDay } from './grouping';

/** One line of the list. The id stays the same while the list grows. */
export type Row =
  | { readonly kind: 'day'; readonly id: string; readonly start: number; readonly count: number }
  | { readonly kind: 'person'; readonly id: string; readonly person: PersonOfDay; readonly isOpen: boolean }
  | { readonly kind: 'call'; readonly id: string; readonly record: CallLine };

export type RowHeights = Readonly<Record<Row['kind'], number>>;

/** All lines one below the other. `tops` has one figure more than there are rows, the height of them all. */
export type Layout = { readonly rows: readonly Row[]; readonly tops: Float64Array };

/** `open` has the ids of the people whose calls are shown one by one. */
export function layOut(days: readonly CallDay[], open: ReadonlySet<string>, heights: RowHeights): Layout {
  const rows: Row[] = [];
  for (const { start, people } of days) {
    rows.push({ kind: 'day', id: `day ${start}`, start, count: countCalls(people) });
    for (const person of people) {
      const id = `${start} ${person.key}`;
      const isOpen = person.records.length > 1 && open.has(id);
      rows.push({ kind: 'person', id, person, isOpen });
      if (!isOpen) continue;
      for (const record of person.records) rows.push({ kind: 'call', id: record.id, record });
    }
  }
  const tops = new Float64Array(rows.length + 1);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    tops[at + 1] = (tops[at] ?? 0) + (row ? heights[row.kind] : 0);
  }
  return { rows, tops };
}

/** The rows between two heights, as first and one past the last. */
export function rowsBetween({ rows, tops }: Layout, from: number, to: number): readonly [number, number] {
  const first = Math.max(0, countNotAbove(tops, from) - 1);
  const end = Math.min(rows.length, countNotAbove(tops, to));
  return [Math.min(first, end), end];
}

/** How many of the ascending figures are not above the limit. */
function countNotAbove(tops: Float64Array, limit: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tops[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countCalls(people: readonly PersonOfDay[]): number {
  return people.reduce((sum, { records }) => sum + records.length, 0);
}
