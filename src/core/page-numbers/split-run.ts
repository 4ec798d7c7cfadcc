export type Part = { start: number; text: string };

const strong = /\n|\t|\s{2,}|\s?\/\s?|\s[-\u2010-\u2015\u00b7]\s|\s(?=[+\uff0b(])|(?<=\d)(?=[+\uff0b])/g;

/** The pieces of a run that holds more than one number: set apart by lines, slashes, dashes with blanks, or the beginning of the next. */
export function splitRun(text: string): readonly Part[] {
  const parts = cut(text, strong);
  return parts.length > 1 ? parts : splitAtBlanks(text);
}

/** "555-0142 555-0143": blanks between pieces each of which is long enough for a number. */
function splitAtBlanks(text: string): readonly Part[] {
  const parts = cut(text, /\s/g);
  const isEachLong = parts.every((part) => (part.text.match(/\d/g)?.length ?? 0) >= 7);
  return parts.length > 1 && isEachLong ? parts : [];
}

function cut(text: string, at: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(at)) {
    parts.push({ start, text: text.slice(start, index) });
    start = index + sign.length;
  }
  parts.push({ start, text: text.slice(start) });
  return parts.filter((part) => /\d/.test(part.text));
}
