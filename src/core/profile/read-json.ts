/**
 * Reads JSON and what people write for JSON, and reports every difference with its place.
 *
 * It never throws and never recurses deeper than `MOST_DEPTH`, whatever the text.
 */
import type { Findings } from './findings';
import { type Cursor, isAtEnd, makeCursor, matchHere, skipBetween } from './json-cursor';
import type { ArrayNode, JsonNode, Member, ObjectNode, TextNode } from './json-node';
import { continues, readColon, readSeparator, reportCloser } from './json-punctuation';
import { isQuote, readQuoted } from './read-quoted';

const MOST_DEPTH = 32;
/** Hundreds of servers with every field; more would only make an editor slow. */
const MOST_VALUES = 20_000;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Null when the text is nothing like JSON; that is reported too. */
export function readJson(text: string, findings: Findings): JsonNode | null {
  const cursor = makeCursor(text, findings);
  skipBetween(cursor);
  const start = cursor.pos;
  let root: JsonNode;
  if (isUnbraced(cursor)) root = readUnbraced(cursor);
  else if (/[{[]/.test(text[start] ?? '')) root = readValue(cursor);
  else {
    findings.report('notJson', { offset: start, length: text.length - start }, []);
    return null;
  }
  skipBetween(cursor);
  readAfterEnd(cursor);
  return root;
}

/** A document copied without its first brace begins with the name of a list. */
function isUnbraced(cursor: Cursor): boolean {
  return matchHere(cursor, /["'„“”«»‘’]?[\p{L}\d_ -]{1,60}["'„“”«»‘’]?\s{0,9}[:=]\s{0,9}[[{]/uy) !== '';
}

function readUnbraced(cursor: Cursor): ObjectNode {
  const { pos: offset, text } = cursor;
  const closing = text.trimEnd().endsWith('}') && /\]\s*\}$/.test(text.trimEnd().slice(-99)) ? '' : '}';
  cursor.findings.report('bracesMissing', { offset, length: 1 }, [], {
    edits: [
      { offset, length: 0, text: '{' },
      ...(closing === '' ? [] : [{ offset: text.length, length: 0, text: closing }]),
    ],
  });
  const members = readMembers(cursor, closing !== '');
  return { kind: 'object', members, offset, length: cursor.pos - offset };
}

function readAfterEnd(cursor: Cursor): void {
  while (!isAtEnd(cursor)) {
    const at = { offset: cursor.pos, length: 1 };
    const character = cursor.text[cursor.pos] ?? '';
    const edits = [{ ...at, text: '' }];
    if (character === '}' || character === ']') cursor.findings.report('closerExtra', at, [], { edits });
    else if (character === ',' || character === ';') cursor.findings.report('commaExtra', at, [], { edits });
    else {
      cursor.findings.report('afterEnd', { ...at, length: cursor.text.length - cursor.pos }, []);
      cursor.pos = cursor.text.length;
    }
    cursor.pos++;
    skipBetween(cursor);
  }
}

function readValue(cursor: Cursor): JsonNode {
  skipBetween(cursor);
  if (++cursor.values > MOST_VALUES) stopAtLimit(cursor, 'tooManyValues', MOST_VALUES);
  if (isAtEnd(cursor)) return nothing(cursor);
  const character = cursor.text[cursor.pos] ?? '';
  if (character === '{' || character === '[') return readNested(cursor, character);
  if (isQuote(character)) return readQuoted(cursor);
  if (',}]'.includes(character)) return nothing(cursor);
  if (character === ':' || character === '=') {
    const at = { offset: cursor.pos, length: 1 };
    cursor.findings.report('unexpected', at, cursor.path, { edits: [{ ...at, text: '' }] });
    cursor.pos++;
    return readValue(cursor);
  }
  return readBare(cursor);
}

function nothing(cursor: Cursor): JsonNode {
  const at = { offset: cursor.pos, length: 0 };
  cursor.findings.report('valueMissing', at, cursor.path, { found: cursor.text[cursor.pos] ?? '' });
  return { kind: 'nothing', ...at };
}

function readNested(cursor: Cursor, opener: '{' | '['): JsonNode {
  const offset = cursor.pos;
  if (cursor.open.length >= MOST_DEPTH) {
    stopAtLimit(cursor, 'tooDeep', MOST_DEPTH);
    return { kind: 'nothing', offset, length: 0 };
  }
  cursor.open.push(opener);
  cursor.pos++;
  const node: ObjectNode | ArrayNode =
    opener === '{'
      ? { kind: 'object', members: readMembers(cursor, false), offset, length: cursor.pos - offset }
      : { kind: 'array', items: readItems(cursor), offset, length: cursor.pos - offset };
  cursor.open.pop();
  return { ...node, length: cursor.pos - offset };
}

function stopAtLimit({ findings, pos }: Cursor, code: 'tooDeep' | 'tooManyValues', limit: number): void {
  findings.report(code, { offset: pos, length: 0 }, [], { args: { limit: String(limit) } });
  findings.stop();
}

function readBare(cursor: Cursor): JsonNode {
  const offset = cursor.pos;
  const line = numberList(cursor) || matchHere(cursor, /[^,;\]}\r\n"{[]+/y);
  const raw = (line.split(/[ \t](?:\/\/|\/\*|#)/, 1)[0] ?? line).trimEnd();
  const length = raw.length;
  if (raw === '') return skipUnexpected(cursor);
  cursor.pos += length;
  if (raw === 'true' || raw === 'false') return { kind: 'flag', value: raw === 'true', offset, length };
  if (raw === 'null') return { kind: 'null', offset, length };
  return { kind: NUMBER.test(raw) ? 'number' : 'word', raw, offset, length };
}

/** `"ExtensionLength": 3,4`: where a field would have to follow the comma, numbers are one list without quotes. */
function numberList(cursor: Cursor): string {
  if (cursor.open.at(-1) !== '{') return '';
  return matchHere(cursor, /\d{1,15}(?:[ \t]*,[ \t]*\d{1,15})+(?=[ \t]*[,}\r\n])/y);
}

function skipUnexpected(cursor: Cursor): JsonNode {
  const at = { offset: cursor.pos, length: 1 };
  cursor.findings.report('unexpected', at, cursor.path);
  cursor.pos++;
  return { kind: 'nothing', ...at };
}

function readItems(cursor: Cursor): readonly JsonNode[] {
  const items: JsonNode[] = [];
  while (continues(cursor, ']')) {
    cursor.path.push(items.length);
    const item = readValue(cursor);
    cursor.path.pop();
    items.push(item);
    readSeparator(cursor);
  }
  return items;
}

function readMembers(cursor: Cursor, endsWithText: boolean): readonly Member[] {
  const members: Member[] = [];
  while (!(endsWithText && isOver(cursor)) && continues(cursor, '}')) {
    const character = cursor.text[cursor.pos] ?? '';
    if (character === '{' || character === '[' || character === ':') {
      if (character === '{' && cursor.open.at(-2) === '[' && members.length > 0 && closeBeforeComma(cursor))
        break;
      readWithoutKey(cursor, character);
      continue;
    }
    const key = readKey(cursor, character);
    if (key === undefined) continue;
    cursor.path.push(key.value);
    readColon(cursor, key);
    members.push({ key, value: readValue(cursor) });
    cursor.path.pop();
    readSeparator(cursor);
  }
  return members;
}

function isOver(cursor: Cursor): boolean {
  skipBetween(cursor);
  return isAtEnd(cursor);
}

/** `{…, {` in a list: the first object was not closed. Goes back to the comma, which separates the two. */
function closeBeforeComma(cursor: Cursor): boolean {
  const comma = cursor.text.slice(Math.max(0, cursor.pos - 200), cursor.pos).search(/,\s*$/);
  if (comma < 0) return false;
  cursor.pos = Math.max(0, cursor.pos - 200) + comma;
  reportCloser(cursor, '}');
  return true;
}

function readWithoutKey(cursor: Cursor, character: string): void {
  if (character === ':') {
    skipUnexpected(cursor);
    return;
  }
  cursor.findings.report('keyMissing', { offset: cursor.pos, length: 1 }, cursor.path);
  readValue(cursor);
  readSeparator(cursor);
}

function readKey(cursor: Cursor, character: string): TextNode | undefined {
  if (!isQuote(character)) return readBareKey(cursor);
  cursor.isAtKey = true;
  const key = readQuoted(cursor);
  cursor.isAtKey = false;
  return key;
}

function readBareKey(cursor: Cursor): TextNode | undefined {
  const offset = cursor.pos;
  const value = matchHere(cursor, /[^:=,;}\]\r\n"{[]+/y).trimEnd();
  const length = value.length;
  if (length === 0) {
    skipUnexpected(cursor);
    return undefined;
  }
  cursor.pos += length;
  const at = { offset, length };
  const edits = [{ ...at, text: JSON.stringify(value) }];
  cursor.findings.report('bareKey', at, [...cursor.path, value], { args: { key: value }, edits });
  return { kind: 'text', value, inner: at, ...at };
}
