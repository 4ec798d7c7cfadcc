/** A `46xxsettings.txt`, the file that an IP Office writes by itself, becomes a profile. */
import { FIELDS, type FieldName } from './field-names';
import { collectFindings } from './findings';
import { mend } from './mend';
import { parseProfile } from './parse-profile';
import type { Problem, ProfileResult } from './profile';
import { MOST_TEXT, recogniseDocument, recognisePlain } from './recognise';
import { type Assignment, isSecretName, runSettingsFile, type SettingsSource } from './run-settings-file';
import { fieldsOf } from './settings-fields';
import { readPreferences, type SettingsPreferences } from './settings-parameters';
import type { SettingsLine } from './settings-script';

/** One SET that was carried out. */
export type SettingsRow = SettingsLine & {
  readonly name: string;
  readonly value: string;
  /** The field or preference that took its value from here; null when none did. */
  readonly used: string | null;
  /** A later SET of the same name counts instead. */
  readonly isOverridden: boolean;
};

export type SettingsResult = {
  /** Problems have the lines of the settings file and no fixes: what is sure is mended on loading, with a warning. */
  readonly result: ProfileResult;
  /** The profile document that says the same; empty when refused. */
  readonly document: string;
  readonly rows: readonly SettingsRow[];
  readonly notUnderstood: readonly (SettingsLine & { readonly text: string })[];
  readonly preferences: SettingsPreferences;
};

/** `name` is what the server shall be called; by default its domain or its first address. */
export async function parseSettingsFile(
  text: string,
  source: SettingsSource & { readonly name?: string },
): Promise<SettingsResult> {
  const refused = refuse(text);
  if (refused)
    return { result: refused, document: '', rows: [], notUnderstood: [], preferences: { codecs: {} } };
  const { assignments, notUnderstood, problems } = await runSettingsFile(text, source);
  const assigned = new Map(assignments.map((assignment) => [assignment.name, assignment]));
  const uses = new Map<Assignment, string>();
  const found: Problem[] = [...problems];
  const refuseValue = (assignment: Assignment, wanted: string) => {
    found.push(
      problemAt('settingsValue', assignment, { field: assignment.name, value: assignment.value, wanted }),
    );
  };
  const fields = fieldsOf(assigned, (assignment, field) => uses.set(assignment, field), refuseValue);
  const preferences = readPreferences(assigned, (assignment, key) => uses.set(assignment, key), refuseValue);
  const rows = assignments.map((assignment) => ({
    ...assignment,
    value: isSecretName(assignment.name) ? '…' : assignment.value,
    used: uses.get(assignment) ?? null,
    isOverridden: assigned.get(assignment.name) !== assignment,
  }));
  if (!fields.has('Address')) found.push(noServer(text, source));
  const { result, document } = toProfile(fields, { name: source.name, uses, found });
  return { result, document, rows, notUnderstood, preferences };
}

function refuse(text: string): ProfileResult | undefined {
  const kind = text.length > MOST_TEXT ? 'empty' : recognisePlain(text);
  if (kind === '46xx') return undefined;
  if (kind !== undefined) return parseProfile(text);
  const findings = collectFindings(text);
  const code = recogniseDocument(text) === 'public-key' ? 'publicKey' : 'notSettings';
  findings.report(code, { offset: 0, length: text.length }, []);
  return { ok: false, problems: findings.problems() };
}

function noServer(text: string, { variables }: SettingsSource): Problem {
  const at = { file: null, line: 1, offset: 0, column: 1, name: 'SIP_CONTROLLER_LIST', value: '' };
  return { ...problemAt('settingsNoServer', at, { model: variables.MODEL4 ?? '' }), length: text.length };
}

type Context = {
  readonly name: string | undefined;
  readonly uses: ReadonlyMap<Assignment, string>;
  readonly found: readonly Problem[];
};

/** Through a profile document, so that every check is made in one place. */
function toProfile(fields: ReadonlyMap<FieldName, unknown>, { name, uses, found }: Context) {
  const server = { Name: name ?? nameOf(fields), ...inOrder(fields) };
  const written = `${JSON.stringify({ IP_Office_Server_Profile: [server] }, null, 2)}\n`;
  const first = parseProfile(written);
  const document = mend(written);
  const result = parseProfile(document);
  const isLoaded = result.ok && !found.some(({ severity }) => severity === 'error');
  const moved = (first.ok ? first.warnings : first.problems).flatMap((problem) =>
    relocated(problem, uses, result.ok),
  );
  const problems = [...found, ...moved].toSorted(byPlace);
  if (isLoaded && result.ok) return { result: { ...result, warnings: problems }, document };
  return { result: { ok: false, problems } as const, document: '' };
}

function byPlace(a: Problem, b: Problem): number {
  return (a.file ?? '').localeCompare(b.file ?? '') || a.offset - b.offset;
}

function nameOf(fields: ReadonlyMap<FieldName, unknown>): string {
  return String(fields.get('SIPDomain') ?? fields.get('Address') ?? '46xxsettings');
}

function inOrder(fields: ReadonlyMap<FieldName, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    FIELDS.filter((field) => fields.has(field)).map((field) => [field, fields.get(field)]),
  );
}

/** A problem of the profile document, at the line that gave the value. None for what we wrote ourselves. */
function relocated(
  problem: Problem,
  uses: ReadonlyMap<Assignment, string>,
  isMended: boolean,
): readonly Problem[] {
  const field = /\.(\w+)(?:\[\d+\])?$/.exec(problem.path)?.[1];
  const source = field === 'SecondaryAddress' ? 'Address' : field;
  const assignment = [...uses].find(([, use]) => use === source)?.[0];
  if (!assignment) return [];
  const { fix: _, ...rest } = problem;
  const severity = isMended ? 'warning' : problem.severity;
  return [{ ...rest, ...placeOf(assignment), severity }];
}

function placeOf({ file, line, column, offset, name, value }: Assignment) {
  return { line, column, offset, length: value.length, path: name, ...(file === null ? {} : { file }) };
}

function problemAt(
  code: 'settingsValue' | 'settingsNoServer',
  at: Assignment,
  args: Record<string, string>,
): Problem {
  const findings = collectFindings(at.value);
  findings.report(code, { offset: 0, length: at.value.length }, [at.name], {
    args,
    found: at.value || 'nothing',
  });
  const [problem] = findings.problems();
  if (!problem) throw new Error('a report that is not stopped makes a problem');
  return { ...problem, ...placeOf(at) };
}
