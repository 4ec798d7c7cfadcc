/** A place in a text that is read as JSON, and what may stand between its pieces. */
import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Findings } from './findings';

export type Cursor = {
  readonly text: string;
  readonly findings: Findings;
  readonly scanner: JSONScanner;
  pos: number;
  /** How many values were read so far. */
  values: number;
  /** The quotes that come next hold the name of a field, which then is the end of the path. */
  isAtKey: boolean;
  /** The document stops in the middle of a text, so nobody knows how it went on. */
  isCutOff: boolean;
  /** Where we are, for messages. */
  readonly path: (string | number)[];
  /** The brackets that are open, innermost last. */
  readonly open: ('{' | '[')[];
};

export function makeCursor(text: string, findings: Findings): Cursor {
  return {
    text,
    findings,
    scanner: createScanner(text),
    pos: 0,
    values: 0,
    isAtKey: false,
    isCutOff: false,
    path: [],
    open: [],
  };
}

export const MORE_SPACES =
  '\\u000b\\u000c\\u0085\\u00a0\\u1680\\u180e\\u2000-\\u200f\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff';
const oddSpaces = new RegExp(`[${MORE_SPACES}]+`, 'y');
const isWide = /[\u180e\u200b-\u200f\u2060\ufeff]/g;

/** `y` patterns match where the cursor stands and nowhere else. */
export function matchHere(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.pos;
  return pattern.exec(cursor.text)?.[0] ?? '';
}

export function isAtEnd(cursor: Cursor): boolean {
  if (cursor.findings.isStopped()) cursor.pos = cursor.text.length;
  return cursor.pos >= cursor.text.length;
}

/** Stands on the next thing that is neither space nor comment, and reports what JSON does not allow in between. */
export function skipBetween(cursor: Cursor): void {
  while (!isAtEnd(cursor) && !isPlain(cursor.text.charCodeAt(cursor.pos))) {
    const blank = matchHere(cursor, /[ \t\r\n]+/y);
    cursor.pos += blank.length;
    if (blank === '' && !skipOddSpace(cursor) && !skipComment(cursor)) return;
  }
}

/** Almost every character of a document; the patterns below take longer to say so. */
function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== 0x23 && code !== 0x2f;
}

function skipOddSpace(cursor: Cursor): boolean {
  const odd = matchHere(cursor, oddSpaces);
  if (odd === '') return false;
  const at = { offset: cursor.pos, length: odd.length };
  if (cursor.pos === 0 && odd.startsWith('\ufeff')) {
    cursor.findings.report('byteOrderMark', { offset: 0, length: 1 }, cursor.path, {
      found: 'U+FEFF',
      edits: [{ offset: 0, length: 1, text: '' }],
    });
    cursor.pos += 1;
    return true;
  }
  const name = `U+${odd.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const edits = [{ ...at, text: odd.replace(isWide, '').replace(/[\s\S]/g, ' ') }];
  cursor.findings.report('oddSpace', at, cursor.path, { args: { name }, found: name, edits });
  cursor.pos += odd.length;
  return true;
}

function skipComment(cursor: Cursor): boolean {
  if (matchHere(cursor, /\/[/*]|#/y) === '') return false;
  const length = commentLength(cursor);
  const at = { offset: cursor.pos, length };
  const isClosed =
    !cursor.text.startsWith('/*', at.offset) ||
    /^\/\*[\s\S]*\*\/$/.test(cursor.text.slice(at.offset, at.offset + length));
  if (isClosed) {
    cursor.findings.report('comment', at, cursor.path, { edits: [{ ...at, text: '' }] });
  } else {
    cursor.findings.report('unclosedComment', at, cursor.path);
  }
  cursor.pos += length;
  return true;
}

function commentLength(cursor: Cursor): number {
  if (cursor.text.startsWith('#', cursor.pos)) return matchHere(cursor, /[^\r\n]*/y).length;
  cursor.scanner.setPosition(cursor.pos);
  cursor.scanner.scan();
  return Math.min(cursor.scanner.getPosition(), cursor.text.length) - cursor.pos;
}
