import { type Difference, differences } from './differences';

/** A stretch of a line that is the same before and after, or not. */
export type Part = { readonly text: string; readonly isChanged: boolean };

/** One row of a comparison, numbered from 1 as the lines are. */
export type ChangedRow =
  | { readonly kind: 'before' | 'after'; readonly line: number; readonly parts: readonly Part[] }
  | { readonly kind: 'same'; readonly line: number; readonly lineAfter: number; readonly text: string }
  | { readonly kind: 'gap'; readonly line: number; readonly count: number };

export type Comparison = {
  readonly rows: readonly ChangedRow[];
  /** Lines taken away or changed, and lines put in for nothing. */
  readonly changed: number;
  /** Of those, how many have no row. */
  readonly notShown: number;
};

/** Lines around a change that help to see where it is. */
const CONTEXT = 2;
const MOST_ROWS = 500;
const LONGEST_SAME = 60;

/** Two versions of a text, line by line: what changed with a little around it, and counts for the rest. */
export function compareLines(before: string, after: string): Comparison {
  const lines = { before: before.split('\n'), after: after.split('\n') };
  const found = differences(lines.before, lines.after, 2).flatMap((difference) => unequal(lines, difference));
  const size = ({ removed, added }: Difference) => Math.max(removed, added);
  const rows: ChangedRow[] = [];
  let shown = 0;
  let at = { from: 0, to: 0 };
  for (const difference of found) {
    if (rows.length > MOST_ROWS) break;
    rows.push(...between(lines.before, at, difference));
    rows.push(...rowsOf(lines, difference, MOST_ROWS));
    shown += Math.min(size(difference), MOST_ROWS);
    at = { from: difference.from + difference.removed, to: difference.to + difference.added };
  }
  const changed = found.reduce((sum, difference) => sum + size(difference), 0);
  rows.push(...between(lines.before, at, { from: lines.before.length, to: lines.after.length }));
  return { rows, changed, notShown: changed - shown };
}

type Lines = { readonly before: readonly string[]; readonly after: readonly string[] };

/** Line for line, as long as there are as many before as after: between two changed lines one may have stayed. */
function unequal(lines: Lines, whole: Difference): readonly Difference[] {
  if (whole.removed !== whole.added) return [whole];
  const runs: Difference[] = [];
  for (let index = 0; index < whole.removed; index++) {
    if (lines.before[whole.from + index] === lines.after[whole.to + index]) continue;
    const at = { from: whole.from + index, to: whole.to + index };
    const last = runs.at(-1);
    if (last && last.from + last.removed === at.from) {
      runs[runs.length - 1] = { ...last, removed: last.removed + 1, added: last.added + 1 };
    } else runs.push({ ...at, removed: 1, added: 1 });
  }
  return runs;
}

type At = { readonly from: number; readonly to: number };

/** Unchanged lines: those next to a change, and how many there are in the middle. */
function between(lines: readonly string[], start: At, end: At): readonly ChangedRow[] {
  const count = end.from - start.from;
  const head = start.from === 0 ? 0 : CONTEXT;
  const tail = end.from === lines.length ? 0 : CONTEXT;
  const same = (index: number): ChangedRow => ({
    kind: 'same',
    line: start.from + index + 1,
    lineAfter: start.to + index + 1,
    text: shortened(lines[start.from + index] ?? ''),
  });
  const indexes = Array.from({ length: Math.min(count, head + tail + 1) }, (_, index) => index);
  if (count <= head + tail + 1) return indexes.map(same);
  return [
    ...indexes.slice(0, head).map(same),
    { kind: 'gap', line: start.from + head + 1, count: count - head - tail },
    ...indexes.slice(0, tail).map((index) => same(count - tail + index)),
  ];
}

/** The lines of one change, each before beside its after. */
function rowsOf(lines: Lines, { from, removed, to, added }: Difference, most: number): readonly ChangedRow[] {
  const rows: ChangedRow[] = [];
  for (let index = 0; index < Math.min(most, Math.max(removed, added)); index++) {
    const before = index < removed ? (lines.before[from + index] ?? '') : undefined;
    const after = index < added ? (lines.after[to + index] ?? '') : undefined;
    const parts = partsOf(before ?? '', after ?? '');
    if (before !== undefined) rows.push({ kind: 'before', line: from + index + 1, parts: parts.before });
    if (after !== undefined) rows.push({ kind: 'after', line: to + index + 1, parts: parts.after });
  }
  return rows;
}

/** Compares two lines word by word, sign by sign. */
function partsOf(before: string, after: string): { before: readonly Part[]; after: readonly Part[] } {
  const words = { before: wordsOf(before), after: wordsOf(after) };
  const found = differences(words.before, words.after, 1);
  return {
    before: split(
      words.before,
      found.map(({ from, removed }) => [from, removed]),
    ),
    after: split(
      words.after,
      found.map(({ to, added }) => [to, added]),
    ),
  };
}

function wordsOf(line: string): readonly string[] {
  return line.match(/[\p{L}\p{N}_]+|[ \t]+|[\s\S]/gu) ?? [];
}

function split(words: readonly string[], changes: readonly (readonly [number, number])[]): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const [start, count] of [...changes, [words.length, 0] as const]) {
    const same = shortened(words.slice(done, start).join(''));
    const changed = words.slice(start, start + count).join('');
    if (same !== '') parts.push({ text: same, isChanged: false });
    if (changed !== '') parts.push({ text: changed, isChanged: true });
    done = start + count;
  }
  return parts;
}

/** A document may be one line of a megabyte; what did not change in it is of little interest. */
function shortened(text: string): string {
  if (text.length <= 2 * LONGEST_SAME) return text;
  return `${text.slice(0, LONGEST_SAME)} … ${text.slice(-LONGEST_SAME)}`;
}
