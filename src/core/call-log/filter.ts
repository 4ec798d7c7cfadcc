import { type CallRecord, otherNumber } from '../call-record';
import { fold } from '../directory/fold';
import { digitsOf } from '../directory/numbering';

export const callFilters = ['all', 'missed', 'inbound', 'outbound'] as const;
export type CallFilter = (typeof callFilters)[number];

type Folded = { readonly words: string; readonly digits: string };

type Search = {
  filter: CallFilter;
  query: string;
  /** What the directory calls a number now; empty when it does not know it. */
  nameOf: (number: string) => string;
};

// The same few people call again and again.
const texts = new Map<string, Folded>();
const mostTexts = 20_000;

// Folding a hundred thousand records for each key that is pressed would be felt.
const folded = new WeakMap<CallRecord, Folded>();

/**
 * Makes the function that tells whether a record is wanted: every word of the query is somewhere in the names, the numbers or the note,
 * accents and case aside, or its digits are in one of the numbers, however both are written.
 */
export function makeCallFilter({ filter, query, nameOf }: Search): (record: CallRecord) => boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const digits = /^[\p{Nd}\s()+./-]+$/u.test(query) ? digitsOf(query) : '';
  const names = new Map<string, string>();
  const nowOf = (number: string) => {
    const known = names.get(number);
    if (known !== undefined) return known;
    const name = fold(nameOf(number));
    names.set(number, name);
    return name;
  };
  return (record) => {
    if (!isOfKind(record, filter)) return false;
    if (words.length === 0) return true;
    const then = foldedOf(record);
    if (digits !== '' && then.digits.includes(digits)) return true;
    const now = nowOf(otherNumber(record));
    return words.every((word) => then.words.includes(word) || now.includes(word));
  };
}

function isOfKind(record: CallRecord, filter: CallFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'missed' ? record.outcome === 'missed' : record.direction === filter;
}

function foldedOf(record: CallRecord): Folded {
  const known = folded.get(record);
  if (known) return known;
  const { displayName, typed, sent, note } = record;
  const [name, one, other] = [foldedText(displayName), foldedText(typed), foldedText(sent)];
  const made = {
    words: `${name.words}\n${one.words}\n${other.words}\n${note === '' ? '' : fold(note)}`,
    digits: `${one.digits} ${other.digits}`,
  };
  folded.set(record, made);
  return made;
}

function foldedText(text: string): Folded {
  const known = texts.get(text);
  if (known) return known;
  const made = { words: fold(text), digits: digitsOf(text) };
  if (texts.size < mostTexts) texts.set(text, made);
  return made;
}
