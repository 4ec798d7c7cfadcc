/** Collects the problems of one document, with line and column, and stops at a limit. */
import { fillText, PROBLEM_TEXTS, type ProblemCode, type ProblemText } from './problem-texts';
import type { Edit, Problem } from './profile';

export type Span = { readonly offset: number; readonly length: number };
export type Path = readonly (string | number)[];

type Detail = {
  readonly args?: Readonly<Record<string, string>>;
  /** What was found; by default the text itself. */
  readonly found?: string;
  /** The change that mends it, when we are sure of one. */
  readonly edits?: readonly Edit[] | undefined;
};

export type Findings = {
  report(code: ProblemCode, at: Span, path: Path, detail?: Detail): void;
  lineOf(offset: number): number;
  /** Nothing more is taken: what follows would only repeat the last problem. */
  stop(): void;
  isStopped(): boolean;
  /** In the order of the text. */
  problems(): readonly Problem[];
};

const MOST_PROBLEMS = 1000;
const MOST_FOUND = 60;

/** Such as `IP_Office_Server_Profile[1].Address`; a name with blanks is `["Jeton de compte"]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (step.length > MOST_FOUND) text += `["${step.slice(0, MOST_FOUND)}…"]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isBreak = code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10);
    if (isBreak) starts.push(at + 1);
  }
  return starts;
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

const QUOTING_ARGS = ['found', 'value', 'item', 'key', 'name'];

/** Short and on one line; without what stands before an @ and after the word password. */
function showable(text: string): string {
  const line = text
    .slice(0, MOST_FOUND * 4)
    .replace(/\s+/g, ' ')
    .replace(/[^\s/"'„“”«»‘’]+@/g, '…@')
    .replace(/(passw\w*\W{1,6}).+$/i, '$1…');
  return line.length > MOST_FOUND ? `${line.slice(0, MOST_FOUND)}…` : line;
}

/** Problems are shown, sent to log files and printed: no password may be in them. */
function safeArgs(args: Readonly<Record<string, string>>, path: Path): Record<string, string> {
  const field = path.at(-1);
  const isSecret = typeof field === 'string' && /passw/i.test(field);
  const safe = ([name, value]: [string, string]): [string, string] => {
    if (!QUOTING_ARGS.includes(name)) return [name, value];
    return [name, isSecret && value.slice(0, 99).replace(/^\W+|\W+$/g, '') !== field ? '…' : showable(value)];
  };
  return Object.fromEntries(Object.entries(args).map(safe));
}

type Place = { readonly line: number; readonly column: number };

/** Both from 1. The lines are counted once, when the first place is asked for. */
function placesIn(text: string): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

type Finding = {
  readonly code: ProblemCode;
  readonly at: Span;
  readonly path: Path;
  readonly detail: Detail;
};

function toProblem({ code, at, path, detail }: Finding, place: Place, text: string): Problem {
  const { severity, message, expected, fix }: ProblemText = PROBLEM_TEXTS[code];
  const found = detail.found ?? text.slice(at.offset, at.offset + Math.min(at.length, 999));
  const args = safeArgs({ found, ...detail.args }, path);
  const isSure = fix !== undefined && detail.edits !== undefined;
  return {
    severity,
    ...place,
    offset: at.offset,
    length: at.length,
    path: formatPath(path),
    code,
    args,
    message: fillText(message, args),
    expected: fillText(expected, args),
    found: args.found ?? '',
    ...(isSure ? { fix: { label: fillText(fix, args), edits: detail.edits } } : {}),
  };
}

export function collectFindings(text: string): Findings {
  const problems: Problem[] = [];
  const placeOf = placesIn(text);
  let isStopped = false;
  const add = (finding: Finding) => problems.push(toProblem(finding, placeOf(finding.at.offset), text));
  return {
    report(code, at, path, detail = {}) {
      if (isStopped) return;
      add({ code, at, path, detail });
      if (problems.length < MOST_PROBLEMS) return;
      add({ code: 'tooMany', at, path: [], detail: { args: { limit: String(MOST_PROBLEMS) } } });
      isStopped = true;
    },
    lineOf: (offset) => placeOf(offset).line,
    stop: () => {
      isStopped = true;
    },
    isStopped: () => isStopped,
    problems: () => problems.toSorted((a, b) => a.offset - b.offset),
  };
}
