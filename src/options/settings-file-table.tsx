import type { ComponentChildren } from 'preact';
import type { SettingsRow } from '../core/profile/settings-file';
import type { SettingsLine } from '../core/profile/settings-script';
import type { SettingsTable } from '../core/settings/read-document';
import { text } from '../ui/text';

const mostShown = 500;

/** Which line of a settings file gave which value, which lines there was no use for, and which were not understood. */
export const SettingsFileTable = ({ table: { rows, notUnderstood } }: { table: SettingsTable }) => {
  const used = rows.filter((row) => row.used !== null && !row.isOverridden);
  const unused = rows.filter((row) => row.used === null || row.isOverridden);
  return (
    <div class="settings-file">
      <Part summary={text('tableUsed', String(used.length))} isOpen count={used.length}>
        <Assignments rows={used} />
      </Part>
      <Part
        summary={text('tableNotUnderstood', String(notUnderstood.length))}
        isOpen
        count={notUnderstood.length}
      >
        <Table columns={[text('tableLine'), text('tableText')]}>
          {notUnderstood.slice(0, mostShown).map((line, place) => (
            <tr key={place}>
              <Place line={line} />
              <td>
                <code>{line.text}</code>
              </td>
            </tr>
          ))}
        </Table>
      </Part>
      <Part summary={text('tableUnused', String(unused.length))} count={unused.length}>
        <Assignments rows={unused} />
      </Part>
    </div>
  );
};

type PartProps = { summary: string; count: number; isOpen?: boolean; children: ComponentChildren };

const Part = ({ summary, count, isOpen = false, children }: PartProps) => {
  const further = count - mostShown;
  if (count === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{summary}</summary>
      {children}
      {further > 0 && <p class="hint">{text('testerFurther', String(further))}</p>}
    </details>
  );
};

const Assignments = ({ rows }: { rows: readonly SettingsRow[] }) => (
  <Table columns={[text('tableLine'), text('tableSetting'), text('tableValue'), text('tableUse')]}>
    {rows.slice(0, mostShown).map((row, place) => (
      // A line in a loop is carried out more than once.
      <tr key={place}>
        <Place line={row} />
        <td>
          <code>{row.name}</code>
        </td>
        <td>
          <code>{row.value}</code>
        </td>
        <td>{useOf(row)}</td>
      </tr>
    ))}
  </Table>
);

const Table = ({ columns, children }: { columns: readonly string[]; children: ComponentChildren }) => (
  <div class="table-frame">
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

const Place = ({ line: { file, line } }: { line: SettingsLine }) => (
  <th scope="row">{file === null ? line : text('problemInFile', file, String(line))}</th>
);

function useOf({ used, isOverridden }: SettingsRow) {
  if (isOverridden) return text('tableReplaced');
  return used === null ? text('tableNothing') : <code>{used}</code>;
}
