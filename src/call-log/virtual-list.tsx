import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Layout, type Row, rowsBetween } from '../core/call-log/lay-out';

type Props = {
  layout: Layout;
  label: string;
  children: (row: Row) => ComponentChildren;
};

// One screen above and one below are drawn as well, so that no turn of the wheel comes to where nothing is yet.
const leastAhead = 900;

/** Draws of a long list what can be seen of it. The page scrolls, and the list is as high as if all of it were there. */
export const VirtualList = ({ layout, label, children }: Props) => {
  const list = useRef<HTMLUListElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: innerHeight });
  const [isFirst, setFirst] = useState(true);
  const [focused, setFocused] = useState<string>();
  useLayoutEffect(() => {
    const look = () => {
      const top = -(list.current?.getBoundingClientRect().top ?? 0);
      setSeen((last) =>
        last.top === top && last.height === innerHeight ? last : { top, height: innerHeight },
      );
    };
    // Where the list is, is asked when its first rows have been painted: to answer, the browser would have to lay out all of the page.
    if (!isFirst) look();
    const life = new AbortController();
    const { signal } = life;
    addEventListener('scroll', look, { passive: true, signal });
    addEventListener('resize', look, { signal });
    return () => life.abort();
  }, [layout, isFirst]);
  // What can be seen comes first of all.
  useEffect(() => setFirst(false), []);
  const ahead = isFirst ? 0 : Math.max(leastAhead, seen.height);
  const [first, end] = rowsBetween(layout, seen.top - ahead, seen.top + seen.height + ahead);
  const placed = useFocusedRow(layout, focused, { first, end });
  return (
    <ul
      ref={list}
      class="rows"
      aria-label={label}
      style={{ blockSize: `${layout.tops.at(-1) ?? 0}px` }}
      onFocusIn={({ target }) => setFocused(target instanceof Element ? rowIdOf(target) : undefined)}
      onFocusOut={() => setFocused(undefined)}
    >
      {placed.map((at) => {
        const row = layout.rows[at];
        return (
          row && (
            <li
              key={row.id}
              data-row={row.id}
              data-kind={row.kind}
              aria-setsize={layout.rows.length}
              aria-posinset={at + 1}
              style={{ insetBlockStart: `${layout.tops[at] ?? 0}px` }}
            >
              {children(row)}
            </li>
          )
        );
      })}
    </ul>
  );
};

/** The places that are drawn: what can be seen, and the row that has the focus, which would be lost with it. */
function useFocusedRow(
  layout: Layout,
  focused: string | undefined,
  range: { first: number; end: number },
): number[] {
  const { first, end } = range;
  const held = useMemo(
    () => (focused === undefined ? -1 : layout.rows.findIndex(({ id }) => id === focused)),
    [layout, focused],
  );
  const places = Array.from({ length: end - first }, (_, at) => first + at);
  if (held < 0 || (held >= first && held < end)) return places;
  return held < first ? [held, ...places] : [...places, held];
}

function rowIdOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-row]')?.dataset.row;
}
