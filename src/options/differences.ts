/** Where two lists differ: so many items of the one, from a place on, stand for so many of the other. */
export type Difference = {
  readonly from: number;
  readonly removed: number;
  readonly to: number;
  readonly added: number;
};

/** How far apart equal items are looked for; mending moves nothing farther than a few lines. */
const FARTHEST = 120;

/**
 * All places at which `after` has something else than `before`, in order. They are exact, and short where the lists
 * are much alike, which is all that a mended document needs; they are not always the fewest possible. Lists count as
 * alike again after `inARow` equal items.
 */
export function differences(
  before: readonly string[],
  after: readonly string[],
  inARow: number,
): readonly Difference[] {
  const found: Difference[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    if (from < before.length && before[from] === after[to]) {
      from++;
      to++;
      continue;
    }
    const { removed, added } = untilAlike({ before, after, from, to, inARow });
    const last = found.at(-1);
    if (last && last.from + last.removed === from && last.to + last.added === to) {
      found[found.length - 1] = { ...last, removed: last.removed + removed, added: last.added + added };
    } else found.push({ from, removed, to, added });
    from += removed;
    to += added;
  }
  return found;
}

type Place = {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly inARow: number;
};

/** The shortest way on to where the lists are alike. */
function untilAlike(place: Place): { removed: number; added: number } {
  const mostRemoved = place.before.length - place.from;
  const mostAdded = place.after.length - place.to;
  for (let total = 1; total <= Math.min(2 * FARTHEST, mostRemoved + mostAdded); total++) {
    for (let step = 0; step <= total; step++) {
      // As many of the one as of the other first: most changes stay within their line.
      const removed = (total >> 1) + (step % 2 === 0 ? -step / 2 : (step + 1) / 2);
      const added = total - removed;
      if (removed <= mostRemoved && added <= mostAdded && isAlike(place, removed, added))
        return { removed, added };
    }
  }
  return { removed: Math.min(FARTHEST, mostRemoved), added: Math.min(FARTHEST, mostAdded) };
}

/** The end of both lists is alike, too. */
function isAlike({ before, after, from, to, inARow }: Place, removed: number, added: number): boolean {
  for (let at = 0; at < inARow; at++) {
    if (before[from + removed + at] !== after[to + added + at]) return false;
  }
  return true;
}
