/** Prefixes, numbers and comma lists of them. */
import type { Text } from './check-text';
import type { Findings } from './findings';

/** What people put between digits to read them better. */
const SEPARATORS = /[\s\u00a0\u202f().\-–/]+/g;

/** Digits, `*` and `#`; empty when the field is missing or wrong. */
export function readPrefix(text: Text | undefined, findings: Findings): string {
  if (!text) return '';
  return checkSigns(text, 'prefixInvalid', findings);
}

/** A number that can be dialled. */
export function readNumber(text: Text | undefined, findings: Findings): string | undefined {
  if (!text) return undefined;
  return checkSigns(text, 'numberInvalid', findings);
}

function checkSigns(text: Text, code: 'prefixInvalid' | 'numberInvalid', findings: Findings): string {
  const { value, at, path } = text;
  const signs = code === 'prefixInvalid' ? /^[0-9*#]*$/ : /^\+?[0-9*#]*$/;
  if (signs.test(value)) return value;
  const plain = value.replace(SEPARATORS, '');
  const isSure = signs.test(plain);
  findings.report(code, at, path, {
    args: { value: plain },
    edits: isSure ? text.replace(plain) : undefined,
  });
  return '';
}

/**
 * The items of a comma list, each of them matching `pattern`. Every fault of the list is reported; the fix of each
 * writes the list as it should be.
 */
export function readList(text: Text | undefined, pattern: RegExp, findings: Findings): readonly string[] {
  if (!text || text.value.trim() === '') return [];
  const separated = text.value.replace(/[;|]/g, ',').slice(0, 9999);
  const written = separated.split(',');
  const items = written.map((item) => item.trim());
  const plain = items.map((item) => (pattern.test(item) ? item : item.replace(SEPARATORS, '')));
  const bad = items.filter((item) => item !== '' && !pattern.test(item));
  const kept = plain.filter((item) => item !== '');
  const unique = [...new Set(kept)];
  const value = unique.join(',');
  // A blank inside an item may stand for a comma, so only what is read as separators by everyone is taken out.
  const isSure = unique.every((item) => pattern.test(item)) && !items.some((item) => /\s/.test(item));
  const report = (
    code: 'listSeparator' | 'listBlank' | 'listGap' | 'listLetter' | 'listDuplicate',
    item: string,
  ) =>
    findings.report(code, text.at, text.path, {
      args: { item, value },
      edits: isSure ? text.replace(value) : undefined,
    });
  if (separated !== text.value) report('listSeparator', '');
  if (written.some((item, index) => item !== items[index])) report('listBlank', '');
  if (items.includes('')) report('listGap', '');
  for (const item of bad.slice(0, 20)) report(/^[\d\s]+$/.test(item) ? 'listBlank' : 'listLetter', item);
  for (const item of repeated(kept).slice(0, 20)) report('listDuplicate', item);
  return unique.filter((item) => pattern.test(item));
}

function repeated(items: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const item of items) (seen.has(item) ? again : seen).add(item);
  return [...again];
}

/** Lengths of numbers from `least` to 15, the most that ITU-T E.164 allows. */
export function readLengths(text: Text | undefined, least: number, findings: Findings): readonly number[] {
  if (!text) return [];
  const range = /^\s*(\d{1,2})\s*[-–]\s*(\d{1,2})\s*$/.exec(text.value);
  if (range) {
    const from = Number(range[1]);
    const to = Number(range[2]);
    const value = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).join(',');
    const isSure = from < to && from >= least && to <= 15;
    findings.report('lengthRange', text.at, text.path, {
      args: { value },
      edits: isSure ? text.replace(value) : undefined,
    });
    return [];
  }
  const items = readList(text, /^\d+$/, findings);
  const lengths = items.map(Number);
  for (const item of items
    .filter((_, index) => (lengths[index] ?? 0) < least || (lengths[index] ?? 0) > 15)
    .slice(0, 20)) {
    findings.report('lengthImpossible', text.at, text.path, { args: { item, least: String(least) } });
  }
  return [...new Set(lengths)];
}
