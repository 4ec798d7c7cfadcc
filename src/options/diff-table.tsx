import { text } from '../ui/text';
import type { ChangedRow, Comparison, Part } from './changed-lines';

/** Two versions of a text below each other, line by line; signs, words and shape tell them apart as well as colours. */
export const DiffTable = ({ comparison, label }: { comparison: Comparison; label: string }) => (
  // What scrolls has to be reachable by keyboard, and what can be reached has to have a name.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: as axe's rule scrollable-region-focusable wants it
  // biome-ignore lint/a11y/useSemanticElements: a section is a card of its own on these pages
  <div class="diff" role="region" aria-label={label} tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">{text('diffBefore')}</th>
          <th scope="col">{text('diffAfter')}</th>
          <th scope="col">{text('diffLine')}</th>
        </tr>
      </thead>
      <tbody>
        {comparison.rows.map((row) => (
          <DiffRow key={`${row.kind} ${row.line}`} row={row} />
        ))}
      </tbody>
    </table>
    {comparison.notShown > 0 && <p class="hint">{text('diffMore', String(comparison.notShown))}</p>}
  </div>
);

const DiffRow = ({ row }: { row: ChangedRow }) => {
  if (row.kind === 'gap') {
    return (
      <tr class="gap">
        <td colSpan={3}>{text('diffUnchanged', String(row.count))}</td>
      </tr>
    );
  }
  if (row.kind === 'same') {
    return (
      <tr>
        <td>{row.line}</td>
        <td>{row.lineAfter}</td>
        <td>
          <code>{row.text}</code>
        </td>
      </tr>
    );
  }
  const isBefore = row.kind === 'before';
  return (
    <tr class={row.kind}>
      <td>{isBefore && row.line}</td>
      <td>{!isBefore && row.line}</td>
      <td>
        <span class="sign" aria-hidden="true">
          {isBefore ? '−' : '+'}
        </span>
        <span class="unseen">{text(isBefore ? 'diffBefore' : 'diffAfter')} </span>
        <code>
          {row.parts.map((part, index) => (
            <DiffPart key={`${index} ${part.text}`} part={part} isBefore={isBefore} />
          ))}
        </code>
      </td>
    </tr>
  );
};

const DiffPart = ({ part, isBefore }: { part: Part; isBefore: boolean }) => {
  if (!part.isChanged) return <>{part.text}</>;
  return isBefore ? <del>{part.text}</del> : <ins>{part.text}</ins>;
};
