import { elementsIn, isElement, isText, nodesIn, ownElementsIn } from './own-dom';

/** Of the elements that the standard lets have a shadow root, those that do; a root that is missed is found when it is pointed at. */
const hosts = 'body,div,span,section,article,main,aside';
const emptyHosts = 'div:empty';
const MOST_AWAITED = 1_000;

type Part = { part: Node; isMuch: boolean };

/** Finds the open shadow roots of a page, those too that elements get after they have been put there. */
export class ShadowRoots {
  readonly #onRoot: (root: ShadowRoot) => void;
  readonly #parts: Part[] = [];
  /** Elements of the page's own making that have no root: their script may still be on its way. */
  readonly #awaited = new Set<Element>();
  #walk: TreeWalker | undefined;
  #isDue = false;

  constructor(onRoot: (root: ShadowRoot) => void) {
    this.#onRoot = onRoot;
  }

  /**
   * Has everything below the node looked through, by `go`. Chromium does that ten times as fast as each element can be asked, but it cannot
   * be interrupted, which is too long when there `isMuch`.
   */
  seek(part: Node, isMuch: boolean): void {
    if (!isText(part)) this.#parts.push({ part, isMuch });
  }

  /** Goes on until everything has been looked through or the time is up; true when it has. */
  go(isTimeUp: () => boolean): boolean {
    if (this.#isDue) this.#lookAtAwaited();
    while (this.#walk || this.#parts.length > 0) {
      if (this.#walk) this.#walkOn(this.#walk, isTimeUp);
      else this.#lookThrough(this.#parts.pop());
      if (isTimeUp()) return false;
    }
    return true;
  }

  #lookAtAwaited(): void {
    this.#isDue = false;
    for (const element of this.#awaited) this.#lookAt(element);
    for (const element of elementsIn(document, emptyHosts)) this.#lookAt(element);
  }

  #walkOn(walk: TreeWalker, isTimeUp: () => boolean): void {
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (isElement(node)) this.#lookAt(node);
      if (isTimeUp()) return;
    }
    this.#walk = undefined;
  }

  #lookThrough(next: Part | undefined): void {
    if (!next) return;
    const { part, isMuch } = next;
    if (isElement(part)) this.#lookAt(part);
    if (isMuch) this.#walk = nodesIn(part);
    else for (const element of [...elementsIn(part, hosts), ...ownElementsIn(part)]) this.#lookAt(element);
  }

  /** Has those elements looked at again that had no root, and those that show nothing unless they have one now, by `go`. */
  lookAgain(): void {
    this.#isDue = true;
  }

  #lookAt(element: Element): void {
    const { shadowRoot, localName } = element;
    // A form may have hidden it behind a field.
    if (shadowRoot instanceof ShadowRoot) this.#onRoot(shadowRoot);
    if (shadowRoot || !element.isConnected) this.#awaited.delete(element);
    else if (typeof localName === 'string' && localName.includes('-') && this.#awaited.size < MOST_AWAITED)
      this.#awaited.add(element);
  }
}
