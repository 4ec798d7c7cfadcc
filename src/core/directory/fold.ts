// Letters that Unicode does not take apart into a letter and a mark.
const whole: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
};
const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Without case and accents, so that "Łukasz Müller" is found by "lukasz muller". */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\0-\x7f]/gu, (letter) => whole[letter] ?? letter);
}

/** The folded text, and beside it "mueller" for "Müller", as many people write and look for it. */
export function foldings(text: string): readonly string[] {
  const folded = fold(text);
  if (isAscii(text)) return [folded];
  const spelt = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => german[letter] ?? letter);
  const other = fold(spelt);
  return other === folded ? [folded] : [folded, other];
}

/** The words of a text that is already folded: runs of letters and digits of any script. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(isAscii(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
