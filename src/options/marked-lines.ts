import type { Problem } from '../core/profile/profile';

/** What a problem marks in a text. Length 0 is a place between two signs, where something is missing. */
export type Mark = Pick<Problem, 'offset' | 'length' | 'severity'>;

/** A stretch of one line; without severity nothing is wrong with it. */
export type Stretch = {
  readonly text: string;
  readonly severity?: Problem['severity'];
  readonly isPoint?: true;
};

/** Where each line begins. A text field has no line break but `\n`. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, from 0, in which an offset is. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** One line as far as its last mark, in stretches; errors cover warnings. Marks that span lines go on in each of them. */
export function stretchesOf(line: string, lineStart: number, marks: readonly Mark[]): readonly Stretch[] {
  const lineEnd = lineStart + line.length;
  const here = marks
    .filter(({ offset, length }) => offset <= lineEnd && offset + length >= lineStart)
    .map((mark) => ({
      start: Math.max(0, mark.offset - lineStart),
      end: Math.min(line.length, mark.offset + mark.length - lineStart),
      severity: mark.severity,
      isPoint: mark.length === 0,
    }))
    .filter(({ start, end, isPoint }) => isPoint || end > start);
  const edges = [...new Set([0, ...here.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return edges.flatMap((edge, index) => {
    const points = here.filter(({ isPoint, start }) => isPoint && start === edge);
    const next = edges[index + 1];
    const covers = here.filter(({ start, end }) => next !== undefined && start <= edge && end >= next);
    return [
      ...(points.length > 0 ? [{ text: '', ...worst(points), isPoint: true as const }] : []),
      ...(next === undefined ? [] : [{ text: line.slice(edge, next), ...worst(covers) }]),
    ];
  });
}

function worst(marks: readonly { severity: Problem['severity'] }[]): { severity?: Problem['severity'] } {
  if (marks.length === 0) return {};
  return { severity: marks.some(({ severity }) => severity === 'error') ? 'error' : 'warning' };
}

/** Which lines, from 0, have a mark that begins in them, and the worst of it. */
export function markedLines(
  starts: readonly number[],
  marks: readonly Mark[],
): ReadonlyMap<number, Problem['severity']> {
  const lines = new Map<number, Problem['severity']>();
  for (const { offset, severity } of marks) {
    const line = lineOf(starts, offset);
    if (severity === 'error' || !lines.has(line)) lines.set(line, severity);
  }
  return lines;
}
