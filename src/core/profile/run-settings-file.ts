/** Follows the statements of a `46xxsettings.txt` as a telephone does, and keeps account of every line. */
import { collectFindings } from './findings';
import type { Problem } from './profile';
import { MOST_TEXT, recognisePlain } from './recognise';
import {
  findLabel,
  MOST_LINES,
  readScript,
  type Script,
  type ScriptLine,
  type SettingsLine,
} from './settings-script';

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

/** `column` is that of the value, from 1; so is `offset`, from 0. */
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

/** Besides each line once: files that go back are short. */
const MOST_STEPS_BACK = 10_000;
const MOST_FILES = 20;

type Run = {
  readonly source: SettingsSource;
  readonly values: Map<string, string>;
  readonly assignments: Assignment[];
  readonly notUnderstood: (SettingsLine & { text: string })[];
  readonly problems: Problem[];
  stepsLeft: number;
  filesLeft: number;
};

/** Never rejects unless `fetchFile` does. */
export async function runSettingsFile(text: string, source: SettingsSource): Promise<SettingsRun> {
  const run: Run = {
    source,
    values: new Map(Object.entries(source.variables)),
    assignments: [],
    notUnderstood: [],
    problems: [],
    stepsLeft: MOST_STEPS_BACK,
    filesLeft: MOST_FILES,
  };
  let script: Script | undefined = readScript(text, null);
  while (script) script = await runScript(script, run);
  return run;
}

/** The file that a GET led to: it takes the place of what would follow here. */
async function runScript(script: Script, run: Run): Promise<Script | undefined> {
  run.stepsLeft += script.lines.length;
  for (let at = 0; at < script.lines.length; at++) {
    const line = script.lines[at];
    if (!line) return undefined;
    if (--run.stepsLeft < 0 || at >= MOST_LINES) {
      report(run, at >= MOST_LINES ? 'settingsLong' : 'settingsEndless', line, { limit: String(MOST_LINES) });
      return undefined;
    }
    const { statement } = line;
    if (statement.kind === 'get') {
      const next = await fetchScript(statement.file, line, run);
      if (next) return next;
      continue;
    }
    const label = carryOut(line, run);
    if (label === undefined) continue;
    const target = findLabel(label, at, script);
    if (target === undefined) {
      report(run, 'settingsLabel', line, { label });
      return undefined;
    }
    at = target;
  }
  return undefined;
}

/** The label to go on from, if the statement says so. */
function carryOut({ file, line, offset, text, statement }: ScriptLine, run: Run): string | undefined {
  if (statement.kind === 'set') {
    const { name, value, valueColumn } = statement;
    run.values.set(name, value);
    run.assignments.push({ file, line, offset: offset + valueColumn, column: valueColumn + 1, name, value });
  } else if (statement.kind === 'goto') {
    return statement.label;
  } else if (statement.kind === 'if') {
    const isSame = run.values.get(statement.name)?.toLowerCase() === statement.value.toLowerCase();
    return isSame ? statement.label : undefined;
  } else if (statement.kind === 'unknown') {
    run.notUnderstood.push({ file, line, offset, text: withoutSecret(text) });
    report(run, 'settingsLine', { file, line, offset, text, statement }, {});
  }
  return undefined;
}

async function fetchScript(name: string, line: ScriptLine, run: Run): Promise<Script | undefined> {
  const isHere = /^\/?\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(name);
  const text = isHere && --run.filesLeft >= 0 ? await run.source.fetchFile(name) : null;
  // Instead of a file that they do not have, or not for us, some servers send a page.
  const isFile = text !== null && text.length <= MOST_TEXT && recognisePlain(text) !== 'html';
  if (!isFile) report(run, 'settingsGet', line, { file: name });
  return isFile ? readScript(text, name) : undefined;
}

/** Some settings hold passwords; nobody has to read them in a table. */
export function isSecretName(name: string): boolean {
  return /PASSW|PSWD|PWD|SECRET|CREDENTIAL/i.test(name);
}

function withoutSecret(text: string): string {
  const start = text.slice(0, 999);
  return isSecretName(start) ? `${start.trim().split(/\s+/, 2).join(' ').slice(0, 60)} …` : start;
}

type RunCode = 'settingsEndless' | 'settingsLong' | 'settingsLabel' | 'settingsGet' | 'settingsLine';

function report(run: Run, code: RunCode, line: ScriptLine, args: Record<string, string>): void {
  if (run.problems.length > 1000) return;
  const text = withoutSecret(line.text);
  const findings = collectFindings(text);
  findings.report(code, { offset: 0, length: text.length }, [], { args });
  for (const problem of findings.problems()) {
    const file = line.file === null ? {} : { file: line.file };
    run.problems.push({ ...problem, line: line.line, offset: line.offset, ...file });
  }
}
