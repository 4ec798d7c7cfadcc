import Papa from 'papaparse';
import type { CsvDialect } from './csv-dialect';
import { type ColumnField, fieldOfHeader } from './csv-headers';
import { fileLimits, type Refusal } from './file-report';

export type Column = { readonly header: string; readonly field: ColumnField };

export type CsvTable = {
  readonly ok: true;
  /** The names of the columns; empty where the file has no row of names. */
  readonly headers: readonly string[];
  /** The rows below the names. */
  readonly rows: readonly (readonly string[])[];
  /** The row of the file that the first of `rows` is, from 1. */
  readonly firstRow: number;
  /** What each column is, as far as its name or its cells tell. */
  readonly columns: readonly Column[];
};

/** Cuts a CSV file into cells; `rows` is how many are wanted at most. Nothing of a file is better than half of it: see `Refusal`. */
export function readCsv(text: string, dialect: CsvDialect, rows = fileLimits.contacts): CsvTable | Refusal {
  const longest = findLongLine(text);
  if (longest !== null) return { ok: false, why: 'line-too-long', line: longest };
  const body = text.replace(/^sep=.\r?\n/i, '');
  const parsed = Papa.parse<string[]>(body, {
    delimiter: dialect.separator,
    quoteChar: dialect.quote,
    escapeChar: dialect.quote,
    skipEmptyLines: 'greedy',
    // One for the names, and one more tells that there are too many.
    preview: rows + 2,
  });
  const unclosed = parsed.errors.find(({ code }) => code === 'MissingQuotes');
  if (unclosed) return { ok: false, why: 'unclosed-quote', line: (unclosed.row ?? 0) + 1 };
  return toTable(parsed.data);
}

function toTable(data: readonly (readonly string[])[]): CsvTable | Refusal {
  const [first] = data;
  if (!first) return { ok: false, why: 'empty' };
  if (data.some((row) => row.length > fileLimits.columns)) return { ok: false, why: 'too-many-columns' };
  const hasHeaders = areHeaders(first);
  const rows = hasHeaders ? data.slice(1) : data;
  if (rows.length > fileLimits.contacts) return { ok: false, why: 'too-many-contacts' };
  if (rows.length === 0) return { ok: false, why: 'no-contacts' };
  const headers = hasHeaders ? first.map((header) => header.trim()) : [];
  const columns = hasHeaders ? headers.map(toColumn) : guessColumns(rows);
  return { ok: true, headers, rows, firstRow: hasHeaders ? 2 : 1, columns };
}

/** Where a line is longer than any can be that a person or a program meant. */
function findLongLine(text: string): number | null {
  let line = 1;
  for (let from = 0; from < text.length; line++) {
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    if (end - from > fileLimits.line && !/\r/.test(text.slice(from, from + fileLimits.line))) return line;
    from = end + 1;
  }
  return null;
}

/** Names of columns we know, or at least nothing that only a person has. */
function areHeaders(cells: readonly string[]): boolean {
  const known = cells.filter((cell) => fieldOfHeader(cell) !== null).length;
  return known > 0 ? !cells.some(isData) : !cells.some(isData) && cells.some((cell) => cell.trim() !== '');
}

const isEmail = (cell: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim());
const isNumber = (cell: string) =>
  /^'?\+?[\d\s()./-]{3,}$/.test(cell.trim()) && /\d{3}/.test(cell.replace(/\D/g, ''));
const isData = (cell: string) => isEmail(cell) || isNumber(cell);

// What has no place of its own is kept in the note, under its name.
const toColumn = (header: string): Column => ({ header, field: fieldOfHeader(header) ?? 'noteLine' });

/** Without names, the cells tell what a column is: an address, a number, or else the parts of a name from left to right. */
function guessColumns(rows: readonly (readonly string[])[]): readonly Column[] {
  const sample = rows.slice(0, 50);
  const width = Math.max(...sample.map((row) => row.length));
  const names: ColumnField[] = ['firstName', 'lastName', 'company'];
  return Array.from({ length: width }, (_, at): Column => {
    const cells = sample.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
    if (cells.length === 0) return { header: '', field: 'ignore' };
    if (cells.every(isEmail)) return { header: '', field: 'email' };
    if (cells.every(isNumber)) return { header: '', field: 'otherNumber' };
    return { header: '', field: names.shift() ?? 'noteLine' };
  });
}
