// The window comes to the front while one may be typing elsewhere: what is typed within this time was meant for that.
const meantForElsewhereMs = 1_000;

/**
 * What a key means that is pressed in the window, but on none of its buttons. Escape takes the window away and lets it ring:
 * declining tells the caller, so it has to be chosen.
 */
export function meaningOfKey(key: string, sinceFocusMs: number): 'answer' | 'close' | null {
  if (sinceFocusMs < meantForElsewhereMs) return null;
  if (key === 'Enter') return 'answer';
  return key === 'Escape' ? 'close' : null;
}
