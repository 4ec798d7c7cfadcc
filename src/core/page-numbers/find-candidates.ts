/** What may be a number in a text, with as much around it as a decision needs. Plain data, sent from a page to the worker. */
export type Candidate = {
  /** Where it begins in the text that was scanned, in UTF-16 code units. */
  start: number;
  /** At most `LONGEST_CANDIDATE` code units. */
  text: string;
  /** What stands before and behind it on the same line; at most `CONTEXT.before` and `CONTEXT.after` code units. */
  before: string;
  after: string;
};

/** Stands between lines of a text, where nothing of the one belongs to the other. */
export const LINE_END = '\0';

export const LONGEST_CANDIDATE = 72;
export const CONTEXT = { before: 32, after: 14 } as const;

const DIGIT = '0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19';
// Blanks, brackets, dots, slashes and dashes of every kind; marks of direction, which people copy without seeing them.
const SEPARATOR =
  '\\s\u200b-\u200f\u202a-\u202e\u2066-\u2069()\\[\\]./\u00b7~\\u00ad\u2010-\u2015\u2212\u30fc\uff0d\uff0f-';
const EXTENSION =
  '(?:\\s*(?:;?ext=|,?\\s?(?:x|ext|extension|poste|durchwahl|dw|anexo|int|доб)[.:]?)\\s?\\d{1,6}(?!\\d))?';

const everyDigit = new RegExp(`[${DIGIT}]`, 'g');
const run = new RegExp(
  // 1-800-FLOWERS, as North America writes its free numbers.
  `(?:1[-. ])?\\(?8(?:00|33|44|55|66|77|88)\\)?[-. ](?=[A-Z\\d-]{0,8}[A-Z]{3})[A-Z\\d]{3,7}(?:-?[A-Z\\d]{1,4})?(?![A-Za-z\\d])|` +
    `(?:[([]\\s?)?(?:[+\uff0b]\\s?)?(?:[([]\\s?)?[${DIGIT}](?:[${SEPARATOR}]{0,4}[${DIGIT}]){2,}${EXTENSION}`,
  'gi',
);
const label =
  /(?:ext(?:ension)?|x|durchwahl|dw|nebenstelle|poste|anexo|interno|apparat|tel(?:e[fp]h?on)?|phone|fon)[.:]?\s*$/i;

/** Longer texts are scanned in pieces, so that no run of digits, however long, costs more than its length. */
const PIECE = 4_096;
const OVERLAP = LONGEST_CANDIDATE;

/**
 * Everything in a text that might be a telephone number, cheaply and without knowing any numbering plan: runs of seven digits and more
 * as people separate them, and shorter ones behind a word for an extension. Most of what it finds is none.
 */
export function findCandidates(text: string): readonly Candidate[] {
  if (text.length <= PIECE) return findInPiece(text, 0, text.length);
  const found: Candidate[] = [];
  for (let from = 0, resume = 0; from < text.length; from += PIECE) {
    // Each piece sees a little of the next, and leaves what begins there to it.
    const to = Math.min(text.length, from + PIECE + OVERLAP);
    for (const candidate of findInPiece(text, Math.max(from, resume), to)) {
      if (candidate.start >= from + PIECE) break;
      found.push(candidate);
      resume = candidate.start + candidate.text.length;
    }
  }
  return found;
}

function findInPiece(text: string, from: number, to: number): readonly Candidate[] {
  const piece = from === 0 && to === text.length ? text : text.slice(from, to);
  const found: Candidate[] = [];
  run.lastIndex = 0;
  for (let match = run.exec(piece); match; match = run.exec(piece)) {
    const start = from + match.index;
    const matched = match[0];
    if (matched.length > LONGEST_CANDIDATE) continue;
    const isLong = (matched.match(everyDigit)?.length ?? 0) >= 7;
    if (!isLong && !/[A-Z]{3}/.test(matched) && !label.test(text.slice(Math.max(0, start - 14), start)))
      continue;
    found.push({
      start,
      text: matched,
      before: lineBefore(text, start),
      after: lineAfter(text, start + matched.length),
    });
  }
  return found;
}

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - CONTEXT.before), at);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(LINE_END)) + 1);
}

function lineAfter(text: string, at: number): string {
  return text.slice(at, at + CONTEXT.after).split(/[\n\0]/, 1)[0] ?? '';
}
