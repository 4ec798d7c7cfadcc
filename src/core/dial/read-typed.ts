import { toPlainText } from './plain-text';
import { readSipAddress, readTel } from './read-uri';
import { type KnownPrefixes, readWritten } from './read-written';

/** What was typed, clicked or picked, read: a SIP address, or a number with its tail. */
export type Reading = {
  /** A SIP address; empty for a broken one; null when a number was meant. */
  uri: string | null;
  /** Digits, `*`, `#`, at most one `+` and that in front; empty when there is nothing to dial. */
  number: string;
  /** What is sent after the answer: digits, `*`, `#`, `,`. */
  tail: string;
  /** The number in a tel: URI's phone-context, with `+`; mostly empty. */
  context: string;
  hadLetters: boolean;
  hadTrunkZero: boolean;
  /** A tel: URI, so that number and tail stand apart whatever the rules are. */
  isTelUri: boolean;
};

const SEPARATOR = 0;
const DIALABLE = 1;
const PLUS = 2;
const BRACKET = 3;
const OTHER = 4;

/** What each ASCII character asks for: digits and separators are read at once, the rest with care. */
const kinds = new Uint8Array(128).fill(SEPARATOR);
for (const character of '0123456789*#') kinds[character.charCodeAt(0)] = DIALABLE;
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,;:@=%')
  kinds[character.charCodeAt(0)] = OTHER;
kinds['+'.charCodeAt(0)] = PLUS;
kinds['('.charCodeAt(0)] = BRACKET;
kinds['['.charCodeAt(0)] = BRACKET;

/** The number in a text of digits, signs and separators alone; null when there is more in it. */
function readPlainNumber(typed: string): string | null {
  let number = '';
  let start = -1;
  for (let at = 0; at < typed.length; at++) {
    const code = typed.charCodeAt(at);
    const kind = code < 128 ? kinds[code] : OTHER;
    if (kind === DIALABLE) {
      if (start < 0) start = at;
      continue;
    }
    if (start >= 0) number += typed.slice(start, at);
    start = -1;
    if (kind === OTHER) return null;
    if (kind === PLUS && number === '') number = '+';
    // "(0" may be a trunk zero that has to go.
    if (kind === BRACKET && number !== '' && (typed[at + 1] === '0' || typed[at + 1] === ' ')) return null;
  }
  if (start >= 0) number = start === 0 ? typed : number + typed.slice(start);
  return number === '+' ? '' : number;
}

const reading = (number: string, tail: string, uri: string | null): Reading => ({
  uri,
  number,
  tail,
  context: '',
  hadLetters: false,
  hadTrunkZero: false,
  isTelUri: false,
});

/** A SIP address has its scheme or an `@`; looking for these is cheaper than looking for an address. */
const mayBeSipAddress = (typed: string) => typed.includes('@') || /sips?:/i.test(typed);

function readWithCare(typed: string, prefixes: KnownPrefixes): Reading {
  const text = toPlainText(typed).trim();
  const uri = mayBeSipAddress(text) ? readSipAddress(typed) : null;
  if (uri !== null) return reading('', '', uri);
  const isTelUri = text.charAt(3) === ':' && text.slice(0, 3).toLowerCase() === 'tel';
  // A tel: URI that lost its scheme on the way still has its parameters.
  if (isTelUri || (text.includes('=') && /;[a-z][a-z-]*=/i.test(text))) {
    const tel = readTel(isTelUri ? text.slice(4) : text, prefixes);
    return { uri: null, ...tel, isTelUri };
  }
  return { uri: null, ...readWritten(text, prefixes), context: '', isTelUri };
}

/** Reads what was typed: digits of any script, letters, tails, tel: and SIP URIs. Never throws. */
export function readTyped(typed: string, prefixes: KnownPrefixes): Reading {
  const number = readPlainNumber(typed);
  return number === null ? readWithCare(typed, prefixes) : reading(number, '', null);
}

/** With rules off: digits, `*`, `#` and one leading `+` are kept, and all else is dropped, tails and letters too. */
export function keepDialable(typed: string): string {
  const plain = readPlainNumber(typed);
  if (plain !== null) return plain;
  const kept = toPlainText(typed).replace(/[^0-9*#+]/g, '');
  const number = kept.replaceAll('+', '');
  return kept.startsWith('+') && number !== '' ? `+${number}` : number;
}
