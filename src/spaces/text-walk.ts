import { type Candidate, findCandidates, hasDigit } from '../core/page-numbers/find-candidates';
import { isLeftAlone, unread } from './left-alone';
import { walkerOf } from './own-dom';

/** Text that reads as one line, over however many nodes, with what in it may be numbers. `starts` has for each node where it begins. */
export type Line = { nodes: readonly Text[]; starts: readonly number[]; candidates: readonly Candidate[] };

/** Elements within a line of text. */
const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span strike strong sub sup time u wbr'.split(
    ' ',
  ),
);
/** Of the elements that the standard lets have a shadow root, those that do; a root that is missed is found when it is pointed at. */
const hosts: ReadonlySet<string> = new Set(['article', 'aside', 'div', 'main', 'section', 'span']);
/** Nobody reads a longer text; a part of it is scanned all the same. */
const LONGEST_LINE = 32_768;
const LOOKS_AT_CLOCK = 32;

// Node.TEXT_NODE and Node.ELEMENT_NODE; asking a node for its type is cheaper than for its prototype.
const isText = (node: Node): node is Text => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;

type Found = { onLine: (line: Line) => void; onShadow: (root: ShadowRoot) => void };

/** A walk through the text below a node that can be interrupted at any time. It changes nothing. */
export class TextWalk {
  readonly root: Node;
  readonly #walker: TreeWalker;
  readonly #found: Found;
  #next: Node | null;
  readonly #nodes: Text[] = [];
  readonly #texts: string[] = [];
  #length = 0;
  #hasDigit = false;
  #parent: Node | null = null;
  #block: Node | null = null;

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
    this.#endLine();
    return true;
  }

  /** Whether there is something to read in the element. */
  #enter(node: Node): boolean {
    if (!isElement(node)) return true;
    const name = node.localName;
    if (!inline.has(name)) this.#endLine();
    if (unread.has(name)) return false;
    if (hosts.has(name) || name.includes('-')) {
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
    const { data } = node;
    const text = data.length > LONGEST_LINE ? data.slice(0, LONGEST_LINE) : data;
    if (this.#length + text.length > LONGEST_LINE) this.#endLine();
    this.#hasDigit ||= hasDigit(text);
    this.#nodes.push(node);
    this.#texts.push(text);
    this.#length += text.length;
  }

  #endLine(): void {
    if (this.#length === 0) return;
    if (this.#hasDigit) this.#scan();
    this.#nodes.length = 0;
    this.#texts.length = 0;
    this.#length = 0;
    this.#hasDigit = false;
  }

  #scan(): void {
    const candidates = findCandidates(
      this.#texts.length === 1 ? (this.#texts[0] ?? '') : this.#texts.join(''),
    );
    const parent = this.#nodes[0]?.parentElement;
    if (candidates.length === 0 || !parent || isLeftAlone(parent)) return;
    let start = 0;
    const starts = this.#texts.map((text) => {
      start += text.length;
      return start - text.length;
    });
    this.#found.onLine({ nodes: [...this.#nodes], starts, candidates });
  }
}

/** The element that begins and ends the line which the node is in. */
export function blockOf(parent: Node | null): Node | null {
  let block = parent;
  while (block && isElement(block) && inline.has(block.localName)) block = block.parentNode;
  return block;
}
