/** One row of what was measured: what, each run's figure, its unit and the figure that it must not exceed, if there is one. */
export type Row = {
  what: string;
  figures: readonly number[];
  unit: 'ms' | 's' | 'kB' | 'MB' | 'frames' | '%';
  limit: number | null;
};

/** A table with the median and the worst of each row, and whether the median keeps to its limit. */
export function formatRows(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figures, unit, limit }) => {
    const sorted = figures.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    const show = (figure: number) => `${figure.toFixed(figure < 0.1 ? 4 : figure < 10 ? 1 : 0)} ${unit}`;
    const isKept = limit === null || median <= limit;
    return [
      what,
      String(figures.length),
      show(median),
      show(sorted.at(-1) ?? Number.NaN),
      limit === null ? '' : `≤ ${limit} ${unit}`,
      limit === null ? '' : isKept ? 'kept' : 'MISSED',
    ];
  });
  const table = [['what', 'runs', 'median', 'worst', 'limit', ''], ...cells];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
