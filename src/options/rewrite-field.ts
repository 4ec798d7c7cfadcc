import { changeBetween } from './moved-marks';

/** A browser takes seconds to write a thousand lines in a way that it can undo. */
const MOST_LINES = 250;

/**
 * Makes the text of a field another one, where it can as one step that the browser's own undo takes back: in a field
 * that is to be seen, for a change of a few hundred lines. The focus stays where it is.
 */
export function rewriteField(field: HTMLTextAreaElement, text: string): void {
  const before = field.value;
  if (before === text) return;
  const { start, removed, added } = changeBetween(before, text);
  const written = text.slice(start, start + added);
  const isLong = linesOf(written) + linesOf(before.slice(start, start + removed)) > MOST_LINES;
  const focused = document.activeElement;
  if (!isLong) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, start + removed);
    insert(written);
    if (focused instanceof HTMLElement && focused !== field) focused.focus({ preventScroll: true });
  }
  if (field.value !== text) field.value = text;
}

/** There is no other way to write what the browser's undo knows of (whatwg/html issue 5501). */
function insert(text: string): boolean {
  if (typeof document.execCommand !== 'function') return false;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
}

function linesOf(text: string): number {
  return text.split('\n', MOST_LINES + 1).length;
}
