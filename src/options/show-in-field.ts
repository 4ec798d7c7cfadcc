import type { Problem } from '../core/profile/profile';

/** Selects what a problem is about and brings it into view; a browser does not scroll to a selection by itself. */
export function showInField(
  field: HTMLTextAreaElement,
  { offset, length, line }: Pick<Problem, 'offset' | 'length' | 'line'>,
): void {
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight);
  const linesAbove = 4;
  field.focus();
  field.setSelectionRange(offset, offset + length);
  field.scrollTop = Math.max(0, line - 1 - linesAbove) * lineHeight;
}
