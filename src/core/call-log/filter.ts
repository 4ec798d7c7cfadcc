import { fold } from '../directory/fold';
import { digitsOf } from '../directory/numbering';
import type { CallLine } from './call-line';

export const callFilters = ['all', 'missed', 'inbound', 'outbound', 'recorded'] as const;
export type CallFilter = (typeof callFilters)[number];

type Folded = { readonly words: string; readonly digits: string };

type Search = {
  filter: CallFilter;
  query: string;
  /** Whether the directory finds the query in what it calls this number now. */
  isNamedSo: (record: CallLine) => boolean;
};

// Folding the texts of a hundred thousand calls for each key that is pressed would be felt, and the same few people call again and again.
const texts = new Map<string, Folded>();
const mostTexts = 20_000;

/**
 * Makes the function that tells whether a record is wanted: every word of the query is somewhere in the names, the numbers or the note,
 * accents and case aside, or its digits are in one of the numbers, however both are written.
 */
export function makeCallFilter({ filter, query, isNamedSo }: Search): (record: CallLine) => boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const digits = /^[\p{Nd}\s()+./-]+$/u.test(query) ? digitsOf(query) : '';
  return (record) => {
    if (!isOfKind(record, filter)) return false;
    if (words.length === 0) return true;
    const then = [record.displayName, record.typed, record.sent, record.note].map(folded);
    if (digits !== '' && (then[1]?.digits.includes(digits) || then[2]?.digits.includes(digits))) return true;
    return words.every((word) => then.some((text) => text.words.includes(word))) || isNamedSo(record);
  };
}

function isOfKind(record: CallLine, filter: CallFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'recorded') return record.isRecorded ?? false;
  return filter === 'missed' ? record.outcome === 'missed' : record.direction === filter;
}

function folded(text: string): Folded {
  const known = texts.get(text);
  if (known) return known;
  const made = { words: fold(text), digits: digitsOf(text) };
  if (texts.size >= mostTexts) texts.clear();
  texts.set(text, made);
  return made;
}
