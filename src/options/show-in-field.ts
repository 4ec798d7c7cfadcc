/**
 * Selects a stretch of the text and brings it into view, with a few lines above it; a browser does not scroll to a
 * selection by itself.
 */
export function showInField(
  field: HTMLTextAreaElement,
  { offset, length }: { offset: number; length: number },
): void {
  const before = field.value.slice(0, offset);
  const lineCount = field.value.split('\n').length;
  const line = before.split('\n').length - 1;
  const column = offset - (before.lastIndexOf('\n') + 1);
  const lineHeight = field.scrollHeight / lineCount;
  // The width of a sign in most fonts of one width is six tenths of their size.
  const toColumn = column * 0.6 * Number.parseFloat(getComputedStyle(field).fontSize);
  const linesAbove = 4;
  field.focus();
  field.setSelectionRange(offset, offset + length);
  field.scrollTop = Math.max(0, line - linesAbove) * lineHeight;
  field.scrollLeft = toColumn < field.clientWidth * 0.8 ? 0 : toColumn - field.clientWidth / 2;
}
