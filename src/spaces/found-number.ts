import { nodeAt, type Passage } from './lines';
import { newRange } from './own-dom';

/** A number in the text of the page, and what to dial for it. The range does not follow changes of the text. */
export type FoundNumber = { range: StaticRange; written: string; number: string };

/** Where in the nodes of a passage the text from `start` to `end` stands; null when the page sets it apart, or has taken it away. */
export function placeInPassage(
  passage: Passage,
  hit: { start: number; end: number; number: string },
): FoundNumber | null {
  const first = nodeAt(passage, hit.start);
  const last = nodeAt(passage, hit.end, true);
  if (!first?.node.isConnected || !last) return null;
  if (first.node !== last.node && !isOneLine(passage, first.node, last.node)) return null;
  const range = new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset,
  });
  return { range, written: textOf(range), number: hit.number };
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

/** Elements that are inline by name may be columns or lines of their own by style; asked only of the few numbers that span several. */
function isOneLine({ nodes }: Passage, first: Text, last: Text): boolean {
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
