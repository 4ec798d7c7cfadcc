import { isForeignLetter } from './plain-text';

/** The prefixes that reading needs to know a country code when it sees one. All may be empty. */
export type KnownPrefixes = { outsidePrefix: string; internationalPrefix: string; countryCode: string };

/** A number as a person writes it, read: the number, and the tail that is sent after the answer. */
export type Written = {
  /** Digits, `*`, `#`, at most one `+` and that in front. */
  number: string;
  /** Digits, `*`, `#` and `,`; never ends in a pause. */
  tail: string;
  /** Letters were read as keypad digits. */
  hadLetters: boolean;
  /** "(0)" behind a country code was dropped. */
  hadTrunkZero: boolean;
};

/** What stands before an extension, the list of libphonenumber and the French and German words. */
const EXTENSION_MARKS = new Set(
  'x xt xtn ext extn exten extension extensión extensao anexo int interno poste durchwahl доб'.split(' '),
);

/** Words that people leave before a number when they copy it; with a colon after it, any word is one. */
const LABELS = new Set('tel telefon telephone phone fon mobil mobile cell fax'.split(' '));

// Keys of A to Z (ITU-T E.161).
const KEYS = '22233344455566677778889999';

type Scan = Written & {
  text: string;
  at: number;
  inTail: boolean;
  hadDigits: boolean;
  prefixes: KnownPrefixes;
};

const isDialable = (code: number) => (code >= 48 && code <= 57) || code === 35 || code === 42;
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isForeignLetter(code);
const isPause = (code: number) => code === 44 || code === 59;

function wordAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return text.slice(from, end).toLowerCase();
}

/** Where the text goes on after blanks and the given signs. */
function after(text: string, from: number, signs: string): number {
  let at = from;
  while (at < text.length && signs.includes(text.charAt(at))) at++;
  return at;
}

function put(scan: Scan, dialable: string): void {
  if (scan.inTail) scan.tail += dialable;
  else scan.number += dialable;
}

function pause(scan: Scan): void {
  // A comma before any digit separates nothing.
  if (scan.number === '') return;
  scan.inTail = true;
  scan.tail += ',';
}

/** "(0)" behind a country code; Italy's zero belongs to the number abroad too (ITU-T E.164 list, note for 39). */
function isTrunkZero(scan: Scan): boolean {
  const { number, prefixes } = scan;
  if (scan.inTail || number === '') return false;
  let code = number;
  if (code.startsWith('+')) code = code.slice(1);
  else if (code !== prefixes.countryCode) {
    const { outsidePrefix, internationalPrefix } = prefixes;
    if (internationalPrefix === '') return false;
    if (!code.startsWith(internationalPrefix))
      code = code.slice(code.startsWith(outsidePrefix) ? outsidePrefix.length : 0);
    if (!code.startsWith(internationalPrefix)) return false;
    code = code.slice(internationalPrefix.length);
  }
  return code.length >= 1 && code.length <= 3 && code !== '39';
}

function readBracket(scan: Scan): void {
  const { text, at } = scan;
  const zero = after(text, at + 1, ' ');
  const end = after(text, zero + 1, ' ');
  const isZeroAlone = text.charAt(zero) === '0' && (text.charAt(end) === ')' || text.charAt(end) === ']');
  scan.at = at + 1;
  if (!isZeroAlone || !isTrunkZero(scan)) return;
  scan.hadTrunkZero = true;
  scan.at = end + 1;
}

function isExtensionMark(text: string, word: string, end: number): boolean {
  return EXTENSION_MARKS.has(word) && isDialable(text.charCodeAt(after(text, end, ' .:=')));
}

/** `p` and `w` alone, between what can be dialled, are pauses (RFC 3601); inside a word they are letters. */
function isPauseWord(scan: Scan, word: string, end: number): boolean {
  if (scan.number === '' || after(word, 0, 'pw') < word.length) return false;
  const next = scan.text.charCodeAt(after(scan.text, end, ' '));
  return Number.isNaN(next) || isDialable(next) || isPause(next);
}

function isLabel(scan: Scan, word: string, end: number): boolean {
  if (scan.number !== '') return false;
  return scan.text.charAt(after(scan.text, end, ' .')) === ':' || LABELS.has(word);
}

function readWord(scan: Scan): void {
  const word = wordAt(scan.text, scan.at);
  const end = scan.at + word.length;
  scan.at = end;
  if (isLabel(scan, word, end)) return;
  if (isExtensionMark(scan.text, word, end)) {
    // A mark with nothing before it, "ext. 201", names the number itself.
    scan.inTail = scan.number !== '';
    return;
  }
  if (isPauseWord(scan, word, end)) {
    for (let count = 0; count < word.length; count++) pause(scan);
    return;
  }
  for (let at = 0; at < word.length; at++) {
    const key = KEYS.charAt(word.charCodeAt(at) - 97);
    if (key === '') continue;
    scan.hadLetters = true;
    put(scan, key);
  }
}

function readPause(scan: Scan): void {
  const word = wordAt(scan.text, scan.at + 1);
  const isParameter = isExtensionMark(scan.text, word, scan.at + 1 + word.length);
  scan.at++;
  // ";ext=123" is a mark (RFC 3966 §5.3), not a pause and a mark.
  if (!isParameter) pause(scan);
}

function readPlus(scan: Scan): void {
  scan.at++;
  if (scan.hadDigits || scan.inTail) return;
  // Letters before the plus were a label.
  scan.number = '+';
  scan.hadLetters = false;
}

function readDialable(scan: Scan): void {
  let end = scan.at;
  while (end < scan.text.length && isDialable(scan.text.charCodeAt(end))) end++;
  put(scan, scan.text.slice(scan.at, end));
  scan.hadDigits = true;
  scan.at = end;
}

/** Tones to send, without the pauses behind the last. */
export function trimTail(tail: string): string {
  let end = tail.length;
  while (end > 0 && tail.charAt(end - 1) === ',') end--;
  return tail.slice(0, end);
}

/**
 * Reads a number as people write it, in the text that `toPlainText` makes: cuts the tail at the first pause or
 * extension mark, turns letters into keypad digits, drops "(0)" behind a country code, and separators.
 */
export function readWritten(text: string, prefixes: KnownPrefixes): Written {
  const scan: Scan = {
    number: '',
    tail: '',
    hadLetters: false,
    hadTrunkZero: false,
    text,
    at: 0,
    inTail: false,
    hadDigits: false,
    prefixes,
  };
  while (scan.at < text.length) {
    const code = text.charCodeAt(scan.at);
    if (isDialable(code)) readDialable(scan);
    else if (isLetter(code)) readWord(scan);
    else if (isPause(code)) readPause(scan);
    else if (code === 43) readPlus(scan);
    else if (code === 40 || code === 91) readBracket(scan);
    else scan.at++;
  }
  const { number, tail, hadLetters, hadTrunkZero } = scan;
  return { number: number === '+' ? '' : number, tail: trimTail(tail), hadLetters, hadTrunkZero };
}
