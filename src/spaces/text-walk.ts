import { type Candidate, findCandidates, LINE_END } from '../core/page-numbers/find-candidates';
import { isLeftAlone, unread } from './left-alone';
import { walkerOf } from './own-dom';

/** Text of the page, over many nodes and lines, with what in it may be numbers. `starts` has for each node where it begins. */
export type Passage = {
  nodes: readonly Text[];
  starts: readonly number[];
  candidates: readonly Candidate[];
};

/** Elements within a line of text. */
const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span strike strong sub sup time u wbr'.split(
    ' ',
  ),
);
/** Of the elements that the standard lets have a shadow root, those that do; a root that is missed is found when it is pointed at. */
const hosts: ReadonlySet<string> = new Set(['article', 'aside', 'div', 'main', 'section', 'span']);
/** One search in much text costs less than many in little; but it cannot be interrupted. */
const PASSAGE = 4_096;
/** Nobody reads a longer text; a part of it is scanned all the same. */
const LONGEST_TEXT = 32_768;
const LOOKS_AT_CLOCK = 32;

// Node.TEXT_NODE and Node.ELEMENT_NODE; asking a node for its type is cheaper than for its prototype.
const isText = (node: Node): node is Text => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;

type Found = { onPassage: (passage: Passage) => void; onShadow: (root: ShadowRoot) => void };

/** A walk through the text below a node that can be interrupted at any time. It changes nothing. */
export class TextWalk {
  readonly root: Node;
  readonly #walker: TreeWalker;
  readonly #found: Found;
  #next: Node | null;
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';
  #parent: Node | null = null;
  #block: Node | null = null;
  #isLineOpen = false;

  constructor(root: Node, found: Found) {
    this.root = root;
    this.#found = found;
    this.#walker = walkerOf(root);
    this.#next = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? this.#walker.nextNode() : root;
  }

  /** False when the page has taken away where the walk had got to, so that it would end too early. */
  get isOnPage(): boolean {
    return this.#next === null || this.#next.isConnected;
  }

  /** Goes on until the walk is over or the time is up; true when it is over. */
  go(isTimeUp: () => boolean): boolean {
    for (let count = 1; this.#next; count++) {
      if (isText(this.#next)) {
        this.#read(this.#next);
        this.#next = this.#walker.nextNode();
      } else {
        this.#next = this.#enter(this.#next) ? this.#walker.nextNode() : this.#pass();
      }
      if (count % LOOKS_AT_CLOCK === 0 && isTimeUp()) return false;
    }
    this.#search();
    return true;
  }

  /** Whether there is something to read in the element. */
  #enter(node: Node): boolean {
    const name = isElement(node) ? node.localName : undefined;
    if (typeof name !== 'string') {
      // A form, whose own properties the page has hidden behind the names of its fields.
      this.#endLine();
      return true;
    }
    if (!inline.has(name)) this.#endLine();
    if (unread.has(name)) return false;
    if (isElement(node) && (hosts.has(name) || name.includes('-'))) {
      const shadow = node.shadowRoot;
      if (shadow instanceof ShadowRoot) this.#found.onShadow(shadow);
    }
    return true;
  }

  /** To what follows the element that the walker stands on. */
  #pass(): Node | null {
    let next = this.#walker.nextSibling();
    while (!next) {
      if (!this.#walker.parentNode()) return null;
      next = this.#walker.nextSibling();
    }
    return next;
  }

  #read(node: Text): void {
    const parent = node.parentNode;
    if (parent !== this.#parent) {
      this.#parent = parent;
      const block = blockOf(parent);
      if (block !== this.#block) this.#endLine();
      this.#block = block;
    }
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    const { data } = node;
    this.#text += data.length > LONGEST_TEXT ? data.slice(0, LONGEST_TEXT) : data;
    this.#isLineOpen = true;
  }

  #endLine(): void {
    if (!this.#isLineOpen) return;
    this.#isLineOpen = false;
    this.#text += LINE_END;
    if (this.#text.length > PASSAGE) this.#search();
  }

  #search(): void {
    const candidates = findCandidates(this.#text);
    if (candidates.length > 0)
      this.#found.onPassage({ nodes: this.#nodes, starts: this.#starts, candidates });
    this.#nodes = [];
    this.#starts = [];
    this.#text = '';
  }
}

/** The element that begins and ends the line which the node is in. */
export function blockOf(parent: Node | null): Node | null {
  let block = parent;
  while (block && isElement(block) && inline.has(block.localName)) block = block.parentNode;
  return block;
}

/** The node that the text at this place of a passage is in. The end of a number belongs to the node before, its start to the node behind. */
export function nodeAt(
  { nodes, starts }: Passage,
  at: number,
  isEnd = false,
): { node: Text; offset: number } | null {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = starts[middle] ?? 0;
    if (isEnd ? start < at : start <= at) low = middle;
    else high = middle - 1;
  }
  const node = nodes[low];
  return node ? { node, offset: at - (starts[low] ?? 0) } : null;
}

/** Whether the text there may be read at all. */
export function isReadable(passage: Passage, at: number): boolean {
  const parent = nodeAt(passage, at)?.node.parentElement;
  return Boolean(parent) && parent instanceof Element && !isLeftAlone(parent);
}
