/** The code points of the zeros of the decimal digits outside ASCII (Unicode category Nd), basic plane. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0,
  0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/** Signs that stand for a sign of the dial pad or for a pause, written another way. */
const SIGNS = new Map([
  [0x207a, '+'],
  [0xfe62, '+'],
  [0xfe5f, '#'],
  [0x266f, '#'],
  [0xfe61, '*'],
  [0x2217, '*'],
  [0x204e, '*'],
  [0x060c, ','],
  [0x3001, ','],
  [0x061b, ';'],
]);

/** Ranges of what nobody sees: soft hyphen, direction and joining marks, variation selectors, accents apart. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x0300, 0x036f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

const isInvisible = (code: number) => INVISIBLE.some(([first, last]) => code >= first && code <= last);

/** Latin beyond ASCII, Greek and Cyrillic: letters that end or join a word, though no key carries them. */
export const isForeignLetter = (code: number): boolean =>
  code >= 0xc0 && code <= 0x52f && code !== 0xd7 && code !== 0xf7 && (code < 0x300 || code > 0x36f);

function plainCharacter(code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (isForeignLetter(code)) return String.fromCharCode(code);
  if (isInvisible(code)) return '';
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  return SIGNS.get(code) ?? ' ';
}

/**
 * What was typed or copied, in ASCII as far as a number is concerned: digits of every script become ASCII
 * digits, full-width signs their ASCII forms, what is invisible goes, letters that are not ASCII stay, and
 * everything else outside ASCII becomes a blank.
 */
export function toPlainText(typed: string): string {
  let plain = '';
  let start = 0;
  for (let at = 0; at < typed.length; at++) {
    const code = typed.charCodeAt(at);
    if (code < 0x80) continue;
    plain += typed.slice(start, at) + plainCharacter(code);
    start = at + 1;
  }
  return start === 0 ? typed : plain + typed.slice(start);
}

/** The text without anything invisible and without white space around it; nothing else is changed. */
export function withoutInvisible(typed: string): string {
  let visible = '';
  for (const character of typed) if (!isInvisible(character.charCodeAt(0))) visible += character;
  return visible.trim();
}
