/**
 * What the DOM itself says of an element. A page can hide an element's own methods from us by naming its parts after them
 * (`<form><input name="closest"></form>`); its prototype's, in our world, it cannot reach. They are looked up where they are used: a
 * prototype that nobody has touched has not been made, and making some of them takes as long as the rest of our start.
 */
// The constants of Node, NodeFilter and XPathResult, which would have to be made too.
const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;
const FRAGMENT = 11;
const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;
const ORDERED_SNAPSHOT = 7;

const asElement = () => Element.prototype;
const asDocument = () => Document.prototype;

export const closestOf = (element: Element, selector: string): Element | null =>
  asElement().closest.call(element, selector);
export const attributeOf = (element: Element, name: string): string | null =>
  asElement().getAttribute.call(element, name);
export const removeElement = (element: Element): void => asElement().remove.call(element);
export const rectsOf = (element: Element): DOMRectList => asElement().getClientRects.call(element);
export const textsIn = (root: Node): TreeWalker =>
  asDocument().createTreeWalker.call(document, root, SHOW_TEXT);
export const nodesIn = (root: Node): TreeWalker =>
  asDocument().createTreeWalker.call(document, root, SHOW_TEXT | SHOW_ELEMENT);
export const newElement = (name: string): HTMLElement => asDocument().createElement.call(document, name);
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const pageElement = (): Element | null => Reflect.get(asDocument(), 'documentElement', document);
/** Whether nothing is to be seen in the document. */
export function isEmpty(): boolean {
  const body = pageElement()?.lastElementChild;
  return !body?.firstElementChild && !body?.shadowRoot && !/\S/.test(body?.textContent ?? '');
}
export const newRange = (): Range => asDocument().createRange.call(document);

/** Of events that go no further up than the document. */
export const listenOnDocument = (event: string, listener: () => void): void =>
  asDocument().addEventListener.call(document, event, listener, { capture: true, passive: true });

const partsOf = ({ nodeType }: Node) =>
  nodeType === ELEMENT ? asElement() : nodeType === DOCUMENT ? asDocument() : DocumentFragment.prototype;
/** The elements below a node that a selector finds. */
export const elementsIn = (root: Node, selector: string): Iterable<Element> =>
  partsOf(root).querySelectorAll.call(root, selector);
export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;
export const isText = (node: Node): node is Text => node.nodeType === TEXT;
/** The elements of the page's own making below a node, or which the node is. */
export function ownElementsIn(root: Node): readonly Element[] {
  // What a shadow root is no place to begin at, its children are.
  if (root.nodeType === FRAGMENT) return [...root.childNodes].flatMap(ownElementsIn);
  const found = asDocument().evaluate.call(
    document,
    'descendant-or-self::*[contains(local-name(),"-")]',
    root,
    null,
    ORDERED_SNAPSHOT,
    null,
  );
  return Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at) as Element);
}
