import { foldings, wordsOf } from './fold';
import { digitsOf, type Numbering } from './numbering';
import { backwards, type TermClass, withoutZeros } from './terms';

/** What is looked for: a contact is found when each word begins one of its terms, in any of the ways that the word can be meant. */
export type Query = { readonly words: readonly QueryWord[] };
export type QueryWord = { readonly beginnings: readonly string[] };

const mostWords = 6;
const longestQuery = 100;
const beginning = (kind: TermClass, text: string) => kind + text.slice(0, 40);

/** Understands what was typed, as names and words or as a number in any format. Null when there is nothing to look for. */
export function parseQuery(typed: string, prefixes: Numbering['prefixes'] = ['00']): Query | null {
  const text = typed.slice(0, longestQuery).trim();
  if (/^[+(]?[\p{Nd}\s()+\-–./*#\u00a0\u202a-\u202e]+$/u.test(text)) {
    const digits = digitsOf(text);
    return digits === '' ? null : { words: [numberWord(digits, prefixes)] };
  }
  const pieces = text.split(/\s+/).flatMap((piece) => wordsOfPiece(piece));
  return pieces.length === 0 ? null : { words: letterWords(pieces.slice(0, mostWords)) };
}

/** A piece with an @ is an address; "o'brien" is two words, as it is in the name. */
function wordsOfPiece(piece: string): readonly (readonly string[])[] {
  const ways = foldings(piece);
  if (piece.includes('@')) return [ways.map((way) => beginning('d', way.replace(/^sips?:/, '')))];
  const [first = [], second] = ways.map(wordsOf);
  return first.map((word, at) => {
    const spelt = second?.length === first.length ? second[at] : undefined;
    return [word, ...(spelt && spelt !== word ? [spelt] : [])];
  });
}

function letterWords(pieces: readonly (readonly string[])[]): readonly QueryWord[] {
  const letters = pieces.map(([way = '']) => way);
  // "a m" is how one writes initials, and nearly everybody has an a or an m somewhere.
  if (letters.length === 2 && letters.every((way) => /^\p{L}$/u.test(way))) {
    return [{ beginnings: [beginning('b', letters.join(''))] }];
  }
  return pieces.map((ways) => ({
    beginnings: ways.flatMap((way) => {
      if (way.includes('@')) return [way];
      const initials = pieces.length === 1 && [...way].length === 2 ? [beginning('b', way)] : [];
      const number = /^\d+$/.test(way) ? [beginning('e', withoutZeros(way))] : [];
      return [beginning('a', way), ...initials, beginning('c', way), beginning('d', way), ...number];
    }),
  }));
}

function numberWord(digits: string, prefixes: Numbering['prefixes']): QueryWord {
  const bare = prefixes
    .filter((prefix) => digits.startsWith(prefix))
    .map((prefix) => digits.slice(prefix.length));
  const ways = new Set([digits, ...[digits, ...bare].map(withoutZeros)].filter(Boolean));
  const isTail = digits.length >= 3;
  return {
    beginnings: [
      ...[...ways].map((way) => beginning('e', way)),
      ...(/^[2-9]+$/.test(digits) ? [beginning('f', digits)] : []),
      ...(isTail ? [beginning('r', backwards(digits))] : []),
      beginning('c', digits),
      beginning('a', digits),
    ],
  };
}
