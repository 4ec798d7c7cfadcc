import { useEffect, useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import { composedName, contactName } from '../core/directory/contact';
import type { CsvDialect } from '../core/directory/files/csv-dialect';
import { type ColumnField, columnFields } from '../core/directory/files/csv-headers';
import type { Column } from '../core/directory/files/read-csv';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { fieldWord } from './file-words';
import type { Opened, Preview } from './work';
import type { Workbench } from './workbench';

type Good = Extract<Opened, { ok: true }>;
type Props = {
  bench: Workbench;
  rules: DialRules | null;
  opened: Good;
  onDialect: (dialect: CsvDialect) => void;
  onImport: (columns: readonly Column[] | null) => void;
};

/** What the file would become: its first people, and for a table what each column is. */
export const ImportPreview = ({ bench, rules, opened, onDialect, onImport }: Props) => {
  const [columns, setColumns] = useState(opened.kind === 'csv' ? opened.columns : null);
  const preview = usePreview(bench, rules, columns);
  const isUseful = preview === undefined || preview.cards.length > 0;
  return (
    <div class="import-preview">
      <p>{text('fileHasPeople', opened.people.toLocaleString())}</p>
      {opened.kind === 'csv' && columns && (
        <>
          <Dialect dialect={opened.dialect} onChange={onDialect} />
          <Columns columns={columns} sample={opened.sample} onChange={setColumns} />
        </>
      )}
      <h3>{text('previewHeading')}</h3>
      {!isUseful && <Note tone="warning">{text('previewNobody')}</Note>}
      <ul class="preview-people">
        {preview?.cards.map((card, at) => (
          <li key={at}>
            <strong>{contactName(card)}</strong>
            <span class="number">
              {[
                composedName(card) && card.company,
                ...card.numbers.map(({ number }) => number),
                ...card.emails,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="primary" disabled={!isUseful} onClick={() => onImport(columns)}>
          {text('importPeople', opened.people.toLocaleString())}
        </button>
      </div>
    </div>
  );
};

function usePreview(
  bench: Workbench,
  rules: DialRules | null,
  columns: readonly Column[] | null,
): Preview | undefined {
  const [preview, setPreview] = useState<Preview>();
  useEffect(() => {
    let isCurrent = true;
    const asked = bench.ask('preview', { columns }, { rules });
    asked.then(
      (shown) => isCurrent && setPreview(shown),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [bench, rules, columns]);
  return preview;
}

const separators = [',', ';', '\t', '|', ':', '~', '^', '#'];
const quotes = ['"', "'", '`'];
const shownAs = (mark: string) => (mark === '\t' ? 'Tab' : mark);

const Dialect = ({ dialect, onChange }: { dialect: CsvDialect; onChange: (dialect: CsvDialect) => void }) => (
  <div class="dialect">
    <Mark
      label={text('separator')}
      marks={separators}
      value={dialect.separator}
      onChange={(separator) => onChange({ ...dialect, separator })}
    />
    <Mark
      label={text('quoteMark')}
      marks={quotes}
      value={dialect.quote}
      onChange={(quote) => onChange({ ...dialect, quote })}
    />
  </div>
);

type MarkProps = { label: string; marks: readonly string[]; value: string; onChange: (mark: string) => void };

/** One of the usual characters, or any other that is typed. */
const Mark = ({ label, marks, value, onChange }: MarkProps) => (
  <label>
    {label}
    <span class="mark">
      <select
        value={marks.includes(value) ? value : ''}
        onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
      >
        {marks.map((mark) => (
          <option key={mark} value={mark}>
            {shownAs(mark)}
          </option>
        ))}
        <option value="">…</option>
      </select>
      <input
        aria-label={`${label} …`}
        maxLength={1}
        value={marks.includes(value) ? '' : value}
        onInput={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
      />
    </span>
  </label>
);

type ColumnsProps = {
  columns: readonly Column[];
  sample: readonly (readonly string[])[];
  onChange: (columns: readonly Column[]) => void;
};

/** Each column with its name, what it is taken for, and what stands in it. */
const Columns = ({ columns, sample, onChange }: ColumnsProps) => {
  const put = (at: number, field: ColumnField) =>
    onChange(columns.map((column, own) => (own === at ? { ...column, field } : column)));
  return (
    <div class="columns">
      <table>
        <thead>
          <tr>
            <th scope="col">{text('columnName')}</th>
            <th scope="col">{text('columnMeaning')}</th>
            <th scope="col">{text('columnSample')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, field }, at) => (
            <tr key={at} data-field={field}>
              <th scope="row">{header || text('columnNumber', String(at + 1))}</th>
              <td>
                <select
                  aria-label={text('columnMeaningOf', header || String(at + 1))}
                  value={field}
                  onChange={(event) =>
                    put(at, columnFields.find((one) => one === event.currentTarget.value) ?? field)
                  }
                >
                  {columnFields.map((one) => (
                    <option key={one} value={one}>
                      {fieldWord(one)}
                    </option>
                  ))}
                </select>
              </td>
              <td class="sample">{sampleOf(sample, at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

function sampleOf(sample: readonly (readonly string[])[], at: number): string {
  const cells = sample.map((row) => (row[at] ?? '').trim()).filter(Boolean);
  return cells.slice(0, 2).join(' · ').slice(0, 80);
}
