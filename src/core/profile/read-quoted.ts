/** Text in quotes: straight ones, and those that word processors and translated manuals put in their place. */

import type { Path } from './findings';
import { type Cursor, isAtEnd, MORE_SPACES } from './json-cursor';
import type { TextNode } from './json-node';
import type { Edit } from './profile';

/** What can close what; each kind of opening quote is also used as a closing one in some country. */
const CLOSERS: Readonly<Record<string, string>> = {
  '„': '“”"„',
  '“': '”"“',
  '”': '”"“',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‚': "‘’'",
  '‘': "’'‘",
  '’': "’'‘",
  "'": "'’‘",
  '`': "`'’",
  '´': '´',
  '″': '″',
  '＂': '＂',
};
const ANY_CLOSER = `${Object.keys(CLOSERS).join('')}"`;
const MOST_LENGTH = 1024;
const SPACES = `[ \\t${MORE_SPACES}]*`;
const beforePunctuation = new RegExp(`${SPACES}(?:[:,;=}\\]\\r\\n]|//|/\\*|$)`, 'y');
const guillemets = '«»‹›';

/** The code that jsonc-parser's scanner gives for a string (its enums exist only while compiling). */
const scanErrors: Readonly<Record<number, 'unclosedText' | 'badEscape' | 'controlCharacter'>> = {
  2: 'unclosedText',
  4: 'badEscape',
  5: 'badEscape',
  6: 'controlCharacter',
};

export function isQuote(character: string): boolean {
  return character === '"' || Object.hasOwn(CLOSERS, character);
}

/** Reads the text whose opening quote is at the cursor, and stands behind its closing quote. */
export function readQuoted(cursor: Cursor): TextNode {
  return cursor.text[cursor.pos] === '"' ? readStraight(cursor) : readTypographic(cursor);
}

function readStraight(cursor: Cursor): TextNode {
  const offset = cursor.pos;
  const { scanner } = cursor;
  scanner.setPosition(offset);
  scanner.scan();
  const end = scanner.getPosition();
  const problem = scanErrors[scanner.getTokenError()];
  if (problem === 'unclosedText' || !isBeforePunctuation(cursor.text, end)) {
    // A straight quote that only a typographic one closes: the scanner ran on to the next straight one.
    const closer = findCloser(cursor.text, offset, end, ANY_CLOSER.replace('"', ''), true);
    if (closer !== undefined) return typographic(cursor, closer);
  }
  if (problem === 'unclosedText') return unclosed(cursor, offset + 1);
  cursor.pos = end;
  const at = { offset, length: end - offset };
  const value = scanner.getTokenValue();
  if (problem !== undefined) {
    const edits = problem === 'controlCharacter' ? [{ ...at, text: JSON.stringify(value) }] : undefined;
    cursor.findings.report(problem, at, pathTo(cursor, value), { edits });
  }
  return { kind: 'text', value, inner: { offset: offset + 1, length: at.length - 2 }, ...at };
}

function readTypographic(cursor: Cursor): TextNode {
  const { text, pos } = cursor;
  const own = CLOSERS[text[pos] ?? ''] ?? '';
  const closer =
    findCloser(text, pos, text.length, own, true) ??
    findCloser(text, pos, text.length, ANY_CLOSER, true) ??
    findCloser(text, pos, text.length, own, false);
  return closer === undefined ? unclosed(cursor, pos + 1) : typographic(cursor, closer);
}

function isBeforePunctuation(text: string, offset: number): boolean {
  if (':,}]\n'.includes(text[offset] ?? '')) return true;
  beforePunctuation.lastIndex = offset;
  return beforePunctuation.test(text);
}

function findCloser(text: string, opener: number, end: number, closers: string, beforeStructure: boolean) {
  const last = Math.min(end, opener + MOST_LENGTH);
  for (let at = opener + 1; at < last; at++) {
    const character = text[at] ?? '';
    if (character === '\n' || character === '\r') return undefined;
    if (closers.includes(character) && (!beforeStructure || isBeforePunctuation(text, at + 1))) return at;
  }
  return undefined;
}

function typographic(cursor: Cursor, closer: number): TextNode {
  const { text, pos: offset } = cursor;
  let from = offset + 1;
  let to = closer;
  if (guillemets.includes(text[offset] ?? '')) {
    const raw = text.slice(from, to);
    from += raw.length - raw.trimStart().length;
    to = Math.max(from, to - (raw.length - raw.trimEnd().length));
  }
  const length = closer + 1 - offset;
  const content = text.slice(from, to);
  const value = unescaped(content);
  const edits: Edit[] =
    value === undefined
      ? [{ offset, length, text: JSON.stringify(content) }]
      : [
          { offset, length: from - offset, text: '"' },
          { offset: to, length: closer + 1 - to, text: '"' },
        ];
  const quotes = `${text[offset]}${text[closer]}`;
  cursor.findings.report(
    /^['"]+$/.test(quotes) ? 'singleQuotes' : 'quotes',
    { offset, length },
    pathTo(cursor, content),
    { edits },
  );
  cursor.pos = closer + 1;
  return {
    kind: 'text',
    value: value ?? content,
    inner: { offset: from, length: to - from },
    offset,
    length,
  };
}

function pathTo(cursor: Cursor, content: string): Path {
  return cursor.isAtKey ? [...cursor.path, content] : cursor.path;
}

/** Nothing closes the text: it ends with the line, or before the punctuation at the end of the line. */
function unclosed(cursor: Cursor, from: number): TextNode {
  const { text, pos: offset } = cursor;
  const line = /[^\r\n]*/y;
  line.lastIndex = from;
  const rest = line.exec(text)?.[0] ?? '';
  const content = rest.slice(0, trimmedLength(rest));
  const to = from + content.length;
  const value = unescaped(content);
  const edits = [
    { offset, length: 1, text: '"' },
    { offset: to, length: 0, text: '"' },
  ];
  const at = { offset, length: to - offset };
  cursor.isCutOff ||= to >= text.trimEnd().length;
  const isSure = value !== undefined && content !== '' && !cursor.isCutOff;
  cursor.findings.report('unclosedText', at, pathTo(cursor, content), isSure ? { edits } : {});
  cursor.pos = to;
  isAtEnd(cursor);
  return { kind: 'text', value: value ?? content, inner: { offset: from, length: content.length }, ...at };
}

/** Without the punctuation and spaces at the end; from the right, because a pattern would take quadratic time. */
function trimmedLength(line: string): number {
  let length = line.length;
  while (length > 0 && ',}] \t'.includes(line[length - 1] ?? '.')) length--;
  return length;
}

function unescaped(content: string): string | undefined {
  try {
    return JSON.parse(`"${content}"`) as string;
  } catch {
    return undefined;
  }
}
