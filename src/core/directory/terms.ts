import { callingCodeLength } from './calling-code';
import type { Card, ContactNumber } from './contact';
import { foldings, wordsOf } from './fold';
import { digitsOf, type Numbering } from './numbering';
import { keysOf } from './t9';

/**
 * What a contact is found by is a list of terms: one letter that says what it is, and a text that what is typed must begin.
 *
 * a  a word of the name            d  an e-mail address, SIP address, or a word of one
 * b  initials, first name first    e  digits of a number from where a person may begin to type it
 *    or last name first            f  the keys of the dial pad for a word of the name
 * c  a word of the company         r  all digits of a number, backwards: who calls, or how a number ends
 */
export type TermClass = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'r';

// Nobody types more of a word, and a field full of rubbish must not blow up the index.
const longestTerm = 40;
const mostWords = 12;

/** The terms of a contact, each once. */
export function termsOf(card: Card, toE164: Numbering['toE164']): readonly string[] {
  const terms = new Set<string>();
  const add = (kind: TermClass, text: string) => {
    if (text !== '') terms.add(kind + text.slice(0, longestTerm));
  };
  addNames(card, add);
  for (const word of wordsIn(card.company)) add('c', word);
  for (const email of card.emails) addAddress(email, add);
  for (const number of card.numbers) addNumber(number, toE164, add);
  return [...terms];
}

type Add = (kind: TermClass, text: string) => void;

// First names and companies come again and again, and taking accents away is most of the work.
const known = new Map<string, readonly string[]>();
const mostKnown = 2_000;

function wordsIn(text: string): readonly string[] {
  if (text === '') return [];
  const before = known.get(text);
  if (before) return before;
  const words = foldings(text).flatMap((folded) => wordsOf(folded).slice(0, mostWords));
  if (known.size >= mostKnown) known.clear();
  known.set(text, words);
  return words;
}

function addNames({ firstName, middleName, lastName, shownAs, company }: Card, add: Add): void {
  const first = wordsIn(firstName);
  const last = wordsIn(lastName);
  const names = [...first, ...wordsIn(middleName), ...last, ...wordsIn(shownAs)];
  for (const word of names) add('a', word);
  for (const word of names.length > 0 ? names : wordsIn(company)) add('f', keysOf(word));
  const initials = [first[0] ?? '', last[0] ?? ''].map((word) => [...word][0] ?? '');
  if (initials.some((letter) => letter === '')) return;
  add('b', initials.join(''));
  add('b', initials.reverse().join(''));
}

function addAddress(address: string, add: Add): void {
  const folded = foldings(address)[0] ?? '';
  const [local = '', domain = ''] = folded.split('@', 2);
  add('d', folded);
  // The first word is where the whole begins, and nobody looks for "com".
  const words = [...wordsOf(local).slice(1), ...wordsOf(domain).slice(0, 1)];
  for (const word of words.slice(0, mostWords)) add('d', word);
}

function addNumber({ kind, number }: ContactNumber, toE164: Numbering['toE164'], add: Add): void {
  if (kind === 'sip') addAddress(number, add);
  // The digits of a SIP address are those of its user, if it is a number.
  const written = kind === 'sip' ? (/^\+?[\d().-]+(?=@|$)/.exec(number)?.[0] ?? '') : number;
  if (written === '') return;
  const whole = wholeForms(written, toE164);
  for (const form of numberForms(written, whole)) add('e', form);
  for (const digits of whole) add('r', backwards(digits));
}

/** The digits of a number, in its E.164 form and as it is written where that is something else. */
export function wholeForms(number: string, toE164: Numbering['toE164']): readonly string[] {
  const written = digitsOf(number);
  const e164 = toE164(number)?.slice(1);
  const forms = e164 === undefined ? [written] : [e164, written];
  return [...new Set(forms.filter(Boolean))];
}

/** From where a person may begin to type a number: its country code, its area code, and each group that it is written in. */
function numberForms(number: string, whole: readonly string[]): readonly string[] {
  // Where there is an E.164 form, it is the first.
  const [first = '', written = first] = whole;
  const isInternational = whole.length === 2 || number.startsWith('+');
  const e164 = isInternational ? first : '';
  const forms = new Set([e164, e164.slice(callingCodeLength(e164)), withoutZeros(written)]);
  const groups = number.split(/[^\p{N}]+/u).map(digitsOf);
  for (let at = 1; at < Math.min(groups.length, 4); at++) forms.add(groups.slice(at).join(''));
  return [...forms].filter((form) => form.length >= 2);
}

/** Zeros in front are a trunk prefix or an international one, and one types them or not. */
export function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}

export function backwards(digits: string): string {
  let reversed = '';
  for (let at = digits.length - 1; at >= 0; at--) reversed += digits[at];
  return reversed;
}
