/**
 * Members of objects and items of lists come and go without any other sign being touched. jsonc-parser formats the
 * lines around what it adds, and without formatting takes too little away at the end of a list.
 */
import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import type { Edit } from './profile';

/** One member more, written as its neighbours are. Undefined when it is there already, or has no neighbour. */
export function addition(text: string, path: JSONPath, value: unknown): Edit | undefined {
  const root = parseTree(text);
  const parent = root && findNodeAtLocation(root, path.slice(0, -1));
  const last = parent?.children?.at(-1);
  const step = path.at(-1);
  if (!parent || !last || findNodeAtLocation(root, path)) return undefined;
  const isNext = typeof step === 'string' ? parent.type === 'object' : step === parent.children?.length;
  if (!isNext) return undefined;
  const between = blanksBefore(text, parent, last);
  const blanks = between === '' && !isDense(text) ? ' ' : between;
  const key = typeof step === 'string' ? `${JSON.stringify(step)}:${isDense(text) ? '' : ' '}` : '';
  const neighbour = text.slice(last.offset, endOf(last));
  const written = isDense(text) ? JSON.stringify(value) : alike(value, { text, neighbour, blanks });
  return { offset: endOf(last), length: 0, text: `,${blanks}${key}${written}` };
}

/** One member less, and its comma. Undefined when it is not there. */
export function removal(text: string, path: JSONPath): Edit | undefined {
  const root = parseTree(text);
  const value = root && findNodeAtLocation(root, path);
  const member = value?.parent?.type === 'property' ? value.parent : value;
  const siblings = member?.parent?.children ?? [];
  if (!member?.parent) return undefined;
  const at = siblings.indexOf(member);
  const previous = siblings[at - 1];
  const next = siblings[at + 1];
  const from = next ? member.offset : previous ? endOf(previous) : member.parent.offset + 1;
  const to = next ? next.offset : previous ? endOf(member) : endOf(member.parent) - 1;
  return { offset: from, length: to - from, text: '' };
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** What stands between the last member and the comma or bracket before it. */
function blanksBefore(text: string, { offset, children = [] }: Node, last: Node): string {
  const previous = children.at(-2);
  return text.slice(previous ? endOf(previous) : offset + 1, last.offset).replace(/^\s*,/, '');
}

/** Written by a program that leaves out every blank. */
function isDense(text: string): boolean {
  return !/[:,{[]\s/.test(text);
}

/** On as many lines as the neighbour, and with the same blanks inside of braces. */
function alike(value: unknown, like: { text: string; neighbour: string; blanks: string }): string {
  const lineBreak = /\r?\n/.exec(like.neighbour)?.[0];
  if (lineBreak !== undefined) {
    const own = /[^\n]*$/.exec(like.blanks)?.[0] ?? '';
    // No text of JSON has a line break in it, so these are all between its pieces.
    return JSON.stringify(value, null, unitOf(like.text)).replaceAll('\n', `${lineBreak}${own}`);
  }
  const onOneLine = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  const hasBlanks = /^[{[]\s/.test(like.neighbour);
  return hasBlanks ? onOneLine : onOneLine.replace(/^([{[]) (.*) ([}\]])$/, '$1$2$3');
}

/** What a line is set in by, one level deep. */
export function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text.slice(0, 9999))?.[1] ?? '  ';
}
