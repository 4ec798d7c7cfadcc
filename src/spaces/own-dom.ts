/**
 * What the DOM itself says of an element. A page can hide an element's own methods from us by naming its parts after them
 * (`<form><input name="closest"></form>`); its prototype's, in our world, it cannot reach.
 */
const { closest, getAttribute, contains, remove, getClientRects } = {
  closest: Element.prototype.closest,
  getAttribute: Element.prototype.getAttribute,
  contains: Node.prototype.contains,
  remove: Element.prototype.remove,
  getClientRects: Element.prototype.getClientRects,
};
const { createTreeWalker, createElement, createElementNS, createRange } = Document.prototype;
const { getRootNode } = Node.prototype;
const root = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get;

export const closestOf = (element: Element, selector: string): Element | null =>
  closest.call(element, selector);
export const attributeOf = (element: Element, name: string): string | null =>
  getAttribute.call(element, name);
export const isWithin = (outer: Node, inner: Node): boolean => contains.call(outer, inner);
export const removeElement = (element: Element): void => remove.call(element);
export const rectsOf = (element: Element): DOMRectList => getClientRects.call(element);
export const walkerOf = (root: Node): TreeWalker =>
  createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
export const newElement = (name: string): HTMLElement => createElement.call(document, name);
export const newDrawing = (name: string): Element =>
  createElementNS.call(document, 'http://www.w3.org/2000/svg', name);
export const rootOf = (node: Node): Node => getRootNode.call(node);
export const pageElement = (): Element => root?.call(document);
export const newRange = (): Range => createRange.call(document);
