import type { MetadataJson } from 'libphonenumber-js/core';
import { toPlainText } from '../dial/plain-text';
import type { Candidate } from './find-candidates';
import { isAddressOrVersion, isCard, isDate, isRegistration, readShape, type Shape } from './looks';
import { makePlans, type Plans, parse, type Reader } from './plans';
import { isAmount, type Label, readLabel } from './read-label';
import { type Piece, readLocal, readNational } from './read-national';
import { splitRun } from './split-run';

/** A number in a candidate: where it stands in the candidate's text, and what to dial for it. */
export type Hit = { start: number; end: number; number: string };

/**
 * Makes the function that tells which numbers to call are in a candidate; none for dates, prices, identifiers, addresses and
 * whatever else has as many digits.
 */
export function makeDecide(metadata: MetadataJson, reader: Reader): (candidate: Candidate) => readonly Hit[] {
  const plans = makePlans(metadata, reader);
  return (candidate) => {
    const { text, before, after } = candidate;
    const [isCutBefore, isCutBehind] = [isPartBefore(text, before), isPartBehind(after)];
    const label = readLabel(before);
    if (label !== 'phone' && isAmount(before, after)) return [];
    const circumstances = {
      label,
      isAlone: /^[\s:|,;()\u2013-]*$/.test(before) && /^[\s:|,;().\u2013-]*$/.test(after),
    };
    const whole = isCutBefore || isCutBehind ? null : readPart(plans, { start: 0, text }, circumstances);
    if (whole !== null) return [whole];
    const parts = splitRun(text);
    const usable = parts.slice(isCutBefore ? 1 : 0, isCutBehind ? -1 : undefined);
    return usable.flatMap((part) => readPart(plans, part, circumstances) ?? []);
  };
}

/** A run of digits inside a word, an address on the web or a longer number is a part of that. */
function isPartBefore(text: string, before: string): boolean {
  // "Tel030 …" and "Tel-030 …" are slips of somebody who meant a number.
  if (/(?:tel|fax|fon|phone|тел)[-.]?$/i.test(before)) return false;
  const isOpen = /^[+\uff0b([]/.test(text);
  if (isOpen ? /\d$/.test(before) : /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]$/u.test(before))
    return true;
  // Behind a country's letters: an account number, or a Belgian company.
  if (/[A-Z]{2}\d{2}\s?$/.test(before) || /(?:^|\s)BE\s$/.test(before)) return true;
  return /(?:[=&?%_@~^\\]|[^\s:.]\/|\p{L}[-.]|(?<!\d{4})\d,|\d[.'’:-])$/u.test(before);
}

function isPartBehind(after: string): boolean {
  return /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\d_@=&]|[.-]\p{L}|[,'’]\d{1,3}(?!\d)|:\d|-\d|\/[^\s\d\p{Lu}])/u.test(
    after,
  );
}

const extensionMark = /[\s,;]*(?:ext=|x|ext|extension|poste|durchwahl|dw|anexo|int|доб)[.:]?\s?(\d{1,6})$/i;

/** "-10/-11", "2345 / 46": what else is reached by the same number but for its end. */
const alternative = /\s?\/\s?-?\d{1,3}$/;
/** "0049 (0)40": a zero for callers at home says that what is before it is for those abroad. */
const abroad = /^00(?=\d{1,3}\s?\(\s?0\s?\))/;

const looseStart = /^[\s).\]/\u2010-\u2015-]*/;
const unclosedStart = /^[\s()[\].\]/\u2010-\u2015-]*/;
const looseEnd = /[\s([./\u2010-\u2015-]+$/;

function readPart(
  plans: Plans,
  { start, text }: { start: number; text: string },
  { label, isAlone }: { label: Label; isAlone: boolean },
): Hit | null {
  const trimmed = withoutAlternative(text.replace(looseEnd, ''));
  // A bracket that is not closed again stands around more than the number.
  const lead = (/[)\]]/.test(trimmed.slice(1)) ? looseStart : unclosedStart).exec(trimmed)?.[0].length ?? 0;
  const written = trimmed.slice(lead);
  const number = numberOf(plans, { text: written, label, isAlone });
  return number === null ? null : { start: start + lead, end: start + lead + written.length, number };
}

function withoutAlternative(text: string): string {
  const rest = text.replace(alternative, '');
  return rest.replace(/\D/g, '').length >= 8 ? rest : text;
}

function numberOf(plans: Plans, { text, label, isAlone }: Piece): string | null {
  const plain = toPlainText(text);
  if (/[A-Z]{3}/i.test(plain.replace(extensionMark, ''))) return readVanity(plans, plain);
  const extension = extensionMark.exec(plain)?.[1] ?? '';
  const main = (extension === '' ? plain : plain.replace(extensionMark, '')).replace(abroad, '+');
  const shape = readShape(main);
  if (isDate(shape) || isRegistration(shape)) return null;
  // "93.123.45.67" is an address on the net, unless a word says that it is a number in Barcelona.
  if (isAddressOrVersion(shape) && !(label === 'phone' && parse(plans, main)?.isValid())) return null;
  if (shape.digits.length < 7) return readShort(plans, shape, label);
  if (/^\s*[([]?\s*\+/.test(main))
    return readInternational(plans, main, {
      extension,
      isClear: label === 'phone' || shape.groups.length >= 4,
    });
  if (label === 'other' || isCard(shape)) return null;
  const piece = { text: main, label, isAlone };
  const isNumber = readNational(plans, piece, shape) || readLocal(plans, piece, shape);
  return isNumber ? text : null;
}

/** Where a word says that it is one: an extension of one's own system, or a number of a country that has no longer ones. */
function readShort(plans: Plans, { text, digits, groups }: Shape, label: Label): string | null {
  if (label !== 'phone') return null;
  if (groups.length === 1 && plans.rules.extensionLengths.includes(digits.length)) return digits;
  const parsed = digits.length >= 4 ? parse(plans, text) : null;
  return parsed?.isValid() && parsed.country === plans.country ? text.trim() : null;
}

function readInternational(
  plans: Plans,
  text: string,
  { extension, isClear }: { extension: string; isClear: boolean },
): string | null {
  // "+49 (0)30": the zero is for callers at home.
  const digits = text.replace(/\(\s*0\s*\)/, '').replace(/\D/g, '');
  const parsed = parse(plans, `+${digits}`);
  // Ranges are opened faster than metadata are renewed, and some are kept for fiction.
  if (!parsed?.isValid() && !(isClear && parsed?.isPossible())) return null;
  return extension === '' ? parsed.number : `tel:${parsed.number};ext=${extension}`;
}

function readVanity(plans: Plans, text: string): string | null {
  if (plans.rules.countryCode !== '1' || !/^[\dA-Z\s().-]+$/.test(text)) return null;
  const letters = text.replace(/[^A-Z]/g, '').length;
  const sign = text.replace(/[^\dA-Z]/g, '').length;
  return letters >= 3 && sign >= 10 && sign <= 12 ? text : null;
}
