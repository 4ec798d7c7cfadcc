import type { RefObject } from 'preact';
import { isField, isShortcut, useKeys } from '../ui/use-keys';

/** What a key pressed outside every field means to the dial pad. */
export function dialKey(key: string): 'type' | 'edit' | 'call' | null {
  if (key === 'Enter') return 'call';
  if (key === 'Backspace' || key === 'Delete') return 'edit';
  return /^[\p{L}\p{N}*#+@.:_-]$/u.test(key) ? 'type' : null;
}

type Meanings = { onType: (key: string) => void; onCall: () => void };

/** Wherever the focus is, typing goes into the number field, and Enter calls unless a button has the focus. */
export function useTypingAnywhere(
  field: RefObject<HTMLInputElement | null>,
  { onType, onCall }: Meanings,
): void {
  useKeys((event) => {
    if (isField(event.target) || event.defaultPrevented) return;
    // The field then gets the text that is pasted.
    if ((event.ctrlKey || event.metaKey) && event.key === 'v') return field.current?.focus();
    const meaning = isShortcut(event) ? null : dialKey(event.key);
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (meaning === null || (meaning === 'call' && (isOnButton || event.repeat))) return;
    field.current?.focus();
    // The browser itself deletes, now that the field has the focus.
    if (meaning === 'edit') return;
    event.preventDefault();
    if (meaning === 'call') onCall();
    else onType(event.key);
  });
}
