import { useLayoutEffect } from 'preact/hooks';

/** Hears every key pressed on the page, with what was drawn last: before the next key, not after the next frame. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** True when a shortcut of the browser or the system is meant, and not the letter itself. */
export function isShortcut(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** True where keys have a meaning of their own: fields take letters, buttons take Enter and the space bar. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
