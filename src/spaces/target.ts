import { readNumberLink } from '../core/page-numbers/number-link';
import { rectsOfNumber } from './found-number';
import type { Marks } from './marks';
import { attributeOf, closestOf, rectsOf } from './own-dom';

/** What the person points at or has got to by keyboard: `owner` stands for it, `rects` says where it is drawn now. */
export type Target = { owner: object; element: Element; number: string; rects: () => readonly DOMRect[] };

/** The link that calls which the element is in. */
export function linkAt(element: Element): Target | null {
  const link = closestOf(element, 'a[href],area[href]');
  const number = link ? readNumberLink(attributeOf(link, 'href') ?? '') : null;
  if (!link || !number) return null;
  return { owner: link, element: link, number: number.typed, rects: () => [...rectsOf(link)] };
}

/** What can be called at a point of the window, in or around the element there. */
export function targetAt(
  element: Element,
  marks: Marks,
  point: { x: number; y: number } | null,
): Target | null {
  const link = linkAt(element);
  if (link) return link;
  if (point) {
    for (const found of marks.in(element).slice(0, 200)) {
      const rects = rectsOfNumber(found);
      if (rects.some((rect) => isIn(rect, point)))
        return { owner: found, element, number: found.number, rects: () => rectsOfNumber(found) };
    }
  }
  const card = marks.ofCard(element);
  return card
    ? {
        owner: card.found,
        element: card.card,
        number: card.found.number,
        rects: () => rectsOfNumber(card.found),
      }
    : null;
}

export const isIn = ({ left, right, top, bottom }: DOMRect, { x, y }: { x: number; y: number }): boolean =>
  x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
