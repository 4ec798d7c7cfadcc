/** The one stretch in which two texts differ. */
export type Change = { readonly start: number; readonly removed: number; readonly added: number };

export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  return { start, removed: before.length - start - end, added: after.length - start - end };
}

/** Marks of one version of a text at their places in the next one, without those that the change has touched. */
export function moveMarks<Mark extends { readonly offset: number; readonly length: number }>(
  marks: readonly Mark[],
  before: string,
  after: string,
): readonly Mark[] {
  if (before === after) return marks;
  const { start, removed, added } = changeBetween(before, after);
  return marks.flatMap((mark) => {
    if (mark.offset + mark.length <= start) return [mark];
    if (mark.offset >= start + removed) return [{ ...mark, offset: mark.offset + added - removed }];
    return [];
  });
}
