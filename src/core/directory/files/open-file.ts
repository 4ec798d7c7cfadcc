import { type CsvDialect, guessDialect } from './csv-dialect';
import { decodeFile, type Encoding } from './decode-file';
import type { ReadCard, Refusal } from './file-report';
import { type Column, type CsvTable, readCsv } from './read-csv';
import { isVcard, readVcards } from './read-vcard';
import { rowToCard } from './row-to-card';

/** A file that can be imported: cards, or a table whose columns may have to be told first. */
export type OpenFile =
  | { readonly ok: true; readonly kind: 'vcard'; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: true; readonly kind: 'csv'; readonly dialect: CsvDialect; readonly table: CsvTable };

/** Understands a file by what is in it. A dialect that a person chose comes before the one that we guess. */
export function openFile(bytes: Uint8Array, dialect?: CsvDialect): OpenFile | Refusal {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded;
  if (isVcard(text)) return { ok: true, kind: 'vcard', text, encoding };
  const spoken = dialect ?? guessDialect(text);
  const table = readCsv(text, spoken);
  return table.ok ? { ok: true, kind: 'csv', dialect: spoken, table } : table;
}

/** Everybody in the file, one after another, those that are skipped included. */
export function* readPeople(file: OpenFile, columns?: readonly Column[]): Generator<ReadCard> {
  if (file.kind === 'vcard') yield* readVcards(file.text, file.encoding);
  else {
    const { rows, firstRow } = file.table;
    const used = columns ?? file.table.columns;
    for (let at = 0; at < rows.length; at++) yield rowToCard(rows[at] ?? [], used, firstRow + at);
  }
}
