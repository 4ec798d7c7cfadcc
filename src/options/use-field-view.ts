import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** What a text field shows at the moment, in CSS pixels. */
export type FieldView = {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly lineHeight: number;
};

/** Follows the scrolling and the size of a text field that has so many lines. */
export function useFieldView(
  field: RefObject<HTMLTextAreaElement | null>,
  lineCount: number,
): { view: FieldView; measure: () => void } {
  const [view, setView] = useState<FieldView>({ top: 0, left: 0, height: 0, lineHeight: 20 });
  const measure = useCallback(() => {
    if (!field.current) return;
    const next = viewOf(field.current, lineCount);
    setView((last) => (isSame(last, next) ? last : next));
  }, [field, lineCount]);
  useLayoutEffect(measure, [measure]);
  useEffect(() => {
    const { current } = field;
    if (!current) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [field, measure]);
  return { view, measure };
}

function viewOf(field: HTMLTextAreaElement, lineCount: number): FieldView {
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(field);
  const text = field.scrollHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  // At some zooms a line is a little higher than its style says, which adds up over thousands of lines.
  const isMeasurable = field.scrollHeight > field.clientHeight && lineCount > 0;
  return {
    top: field.scrollTop,
    left: field.scrollLeft,
    height: field.clientHeight,
    lineHeight: (isMeasurable ? text / lineCount : Number.parseFloat(lineHeight)) || 20,
  };
}

function isSame(a: FieldView, b: FieldView): boolean {
  return a.top === b.top && a.left === b.left && a.height === b.height && a.lineHeight === b.lineHeight;
}
