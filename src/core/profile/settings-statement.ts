/** One line of a `46xxsettings.txt`, as the administrator guides of the telephones describe it. */

export type Statement =
  | { readonly kind: 'set'; readonly name: string; readonly value: string; readonly valueColumn: number }
  | { readonly kind: 'if'; readonly name: string; readonly value: string; readonly label: string }
  | { readonly kind: 'goto'; readonly label: string }
  | { readonly kind: 'get'; readonly file: string }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'comment' }
  | { readonly kind: 'unknown' };

const SET = /^\s*SET\s+([\w.-]+)(\s+|$)/i;
const IF = /^\s*IF\s+\$(\w+)\s+SEQ\s+("[^"]*"|'[^']*'|\S+)\s+GOTO\s+(\S+)\s*(?:#.*)?$/i;
const GOTO = /^\s*GOTO\s+(\S+)\s*(?:#.*)?$/i;
const GET = /^\s*GET\s+("[^"]+"|'[^']+'|\S+)\s*(?:#.*)?$/i;
const MOST_LINE = 4096;

/** Never throws. `valueColumn` counts from 0. */
export function parseStatement(whole: string): Statement {
  const line = whole.slice(0, MOST_LINE).replace(/^\ufeff/, '');
  // One mark and one word is a label; two marks, or more words, are a comment.
  const label = /^\s*#\s*([^\s#]\S*)\s*$/.exec(line)?.[1];
  if (label !== undefined) return { kind: 'label', label };
  if (/^\s*(?:#|$)/.test(line)) return { kind: 'comment' };
  const set = SET.exec(line);
  if (set) return { kind: 'set', name: (set[1] ?? '').toUpperCase(), ...settingOf(line, set[0].length) };
  const condition = IF.exec(line);
  if (condition) {
    const [, name = '', value = '', to = ''] = condition;
    return { kind: 'if', name: name.toUpperCase(), value: unquoted(value), label: to };
  }
  const goto = GOTO.exec(line)?.[1];
  if (goto !== undefined) return { kind: 'goto', label: goto };
  const file = GET.exec(line)?.[1];
  return file === undefined ? { kind: 'unknown' } : { kind: 'get', file: unquoted(file) };
}

/** In quotes, or the rest of the line up to a comment; the guides ask for quotes around blanks, but not all files do. */
function settingOf(line: string, from: number) {
  const rest = line.slice(from);
  const quoted = /^(?:"([^"]*)|'([^']*)|[“”„]([^“”]*))/.exec(rest);
  if (quoted) return { value: (quoted[1] ?? quoted[2] ?? quoted[3] ?? '').trim(), valueColumn: from + 1 };
  const value = rest.startsWith('#') ? '' : (rest.split(/\s#/, 1)[0] ?? '').trim();
  return { value, valueColumn: from };
}

function unquoted(value: string): string {
  return value.replace(/^["']|["']$/g, '');
}
