import { findRuns } from '../core/page-numbers/find-candidates';
import { isOneLine, isUnread, type Passage, readLines } from './lines';
import { isText, textsIn } from './own-dom';

/** One search in much text costs less than many in little; but it cannot be interrupted. */
const STRETCH = 4_096;
/** A line that is longer is torn. */
const LONGEST_STRETCH = 65_536;
/** Nobody reads a longer text; a part of it is scanned all the same. */
const LONGEST_TEXT = 32_768;
/** Scripts and styles are mostly longer than what people write. */
const LONG_TEXT = 512;
const LOOKS_AT_CLOCK = 32;
const LONG_WALK = 20_000;

/** A walk through the text below a node that can be interrupted at any time. It changes nothing. */
export class TextWalk {
  readonly root: Node;
  readonly #walker: TreeWalker;
  readonly #onPassage: (passage: Passage) => void;
  #next: Node | null;
  #count = 0;
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';

  constructor(root: Node, onPassage: (passage: Passage) => void) {
    this.root = root;
    this.#onPassage = onPassage;
    this.#walker = textsIn(root);
    this.#next = isText(root) ? root : this.#walker.nextNode();
  }

  /** Whether it has gone through more nodes than may be looked at all at once. */
  get isLong(): boolean {
    return this.#count > LONG_WALK;
  }

  /** False when the page has taken away where the walk had got to, so that it would end too early. */
  get isOnPage(): boolean {
    return this.#next === null || this.#next.isConnected;
  }

  /** Goes on until the walk is over or the time is up; true when it is over. */
  go(isTimeUp: () => boolean): boolean {
    const walker = this.#walker;
    let node = this.#next;
    while (node) {
      // Text is all that the walker shows.
      const text = node as Text;
      this.#read(text, text.data);
      node = walker.nextNode();
      if (this.#text.length > STRETCH && this.#isTornBefore(node, text)) this.#search();
      if (++this.#count % LOOKS_AT_CLOCK === 0 && isTimeUp()) {
        this.#next = node;
        return false;
      }
    }
    this.#next = null;
    this.#search();
    return true;
  }

  #read(node: Text, data: string): void {
    if (data.length > LONG_TEXT && isUnread(node)) return;
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    // The sign between two nodes is one that a number may have in it: where lines end is asked later, and of few.
    this.#text += data.length > LONGEST_TEXT ? data.slice(0, LONGEST_TEXT) : data;
    this.#text += '\n';
  }

  #isTornBefore(next: Node | null, last: Text): boolean {
    return !next || this.#text.length > LONGEST_STRETCH || !isOneLine(last, next as Text);
  }

  #search(): void {
    const runs = findRuns(this.#text);
    if (runs.length > 0) {
      const passage = readLines({ nodes: this.#nodes, starts: this.#starts, text: this.#text }, runs);
      if (passage.candidates.length > 0) this.#onPassage(passage);
    }
    this.#nodes = [];
    this.#starts = [];
    this.#text = '';
  }
}
