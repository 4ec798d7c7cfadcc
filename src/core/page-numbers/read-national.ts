import type { PhoneNumber } from 'libphonenumber-js/core';
import { hasLoneDigits, isDecimal, isThousands, readShape, type Shape } from './looks';
import { type Plans, parse } from './plans';
import type { Label } from './read-label';

/** One number as written, what the words before it say, and whether nothing else stands on its line. */
export type Piece = { text: string; label: Label; isAlone: boolean };

/** Whether it is a number of the reader's own country, or of another one behind an international prefix. */
export function readNational(plans: Plans, piece: Piece, shape: Shape): boolean {
  const parsed = parse(plans, piece.text);
  if (!parsed?.isPossible()) return false;
  const isLabelled = piece.label === 'phone';
  // With an international prefix it is as clear as with a plus.
  const isWithPrefix = shape.digits.endsWith(parsed.countryCallingCode + parsed.nationalNumber);
  if (isWithPrefix && shape.digits.startsWith('0') && parsed.isValid()) return true;
  if (isLabelled && parsed.isValid() && isSetAsPlanned(shape, parsed)) return true;
  // "0850 222 0 724", "(11) 9 8765-4321": an area code speaks for what is behind it.
  const hasArea = isTrunkZero(plans, shape.digits) || /^\s*\(/.test(piece.text);
  if (isLabelled && parsed.isValid() && hasArea) return true;
  if (hasLoneDigits(shape) && !(isLabelled && shape.separators.length === 0)) return false;
  if (!parsed.isValid()) return isLikelyInUse(plans, piece, shape);
  if (isLabelled) return true;
  return !isDecimal(shape) && isWrittenAsNumber(plans, piece, shape, parsed);
}

/** Ranges are opened faster than metadata are renewed, and some are kept for fiction: the trunk zero speaks for them. */
function isLikelyInUse(plans: Plans, { label, isAlone }: Piece, { digits, groups }: Shape): boolean {
  if (!isTrunkZero(plans, digits) || digits.length < 10) return false;
  return label === 'phone' || isAlone || (groups.length >= 2 && groups.length <= 5);
}

/** In the groups of the country's own plan; what the plan has no form for is not formatted at all. */
function isSetAsPlanned(shape: Shape, parsed: PhoneNumber): boolean {
  const planned = readShape(parsed.formatNational()).groups;
  const lengths = (groups: readonly string[]) => groups.map((group) => group.length).join();
  return planned.length > 1 && lengths(planned) === lengths(shape.groups);
}

const isTrunkZero = (plans: Plans, digits: string) => plans.trunk === '0' && /^0[1-9]/.test(digits);

/** Without a word that says so, only the way it is set tells a number from others that are as long. */
function isWrittenAsNumber(plans: Plans, piece: Piece, shape: Shape, parsed: PhoneNumber): boolean {
  const groups = shape.groups.map((group) => group.length).join();
  const isPlan = isSetAsPlanned(shape, parsed);
  const isBare = shape.groups.length === 1;
  if (isTrunkZero(plans, shape.digits)) return shape.digits.length >= 9 || !isBare;
  if (plans.country === 'IT' && /^0[1-9]/.test(shape.digits)) return !isBare || piece.isAlone;
  if (isBare) return piece.isAlone && isPlanComplete(plans, shape, parsed);
  if (plans.rules.countryCode === '1' || plans.country === 'US') return /^(?:1,)?3,(?:3,4|7)$/.test(groups);
  if (isPlan) return true;
  const isComplete = isPlanComplete(plans, shape, parsed);
  // Some plans have nine digits, which are often set like millions.
  if (isThousands(shape)) return isComplete && groups === '3,3,3' && shape.separators[0] !== '.';
  if (/^[^\d]*\(/.test(piece.text)) return true;
  return isComplete && shape.groups.every((group) => group.length >= 2 && group.length <= 7);
}

/** Nothing is missing in front that people of the country always write. */
function isPlanComplete({ trunk }: Plans, { digits }: Shape, parsed: PhoneNumber): boolean {
  if (trunk === '') return true;
  const national = parsed.formatNational();
  // What the plan has no form for is not formatted at all.
  return /\D/.test(national) && (national.replace(/\D/g, '') === digits || !national.startsWith(trunk));
}

/** A number of the own area, without area code: "555-0142", or anything as long behind a word. */
export function readLocal(plans: Plans, piece: Piece, shape: Shape): boolean {
  if (plans.rules.cityCodes.length === 0 || hasLoneDigits(shape)) return false;
  const isSetLocally =
    /^\d{3}[-.\u2010-\u2013]\d{4}$/.test(piece.text.trim()) && plans.rules.countryCode === '1';
  if (piece.label !== 'phone' && !isSetLocally) return false;
  const e164 = plans.toE164(piece.text);
  return e164 !== null && parse(plans, e164)?.isValid() === true;
}
