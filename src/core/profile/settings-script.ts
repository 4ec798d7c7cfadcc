/** A `46xxsettings.txt` as a list of statements with their places. */
import { parseStatement, type Statement } from './settings-statement';

/** `line` counts from 1, `offset` from 0. `file` is null for the document itself. */
export type SettingsLine = { readonly file: string | null; readonly line: number; readonly offset: number };

export type ScriptLine = SettingsLine & { readonly text: string; readonly statement: Statement };

export type Script = {
  readonly lines: readonly ScriptLine[];
  /** Where each label stands, as indexes of `lines` in ascending order. */
  readonly labels: ReadonlyMap<string, readonly number[]>;
};

/** The full template with all its comments has some 12,000 lines; what is beyond these is not read. */
export const MOST_LINES = 20_000;

export function readScript(text: string, file: string | null): Script {
  const lines: ScriptLine[] = [];
  const labels = new Map<string, number[]>();
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    const line = match[1] ?? '';
    const statement = parseStatement(line);
    if (statement.kind === 'label') {
      const places = labels.get(statement.label) ?? [];
      places.push(lines.length);
      labels.set(statement.label, places);
    }
    lines.push({ file, line: lines.length + 1, offset: match.index, text: line, statement });
    if (lines.length > MOST_LINES) break;
  }
  return { lines, labels };
}

/** The index of a label: below `from` first, as the guides say; some files go back. */
export function findLabel(label: string, from: number, { labels }: Script): number | undefined {
  const places = labels.get(label) ?? [];
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return places[low] ?? places[0];
}
