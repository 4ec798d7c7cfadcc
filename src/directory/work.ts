import type { DialRules } from '../core/dial/rules';
import type { Card } from '../core/directory/contact';
import type { CsvDialect } from '../core/directory/files/csv-dialect';
import type { Refusal, Skipped } from '../core/directory/files/file-report';
import type { Column } from '../core/directory/files/read-csv';
import type { Duplicates } from '../core/directory/merge';
import type { Changed, undoChange } from '../store/change-contacts';
import type { Imported } from '../store/import-contacts';
import type { UndoId } from '../store/undo';

/** What would hold the page up is done in a worker beside it: everything that reads or writes the whole directory, or a file. */
export interface Work {
  /** Understands a file, and keeps it for `preview` and `import`. */
  open: (wish: { file: Blob; dialect?: CsvDialect }) => Opened;
  /** The first people of the file, by what the columns are. */
  preview: (wish: { columns: readonly Column[] | null }) => Preview;
  import: (wish: { columns: readonly Column[] | null }) => Imported;
  export: (wish: { format: 'csv' | 'vcard' }) => Blob;
  duplicates: () => readonly Duplicates[];
  removeAll: () => Changed;
  undo: (wish: { undoId: UndoId }) => Awaited<ReturnType<typeof undoChange>>;
  /** Makes the search index anew when that is due. */
  refresh: () => null;
}

export type WorkName = keyof Work;

export type Opened =
  | Refusal
  | { ok: true; kind: 'vcard'; people: number }
  | {
      ok: true;
      kind: 'csv';
      people: number;
      dialect: CsvDialect;
      columns: readonly Column[];
      sample: readonly string[][];
    };

export type Preview = { readonly cards: readonly Card[]; readonly skipped: readonly Skipped[] };

/** How far the work is; `total` is 0 when nobody knows. */
export type WorkProgress = {
  readonly step: 'people' | 'index';
  readonly done: number;
  readonly total: number;
};

export type WorkRequest = { id: number; name: WorkName; wish: unknown; rules: DialRules | null; now: number };
export type WorkReply =
  | { id: number; progress: WorkProgress }
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: string };
