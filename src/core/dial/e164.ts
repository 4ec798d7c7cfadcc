import { inContext } from './context';
import {
  emergencyNumberIn,
  hasLocalReading,
  isAlreadyPrefixed,
  isWithInternationalPrefix,
  isWithLongDistancePrefix,
  makePlan,
  type Plan,
} from './plan';
import { readTyped } from './read-typed';
import type { DialRules } from './rules';

/** A number of the public network: of the own country without its code, or of any country with it. */
type PublicNumber = { national: string } | { international: string };

/** E.164 §6.1 allows 15 digits; the shortest in use have seven. */
const isE164Length = (digits: string) => digits.length >= 7 && digits.length <= 15;

/** Digits without an outside prefix: international, national with or without long-distance prefix. */
function readFull(plan: Plan, digits: string): PublicNumber | null {
  const { internationalPrefix, longDistancePrefix } = plan.rules;
  if (isWithInternationalPrefix(plan, digits)) {
    return { international: digits.slice(internationalPrefix.length) };
  }
  if (longDistancePrefix !== '' && isWithLongDistancePrefix(plan, digits)) {
    return { national: digits.slice(longDistancePrefix.length) };
  }
  const isNational = plan.isNational[digits.length] === true && !hasLocalReading(plan, digits.length);
  return isNational ? { national: digits } : null;
}

/** A number of the own area, with or without outside prefix. No subscriber's number begins as a trunk prefix does. */
function readLocal(plan: Plan, digits: string): PublicNumber | null {
  const { cityCodes, longDistancePrefix, outsidePrefix } = plan.rules;
  const area = cityCodes[0] ?? '';
  const rest = digits.slice(outsidePrefix.length);
  const isLocal = hasLocalReading(plan, digits.length);
  const isPrefixed =
    outsidePrefix !== '' && digits.startsWith(outsidePrefix) && hasLocalReading(plan, rest.length);
  const beginsAsTrunk = longDistancePrefix !== '' && digits.startsWith(longDistancePrefix);
  if (isPrefixed && (!isLocal || beginsAsTrunk)) return { national: area + rest };
  return isLocal ? { national: area + digits } : null;
}

/** What trunks leave of a number: an outside prefix before a bare national one, or a country code without +. */
function readBare(plan: Plan, digits: string): PublicNumber | null {
  const { countryCode, outsidePrefix } = plan.rules;
  if (outsidePrefix !== '' && digits.startsWith(outsidePrefix)) {
    const rest = digits.slice(outsidePrefix.length);
    if (plan.isNational[rest.length] === true) return { national: rest };
  }
  if (countryCode === '' || !digits.startsWith(countryCode)) return null;
  const rest = digits.slice(countryCode.length);
  return plan.isNational[rest.length] === true ? { national: rest } : null;
}

function readPublic(plan: Plan, number: string): PublicNumber | null {
  if (number.startsWith('+')) return { international: number.slice(1) };
  if (!/^\d+$/.test(number) || emergencyNumberIn(plan, number) !== '') return null;
  if (plan.isExtension[number.length] === true) return null;
  if (isAlreadyPrefixed(plan, number)) return readFull(plan, number.slice(plan.rules.outsidePrefix.length));
  return readFull(plan, number) ?? readLocal(plan, number) ?? readBare(plan, number);
}

/** The number itself, without tail; empty for a SIP address. */
function numberOf(plan: Plan, typed: string): string {
  const { number, context } = readTyped(typed, plan.rules);
  return inContext(number, context, plan.rules.countryCode);
}

/**
 * Makes the function that gives a number's one form in all the world, "+442079460018" (E.164), or null for what has
 * none: extensions, feature codes, emergency numbers, SIP addresses, and national numbers while the country is
 * not known. Numbers as people write them and callers' numbers with an outside prefix are understood alike.
 * Make it once for each set of rules.
 */
export function makeToE164(rules: DialRules | null): (number: string) => string | null {
  const plan = makePlan(rules, rules?.countryCode ?? '', []);
  return (number) => {
    const found = readPublic(plan, numberOf(plan, number));
    if (found === null) return null;
    if ('national' in found && plan.rules.countryCode === '') return null;
    const digits = 'national' in found ? plan.rules.countryCode + found.national : found.international;
    return isE164Length(digits) ? `+${digits}` : null;
  };
}

/** As `makeToE164(rules)(number)`, for one number. */
export function toE164(number: string, rules: DialRules | null): string | null {
  return makeToE164(rules)(number);
}

/**
 * What to dial to call a caller's number back: the number without an outside prefix that the server put
 * before it, so that the rules, which put theirs, do not double it. The result is to be dialled as if typed.
 * What is no public number comes back unchanged.
 */
export function callBack(number: string, rules: DialRules | null): string {
  const plan = makePlan(rules, rules?.countryCode ?? '', []);
  const digits = numberOf(plan, number);
  const found = rules === null || digits.startsWith('+') ? null : readPublic(plan, digits);
  if (found === null) return number;
  const { countryCode, internationalPrefix, longDistancePrefix } = plan.rules;
  if ('international' in found) return internationalPrefix + found.international;
  const { national } = found;
  // A bare national number that is a local one just as well has to say its country.
  const isClear = !hasLocalReading(plan, national.length) && plan.isExtension[national.length] !== true;
  if (longDistancePrefix !== '' || isClear || internationalPrefix === '')
    return longDistancePrefix + national;
  return internationalPrefix + countryCode + national;
}
