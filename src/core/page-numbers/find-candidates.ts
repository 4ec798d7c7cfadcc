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

/** A part of a text, in UTF-16 code units. */
export type Run = { start: number; end: number };

/** Stands between lines of a text, where nothing of the one belongs to the other. */
export const LINE_END = '\0';

export const LONGEST_CANDIDATE = 72;
export const CONTEXT = { before: 32, after: 14 } as const;

const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19';
// Blanks, brackets, dots, slashes and dashes of every kind; marks of direction, which people copy without seeing them.
const SEPARATOR =
  '\\s\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069()\\[\\]./\\u00b7~\\u00ad\\u2010-\\u2015\\u2212\\u30fc\\uff08\\uff09\\uff0d\\uff0f-';

/** Days, of which pages are full; the hour behind one ends at its colon. */
const DAY =
  '(?:(?:19|20)\\d\\d([-./])\\d\\d?\\1\\d\\d?|\\d\\d?([-./])\\d\\d?\\2(?:19|20)\\d\\d)(?:\\s\\d\\d?)?';
/** Words with which even a short number is one. */
const LABEL = inAnyCase(
  '(?:(?<![A-Za-z])(?:ext|extension|x|dw)|durchwahl|nebenstelle|poste|anexo|interno|apparat|tel|tele[fp]h?on|phone|fon|hotline|notruf|dienst|court|merkezi)',
);
/** With these only when it is not so many of something. */
const VERB = inAnyCase('(?:call|text|dial|ring)');
const LETTERS =
  '(?:1[-. ])?\\(?8(?:00|33|44|55|66|77|88)\\)?[-. ](?=[A-Z\\d-]{0,8}[A-Z]{3})[A-Z\\d]{3,7}(?:-?[A-Z\\d]{1,4})?(?![A-Za-z\\d])';

const anyDigit = new RegExp(`[${DIGIT}]`);
/**
 * Decides as much as it can, since what is left to us takes a hundred times as long: seven digits and more that are no day, less behind
 * a word, and 1-800-FLOWERS. Nothing begins in the middle of digits; and nothing else is looked at before there is one.
 */
const digits = new RegExp(
  `(?=[(${DIGIT}])(?<![${DIGIT}][${SEPARATOR}]{0,4})(?:${LETTERS}|(?!${DAY}(?![${SEPARATOR}]{0,4}[${DIGIT}]))[${DIGIT}](?:[${SEPARATOR}]{0,4}[${DIGIT}]){6,}|` +
    `(?<=${LABEL}[.:]?\\s*[+(]?)[${DIGIT}](?:[${SEPARATOR}]{0,4}[${DIGIT}]){2,}|` +
    `(?<=${VERB}\\s)[${DIGIT}](?:[${SEPARATOR}]{0,4}[${DIGIT}]){2,}(?!\\s?[A-Za-z\\d]))`,
  'g',
);
const lead = /(?:[([\uff08]\s?)?(?:[+\uff0b]\s?)?(?:[([\uff08]\s?)?$/;
const LONGEST_LEAD = 6;
const extension =
  /\s*(?:;?ext=|,?\s?(?:x|ext|extension|poste|durchwahl|dw|anexo|int|\u0434\u043e\u0431)[.:]?)\s?\d{1,6}(?!\d)/iy;
/** The flag would have Chromium look up the other case of every letter there is, which takes as long as everything else. */
function inAnyCase(words: string): string {
  return words.replace(/[a-z](?![^[]*\])/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

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
  return findRuns(piece)
    .filter(({ start, end }) => end - start <= LONGEST_CANDIDATE)
    .map(({ start, end }) => ({
      start: from + start,
      text: piece.slice(start, end),
      before: lineBefore(text, from + start),
      after: lineAfter(text, from + end),
    }));
}

/** Where digits stand together that may be a number or several, with nothing around them; however long. */
export function findRuns(text: string): readonly Run[] {
  // Chromium compiles an expression when it is first used, and most pages do without this one.
  if (!anyDigit.test(text)) return [];
  const found: Run[] = [];
  digits.lastIndex = 0;
  for (let match = digits.exec(text); match; match = digits.exec(text)) {
    const from = match.index;
    const to = digits.lastIndex;
    const start = from - (lead.exec(text.slice(Math.max(0, from - LONGEST_LEAD), from))?.[0].length ?? 0);
    const end = endOf(extension, text, to) ?? to;
    found.push({ start, end });
    digits.lastIndex = Math.max(to, end);
  }
  return found;
}

/** Where what the sticky expression matches at the place ends. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - CONTEXT.before), at);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(LINE_END)) + 1);
}

function lineAfter(text: string, at: number): string {
  return text.slice(at, at + CONTEXT.after).split(/[\n\0]/, 1)[0] ?? '';
}
