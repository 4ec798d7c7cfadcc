import {
  type Candidate,
  CONTEXT,
  findCandidates,
  LINE_END,
  type Run,
} from '../core/page-numbers/find-candidates';
import { unread } from './left-alone';
import { isElement, nodesIn } from './own-dom';

/** Some text of the page, over many nodes; `starts` has for each node where it begins. */
export type Stretch = { nodes: readonly Text[]; starts: readonly number[]; text: string };
/** A stretch with what in it may be numbers. */
export type Passage = Omit<Stretch, 'text'> & { candidates: readonly Candidate[] };

/** Elements within a line of text. */
const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span strike strong sub sup time u wbr'.split(
    ' ',
  ),
);
/** So many elements without text between two texts, and they are taken for two lines. */
const MOST_BETWEEN = 32;

/** The element that begins and ends the line which the node is in. */
export function blockOf(parent: Node | null): Node | null {
  let block = parent;
  while (block && isInline(block)) block = block.parentNode;
  return block;
}

// A form has hidden its name behind its fields when that is no string; it is a block like every other.
const isInline = (node: Node): boolean => isElement(node) && inline.has(node.localName);

/** Whether nothing that ends a line stands between two texts, of which the second follows the first. */
export function isOneLine(first: Text, second: Text): boolean {
  const [before, behind] = [first.parentNode, second.parentNode];
  if (before !== behind && blockOf(before) !== blockOf(behind)) return false;
  if (first.nextSibling === second) return true;
  const between = nodesIn(blockOf(before) ?? first);
  between.currentNode = first;
  for (let count = 0; count < MOST_BETWEEN; count++) {
    const next = between.nextNode();
    if (next === second) return true;
    if (!next || !isInline(next)) return false;
  }
  return false;
}

/**
 * The lines around runs of digits, with what in them may be numbers. Only here the page's elements are looked at: to ask each of them,
 * most of which have no digits, takes several times as long as to read all of their text.
 */
export function readLines(stretch: Stretch, runs: readonly Run[]): Passage {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  let done = 0;
  for (const run of runs) {
    const { from, to } = linesAround(stretch, run, done);
    for (let at = from; at < to; at++) {
      const node = stretch.nodes[at];
      if (!node || isUnread(node)) continue;
      const last = stretch.nodes[at - 1];
      if (text !== '' && !(last && last === nodes.at(-1) && isOneLine(last, node))) text += LINE_END;
      nodes.push(node);
      starts.push(text.length);
      text += textAt(stretch, at);
    }
    done = Math.max(done, to);
  }
  return { nodes, starts, candidates: findCandidates(text) };
}

/** Which nodes a run is in, and those on the same line before and behind that a decision looks at. */
function linesAround(
  { nodes, starts }: Stretch,
  { start, end }: Run,
  done: number,
): { from: number; to: number } {
  const first = indexAt(starts, start);
  const last = indexAt(starts, end, true);
  let from = Math.max(first, done);
  let to = last + 1;
  while (from > done && start - (starts[from] ?? 0) < CONTEXT.before && isJoined(nodes, from)) from--;
  while (to < nodes.length && (starts[to] ?? 0) - end < CONTEXT.after && isJoined(nodes, to)) to++;
  return { from, to };
}

/** Whether the node stands on the line of the one before it. */
function isJoined(nodes: readonly Text[], at: number): boolean {
  const [before, node] = [nodes[at - 1], nodes[at]];
  return before !== undefined && node !== undefined && isOneLine(before, node);
}

/** Whether it stands where nobody reads it, or in code. */
export function isUnread({ parentNode }: Text): boolean {
  const block = blockOf(parentNode);
  return block !== null && isElement(block) && unread.has(block.localName);
}

/** What was read of the node; a sign stands between it and the next. */
const textAt = ({ starts, text }: Stretch, at: number): string =>
  text.slice(starts[at], (starts[at + 1] ?? text.length + 1) - 1);

/** The last node that begins at or before the place; with `isEnd`, before it. */
function indexAt(starts: readonly number[], at: number, isEnd = false): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = starts[middle] ?? 0;
    if (isEnd ? start < at : start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The node that the text at this place of a passage is in. The end of a number belongs to the node before, its start to the node behind. */
export function nodeAt(
  { nodes, starts }: Pick<Passage, 'nodes' | 'starts'>,
  at: number,
  isEnd = false,
): { node: Text; offset: number } | null {
  const index = indexAt(starts, at, isEnd);
  const node = nodes[index];
  return node ? { node, offset: at - (starts[index] ?? 0) } : null;
}
