// The keys of a telephone for a to z (ITU-T E.161).
const keys = '22233344455566677778889999';

/** The keys that one presses for a folded word, "76484" for "smith"; empty when a letter has no key. */
export function keysOf(folded: string): string {
  let pressed = '';
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const key = code >= 97 && code <= 122 ? keys[code - 97] : undefined;
    if (key === undefined) return '';
    pressed += key;
  }
  return pressed;
}
