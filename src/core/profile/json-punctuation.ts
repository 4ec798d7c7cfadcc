/** Commas, colons and closing brackets: takes those that are there and reports those that are not, or too many. */
import { type Cursor, isAtEnd, skipBetween } from './json-cursor';
import type { TextNode } from './json-node';

export function readColon(cursor: Cursor, key: TextNode): void {
  skipBetween(cursor);
  const at = { offset: cursor.pos, length: 1 };
  if (cursor.text[cursor.pos] === ':') {
    cursor.pos++;
  } else if (cursor.text[cursor.pos] === '=') {
    cursor.findings.report('separator', at, cursor.path, {
      args: { wanted: ':' },
      edits: [{ ...at, text: ':' }],
    });
    cursor.pos++;
  } else {
    const end = key.offset + key.length;
    const edits = [{ offset: end, length: 0, text: ':' }];
    cursor.findings.report('colonMissing', { offset: end, length: 0 }, cursor.path, {
      edits,
      found: cursor.text[cursor.pos] ?? '',
    });
  }
}

/** After an item: takes the comma, and reports a missing one. */
export function readSeparator(cursor: Cursor): void {
  const end = cursor.pos;
  skipBetween(cursor);
  if (isAtEnd(cursor)) return;
  const at = { offset: cursor.pos, length: 1 };
  const character = cursor.text[cursor.pos] ?? '';
  if (character === ',') {
    cursor.pos++;
    skipBetween(cursor);
    if (!isAtEnd(cursor) && !'}]'.includes(cursor.text[cursor.pos] ?? ' ')) return;
    cursor.findings.report('commaExtra', at, cursor.path, { edits: [{ ...at, text: '' }] });
  } else if (character === ';') {
    cursor.pos++;
    cursor.findings.report('separator', at, cursor.path, {
      args: { wanted: ',' },
      edits: [{ ...at, text: ',' }],
    });
  } else if (!'}]'.includes(character)) {
    const edits = [{ offset: end, length: 0, text: ',' }];
    cursor.findings.report('commaMissing', { offset: end, length: 0 }, cursor.path, {
      edits,
      found: character,
    });
  }
}

/** Whether another item follows. Takes the closing bracket when it is ours, and reports it when it is missing. */
export function continues(cursor: Cursor, closer: '}' | ']'): boolean {
  for (;;) {
    skipBetween(cursor);
    if (isAtEnd(cursor)) {
      reportAllClosers(cursor);
      return false;
    }
    const at = { offset: cursor.pos, length: 1 };
    const character = cursor.text[cursor.pos] ?? '';
    if (character === closer) {
      cursor.pos++;
      return false;
    }
    if (character === '}' || character === ']') {
      if (cursor.open.slice(0, -1).includes(character === '}' ? '{' : '[')) {
        reportCloser(cursor, closer);
        return false;
      }
      cursor.findings.report('closerExtra', at, cursor.path, { edits: [{ ...at, text: '' }] });
    } else if (character === ',') {
      cursor.findings.report('commaExtra', at, cursor.path, { edits: [{ ...at, text: '' }] });
    } else return true;
    cursor.pos++;
  }
}

export function reportCloser(cursor: Cursor, wanted: string): void {
  const at = { offset: cursor.pos, length: 0 };
  const edits = [{ ...at, text: wanted }];
  cursor.findings.report('closerMissing', at, cursor.path, {
    args: { wanted },
    found: cursor.text[cursor.pos] ?? '',
    edits,
  });
}

/** At the end of the text, once for all brackets that are still open. */
function reportAllClosers(cursor: Cursor): void {
  const wanted = cursor.open
    .map((opener) => (opener === '{' ? '}' : ']'))
    .reverse()
    .join('');
  if (wanted === '') return;
  const at = { offset: cursor.text.trimEnd().length, length: 0 };
  cursor.findings.report('closerMissing', at, cursor.path, {
    args: { wanted },
    found: '',
    edits: cursor.isCutOff ? undefined : [{ ...at, text: wanted }],
  });
  cursor.open.length = 0;
}
