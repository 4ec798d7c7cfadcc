import { callBack, makeToE164 } from '../dial/e164';
import { type DialRules, EMPTY_DIAL_RULES } from '../dial/rules';

/** What the directory has to know of the telephone system to tell that two numbers are one. */
export type Numbering = {
  /** "+493715550123", or null for what has no such form. */
  toE164(number: string): string | null;
  /** A caller's number without the outside prefix that the system put before it. */
  withoutOutsidePrefix(number: string): string;
  /** What may stand before a number that is typed: "00", "9". */
  prefixes: readonly string[];
  /** Differs when numbers would be understood differently, and the search index is to be made anew. */
  key: string;
};

/** Rules are null where none are in force: then only numbers with + have an E.164 form. Make it once for each set of rules. */
export function makeNumbering(rules: DialRules | null): Numbering {
  const { internationalPrefix, outsidePrefix } = rules ?? EMPTY_DIAL_RULES;
  const prefixes = [internationalPrefix, outsidePrefix, '00'].filter(Boolean);
  const toE164 = makeToE164(rules);
  return {
    toE164: (number) => plainE164(number) ?? toE164(number),
    withoutOutsidePrefix: (number) => callBack(number, rules),
    prefixes: [...new Set(prefixes)],
    key: JSON.stringify(rules),
  };
}

/** Most numbers of a directory are in this form already, and need no rules to be read. */
function plainE164(number: string): string | null {
  if (!/^\+[1-9][\d ./-]*$/.test(number)) return null;
  const digits = number.replace(/\D/g, '');
  return digits.length >= 7 && digits.length <= 15 ? `+${digits}` : null;
}

/** The digits of a number however it is written, Arabic and full-width ones as ASCII. */
export function digitsOf(number: string): string {
  const plain = /^[ -~]*$/.test(number) ? number : number.normalize('NFKC').replace(/\p{Nd}/gu, toAsciiDigit);
  return plain.replace(/[^0-9]/g, '');
}

/** Scripts have their digits in a row that begins at a multiple of ten from the row's zero; only the usual ones are in telephone numbers. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = [0x30, 0x660, 0x6f0, 0x966].find((first) => code >= first && code < first + 10);
  return zero === undefined ? '' : String(code - zero);
}
