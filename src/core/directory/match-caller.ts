import type { Contact } from './contact';
import { fold } from './fold';
import { usualMatchingDigits } from './matching-digits';
import type { Numbering } from './numbering';
import { backwards, wholeForms } from './terms';

export type Caller = {
  /** All digits of each form of the number, or nothing for a SIP address that has none. */
  readonly forms: readonly string[];
  /** A SIP address, folded; empty for a number. */
  readonly address: string;
  readonly matchingDigits: number;
};

/** Reads a caller's number, or whole SIP address, as the wire brought it. */
export function readCaller(
  number: string,
  { toE164, withoutOutsidePrefix }: Pick<Numbering, 'toE164' | 'withoutOutsidePrefix'>,
  matchingDigits = usualMatchingDigits,
): Caller {
  const bare = number.replace(/^(?:sips?|tel):/i, '');
  const address = bare.includes('@') ? fold(bare.replace(/[;?>].*$/, '')) : '';
  const user = bare.replace(/@.*$/, '');
  if (!/^\+?[\p{Nd}\s()./-]+$/u.test(user)) return { forms: [], address, matchingDigits };
  const inside = withoutOutsidePrefix(user);
  const forms = [...wholeForms(inside, toE164), ...wholeForms(user, toE164)];
  return { forms: [...new Set(forms)], address, matchingDigits };
}

/** A beginning of terms that a contact of this caller has; where `isWhole`, the term itself. */
export type CallerTerm = { readonly beginning: string; readonly isWhole: boolean };

/** Where the search index has the contacts that may be this caller, the form that says most first. */
export function callerTerms({ forms, address, matchingDigits }: Caller): readonly CallerTerm[] {
  const numbers = forms.map((form) => ({
    beginning: `r${backwards(form.slice(-matchingDigits))}`,
    isWhole: form.length <= matchingDigits,
  }));
  const addresses = address === '' ? [] : [{ beginning: `d${address.slice(0, 40)}`, isWhole: true }];
  return [...addresses, ...numbers];
}

/** Of contacts that may be the caller, the one that is: the number itself counts for more than its end, favourites for more than others. */
export function pickCaller(
  caller: Caller,
  candidates: readonly Contact[],
  toE164: Numbering['toE164'],
): Contact | null {
  const graded = candidates
    .map((contact) => ({ contact, grade: gradeOf(caller, contact, toE164) }))
    .filter(({ grade }) => grade > 0)
    .sort(
      (one, other) =>
        other.grade - one.grade ||
        Number(other.contact.isFavourite) - Number(one.contact.isFavourite) ||
        one.contact.id - other.contact.id,
    );
  return graded[0]?.contact ?? null;
}

/** 2 for the same number, 1 for one that ends alike, 0 for another. */
function gradeOf(caller: Caller, contact: Contact, toE164: Numbering['toE164']): 0 | 1 | 2 {
  const grades = contact.numbers.map(({ kind, number }): 0 | 1 | 2 => {
    if (kind === 'sip' && caller.address !== '' && fold(number) === caller.address) return 2;
    const own = wholeForms(kind === 'sip' ? number.replace(/@.*$/, '') : number, toE164);
    if (caller.forms.some((form) => own.includes(form))) return 2;
    return caller.forms.some((form) => own.some((one) => endAlike(form, one, caller.matchingDigits))) ? 1 : 0;
  });
  return grades.includes(2) ? 2 : grades.includes(1) ? 1 : 0;
}

/** A number that is not longer than the digits compared is an extension or a short code, and only itself. */
function endAlike(one: string, other: string, digits: number): boolean {
  return one.length > digits && other.length > digits && one.slice(-digits) === other.slice(-digits);
}
