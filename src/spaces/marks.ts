import { type FoundNumber, isStillThere } from './found-number';
import { closestOf } from './own-dom';

/** As in marks.css. */
const highlightName = 'telephone-number';
/** More marks than anybody reads are of no use, and each costs. */
const MOST_MARKS = 5_000;

/** A person's card: pointing at any part of it, or getting to it by keyboard, is pointing at its number, when there is one only. */
const cards =
  '.vcard,.h-card,address,[itemtype$="/Person" i],[role=listitem][tabindex],[role=option],[role=row][tabindex],[role=article][tabindex],li[tabindex]';

/** Every number that was found and marked. Marks are painted by the browser; no node of the page is touched. */
export class Marks {
  #highlight: Highlight | undefined;
  readonly #byNode = new Map<Node, FoundNumber[]>();
  readonly #byElement = new WeakMap<Element, Set<FoundNumber>>();
  readonly #byCard = new WeakMap<Element, Set<FoundNumber>>();
  #count = 0;
  #swept: MapIterator<[Node, FoundNumber[]]> | undefined;

  add(found: FoundNumber): void {
    if (this.#count >= MOST_MARKS) return;
    const node = found.range.startContainer;
    const element = node.parentElement;
    const known = this.#byNode.get(node) ?? [];
    // A page may write a text again while it is asked about, and so have it read twice.
    const isMarked = known.some(({ range }) => range.startOffset === found.range.startOffset);
    if (!element || isMarked) return;
    this.#byNode.set(node, [...known, found]);
    addTo(this.#byElement, element, found);
    const card = closestOf(element, cards);
    if (card) addTo(this.#byCard, card, found);
    this.#highlight ??= showHighlight();
    this.#highlight.add(found.range);
    this.#count++;
  }

  /** What was found in a text node goes, because it is read anew. */
  forget(node: Node): void {
    const gone = this.#byNode.get(node);
    if (!gone) return;
    this.#byNode.delete(node);
    for (const found of gone) this.#drop(found);
  }

  /** Lets go of what the page has taken away; true when everything has been looked at. */
  sweep(isTimeUp: () => boolean): boolean {
    this.#swept ??= this.#byNode.entries();
    for (let next = this.#swept.next(); !next.done; next = this.#swept.next()) {
      const [node, numbers] = next.value;
      if (!node.isConnected || !numbers.every(isStillThere)) this.forget(node);
      if (isTimeUp()) return false;
    }
    this.#swept = undefined;
    return true;
  }

  /** The numbers whose text begins in this very element. */
  in(element: Element): readonly FoundNumber[] {
    return [...(this.#byElement.get(element) ?? [])].filter(isStillThere);
  }

  /** The number of the card that the element is in, when the card has one number only. */
  ofCard(element: Element): { card: Element; found: FoundNumber } | null {
    const card = closestOf(element, cards);
    const numbers = card ? [...(this.#byCard.get(card) ?? [])].filter(isStillThere) : [];
    const [found] = numbers;
    return card && found && numbers.length === 1 ? { card, found } : null;
  }

  #drop(found: FoundNumber): void {
    this.#highlight?.delete(found.range);
    this.#count--;
    const element = found.range.startContainer.parentElement;
    if (!element) return;
    this.#byElement.get(element)?.delete(found);
    const card = closestOf(element, cards);
    if (card) this.#byCard.get(card)?.delete(found);
  }
}

/** Most pages have no numbers, and are spared this. */
function showHighlight(): Highlight {
  const highlight = new Highlight();
  CSS.highlights.set(highlightName, highlight);
  return highlight;
}

function addTo(map: WeakMap<Element, Set<FoundNumber>>, element: Element, found: FoundNumber): void {
  const numbers = map.get(element);
  if (numbers) numbers.add(found);
  else map.set(element, new Set([found]));
}
