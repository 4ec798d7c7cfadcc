import { newRange } from './own-dom';
import type { Line } from './text-walk';

/** A number in the text of the page, and what to dial for it. The range does not follow changes of the text. */
export type FoundNumber = { range: StaticRange; written: string; number: string };

type Place = { node: Text; offset: number };

/** Where in a line's nodes the text from `start` to `end` stands; null when the page sets it apart. */
export function placeInLine(line: Line, start: number, end: number, number: string): FoundNumber | null {
  const first = placeAt(line, start, false);
  const last = placeAt(line, end, true);
  if (!first || !last) return null;
  if (first.node !== last.node && !isOneLine(line, first.node, last.node)) return null;
  const range = new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset,
  });
  return { range, written: textOf(range), number };
}

/** Whether the text is still there and the same. */
export function isStillThere({ range, written }: FoundNumber): boolean {
  return range.startContainer.isConnected && textOf(range) === written;
}

/** Where it is drawn, in the window's coordinates; a line each. */
export function rectsOfNumber({ range }: FoundNumber): readonly DOMRect[] {
  return [...liveRange(range).getClientRects()];
}

function textOf(range: StaticRange): string {
  const { startContainer, endContainer, startOffset, endOffset } = range;
  if (startContainer === endContainer && startContainer instanceof Text)
    return startContainer.data.slice(startOffset, endOffset);
  if (!startContainer.isConnected || !endContainer.isConnected) return '';
  return liveRange(range).toString();
}

function liveRange(range: StaticRange): Range {
  const live = newRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text has become shorter: an empty range is nowhere.
    live.collapse();
  }
  return live;
}

/** The end of a number belongs to the node before, its start to the node behind. */
function placeAt({ nodes, starts }: Line, at: number, isEnd: boolean): Place | null {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const from = starts[index] ?? 0;
    const node = nodes[index];
    if (node && (isEnd ? from < at : from <= at)) return { node, offset: at - from };
  }
  return null;
}

/** Elements that are inline by name may be columns or lines of their own by style; asked only of the few numbers that span several. */
function isOneLine({ nodes }: Line, first: Text, last: Text): boolean {
  const parents = new Set(
    nodes.slice(nodes.indexOf(first), nodes.indexOf(last) + 1).map((node) => node.parentElement),
  );
  const common = commonAncestor(first, last);
  for (const parent of parents) {
    for (let at = parent; at && at !== common; at = at.parentElement) {
      const { display } = getComputedStyle(at);
      if (display !== 'inline' && display !== 'contents') return false;
    }
  }
  return true;
}

function commonAncestor(first: Text, last: Text): Node {
  const range = newRange();
  range.setStart(first, 0);
  range.setEnd(last, 0);
  return range.commonAncestorContainer;
}
