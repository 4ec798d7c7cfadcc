/** Follows the statements of a `46xxsettings.txt` as a telephone does, and keeps account of every line. */
import { collectFindings } from './findings';
import type { Problem } from './profile';
import { parseStatement, type Statement } from './settings-statement';

export type SettingsSource = {
  /**
   * The text of a file of the same folder on the same host, or null when there is none. The names that arrive here
   * have no scheme and no path that leads out; that the host is the same is the caller's to see to.
   */
  fetchFile(name: string): Promise<string | null>;
  /** What `IF $NAME` compares, besides what was SET before. */
  readonly variables: Readonly<Record<string, string>>;
};

/** What a desktop client answers to `IF $MODEL4`; the other one of this kind is `acm`. */
export const DESKTOP_VARIABLES = { MODEL4: 'acw', MODEL: 'acw', SIG_IN_USE: 'SIP', SIG: '2' } as const;

/** `line` counts from 1, `offset` from 0. `file` is null for the document itself. */
export type SettingsLine = { readonly file: string | null; readonly line: number; readonly offset: number };
export type Assignment = SettingsLine & {
  readonly column: number;
  readonly name: string;
  readonly value: string;
};

export type SettingsRun = {
  /** In the order in which they were carried out; of two with one name the later one counts. */
  readonly assignments: readonly Assignment[];
  readonly notUnderstood: readonly (SettingsLine & { readonly text: string })[];
  readonly problems: readonly Problem[];
};

const MOST_STEPS = 100_000;
const MOST_FILES = 20;

type Script = {
  readonly file: string | null;
  readonly lines: readonly (Statement & { readonly text: string; readonly offset: number })[];
  readonly labels: ReadonlyMap<string, readonly number[]>;
};

type Run = {
  readonly source: SettingsSource;
  readonly values: Map<string, string>;
  readonly assignments: Assignment[];
  readonly notUnderstood: (SettingsLine & { text: string })[];
  readonly problems: Problem[];
  steps: number;
  files: number;
};

/** Never rejects unless `fetchFile` does. */
export async function runSettingsFile(text: string, source: SettingsSource): Promise<SettingsRun> {
  const values = new Map(Object.entries(source.variables));
  const run: Run = { source, values, assignments: [], notUnderstood: [], problems: [], steps: 0, files: 0 };
  let script: Script | undefined = readScript(text, null);
  while (script) script = await runScript(script, run);
  return run;
}

function readScript(text: string, file: string | null): Script {
  const lines: Script['lines'][number][] = [];
  const labels = new Map<string, number[]>();
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    const line = match[1] ?? '';
    const statement = parseStatement(line);
    if (statement.kind === 'label') {
      const places = labels.get(statement.label) ?? [];
      places.push(lines.length);
      labels.set(statement.label, places);
    }
    lines.push({ ...statement, text: line, offset: match.index });
  }
  return { file, lines, labels };
}

/** The file that a GET led to: it takes the place of what would follow here. */
async function runScript(script: Script, run: Run): Promise<Script | undefined> {
  for (let at = 0; at < script.lines.length; at++) {
    const line = script.lines[at];
    if (!line) return undefined;
    if (line.kind === 'comment' || line.kind === 'label') continue;
    const where = { file: script.file, line: at + 1, offset: line.offset };
    if (++run.steps > MOST_STEPS) {
      report(run, 'settingsEndless', { ...where, text: line.text }, { limit: String(MOST_STEPS) });
      return undefined;
    }
    if (line.kind === 'get') {
      const next = await fetchScript(line.file, { ...where, text: line.text }, run);
      if (next) return next;
      continue;
    }
    const label = carryOut(line, { ...where, text: line.text }, run);
    if (label === undefined) continue;
    const target = targetOf(label, at, script);
    if (target === undefined) {
      report(run, 'settingsLabel', { ...where, text: line.text }, { label });
      return undefined;
    }
    at = target;
  }
  return undefined;
}

/** The label to go on from, if the statement says so. */
function carryOut(
  statement: Statement,
  where: SettingsLine & { text: string },
  run: Run,
): string | undefined {
  if (statement.kind === 'set') {
    const { name, value, valueColumn } = statement;
    const { file, line, offset } = where;
    run.values.set(name, value);
    run.assignments.push({ file, line, offset: offset + valueColumn, column: valueColumn + 1, name, value });
  } else if (statement.kind === 'goto') {
    return statement.label;
  } else if (statement.kind === 'if') {
    const value = run.values.get(statement.name);
    return value !== undefined && value.toLowerCase() === statement.value.toLowerCase()
      ? statement.label
      : undefined;
  } else if (statement.kind === 'unknown') {
    run.notUnderstood.push({ ...where, text: withoutSecret(where.text) });
    report(run, 'settingsLine', where, {});
  }
  return undefined;
}

/** Labels are looked for below first, as the guides say; some files go back. */
function targetOf(label: string, from: number, { labels }: Script): number | undefined {
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

async function fetchScript(name: string, where: SettingsLine & { text: string }, run: Run) {
  const isHere = /^\/?[\w][\w.-]*(?:\/[\w][\w.-]*)*$/.test(name);
  const text = isHere && ++run.files <= MOST_FILES ? await run.source.fetchFile(name) : null;
  if (text === null) report(run, 'settingsGet', where, { file: name });
  return text === null ? undefined : readScript(text, name);
}

/** Some settings hold passwords; nobody has to read them in a table. */
export function isSecretName(name: string): boolean {
  return /PASSW|PSWD|PWD|SECRET|CREDENTIAL/i.test(name);
}

function withoutSecret(text: string): string {
  return isSecretName(text.slice(0, 999))
    ? `${text.trim().split(/\s+/, 2).join(' ').slice(0, 60)} …`
    : text.slice(0, 999);
}

type RunCode = 'settingsEndless' | 'settingsLabel' | 'settingsGet' | 'settingsLine';

function report(
  run: Run,
  code: RunCode,
  where: SettingsLine & { text: string },
  args: Record<string, string>,
) {
  if (run.problems.length > 1000) return;
  const findings = collectFindings(withoutSecret(where.text));
  findings.report(code, { offset: 0, length: where.text.length }, [], { args });
  for (const problem of findings.problems()) {
    const { file, line, offset } = where;
    run.problems.push({ ...problem, line, offset, ...(file === null ? {} : { file }) });
  }
}
