import type { Query, QueryWord } from './query';
import type { TermClass } from './terms';

/** How far each kind of term is from what one means when one types: a name first, the end of a number last. */
const distance: Readonly<Record<TermClass, number>> = { a: 0, e: 0, b: 2, f: 2, c: 4, d: 5, r: 6 };

/** How well terms answer a query: 0 is best, null is not at all. A whole word is better than its beginning. */
export function matchDistance(terms: readonly string[], { words }: Query): number | null {
  let sum = 0;
  for (const word of words) {
    const nearest = wordDistance(terms, word);
    if (nearest === null) return null;
    sum += nearest;
  }
  return sum;
}

function wordDistance(terms: readonly string[], { beginnings }: QueryWord): number | null {
  let nearest: number | null = null;
  for (const beginning of beginnings) {
    for (const term of terms) {
      if (!term.startsWith(beginning)) continue;
      const found = classDistance(term) + (term.length === beginning.length ? 0 : 1);
      if (nearest === null || found < nearest) nearest = found;
    }
  }
  return nearest;
}

/** How near the class of a term, or of a beginning of one, is to what one means. */
export function classDistance(term: string): number {
  const kind = term.charAt(0);
  return kind in distance ? distance[kind as TermClass] : 9;
}

export type Ranked = { distance: number; isFavourite: boolean; calledAt: number; name: string };

/** By match, then favourites, then who was called last (epoch ms, 0 for never), then by name. */
export function byRank(one: Ranked, other: Ranked): number {
  return (
    one.distance - other.distance ||
    Number(other.isFavourite) - Number(one.isFavourite) ||
    other.calledAt - one.calledAt ||
    (one.name < other.name ? -1 : 1)
  );
}
