import type { Step } from './dialled';
import { emergencyNumbersFor } from './emergency';
import { type Marks, makeMarks, makeReasons, mark, type Reasons } from './marks';
import { type DialRules, EMPTY_DIAL_RULES } from './rules';

/** A local area code, with the steps that name it. */
export type Area = { code: string; own: Step; removed: Step };

/** A rule set made ready: cleaned, its lists turned into tables, every step that never changes made once. */
export type Plan = {
  rules: DialRules;
  /** By length: whether a national number can have it. */
  isNational: readonly boolean[];
  /** By length: whether an internal number can have it. */
  isExtension: readonly boolean[];
  /** Longest first, so that the first that fits is the one. */
  areas: readonly Area[];
  emergency: ReadonlySet<string>;
  longestEmergency: number;
  marks: Marks;
  reasons: Reasons;
};

/** No number is longer, anywhere: E.164 allows 15 digits, prefixes come on top. */
const LONGEST = 64;

const onlyDialable = (prefix: string) => prefix.replace(/[^0-9*#]/g, '');
const onlyDigits = (code: string) => code.replace(/[^0-9]/g, '');
const onlyLengths = (lengths: readonly number[]) =>
  lengths.filter((length) => Number.isInteger(length) && length > 0 && length < LONGEST);

/** Rules of which the output can be trusted, whatever a form or a file put into them. */
export function cleanRules(rules: DialRules): DialRules {
  return {
    ...rules,
    outsidePrefix: onlyDialable(rules.outsidePrefix),
    countryCode: onlyDigits(rules.countryCode),
    cityCodes: rules.cityCodes.map(onlyDigits).filter((code) => code !== ''),
    pbxPrefix: onlyDialable(rules.pbxPrefix),
    longDistancePrefix: onlyDialable(rules.longDistancePrefix),
    internationalPrefix: onlyDialable(rules.internationalPrefix),
    extensionLengths: onlyLengths(rules.extensionLengths),
    nationalLengths: onlyLengths(rules.nationalLengths),
  };
}

const table = (lengths: readonly number[]) =>
  Array.from({ length: LONGEST }, (_, length) => lengths.includes(length));

/** Makes a rule set ready for a million numbers a second. Without rules, only emergency numbers are known. */
export function makePlan(given: DialRules | null, countryCode: string, emergency: readonly string[]): Plan {
  const rules = cleanRules(given ?? EMPTY_DIAL_RULES);
  const numbers = emergencyNumbersFor(onlyDigits(countryCode), emergency);
  const areas = rules.cityCodes.map((code) => ({
    code,
    own: mark(12, 'own-area', 'cityCodes', code),
    removed: mark(12, 'area-removed', 'removeAreaCode', code),
  }));
  return {
    rules,
    isNational: table(rules.nationalLengths),
    isExtension: table(rules.extensionLengths),
    areas: areas.sort((one, other) => other.code.length - one.code.length),
    emergency: new Set(numbers),
    longestEmergency: Math.max(...numbers.map((number) => number.length)),
    marks: makeMarks(rules),
    reasons: makeReasons(rules),
  };
}

/** Whether a number of this many digits is local too: own area code and it are of national length together. */
export function hasLocalReading(plan: Plan, length: number): boolean {
  const code = plan.rules.cityCodes[0];
  return code !== undefined && plan.isNational[code.length + length] === true;
}

/**
 * Whether these digits are a whole international number, its prefix included. The shortest of them have
 * seven digits with their country code (Niue, +683 4xxx).
 */
export function isWithInternationalPrefix(plan: Plan, digits: string): boolean {
  const { internationalPrefix } = plan.rules;
  if (internationalPrefix === '' || digits.length < internationalPrefix.length + 7) return false;
  return digits.startsWith(internationalPrefix);
}

/** Whether these digits are the long-distance prefix, which may be empty, and a national number. */
export function isWithLongDistancePrefix(plan: Plan, digits: string): boolean {
  const { longDistancePrefix } = plan.rules;
  return (
    plan.isNational[digits.length - longDistancePrefix.length] === true &&
    digits.startsWith(longDistancePrefix)
  );
}

/** The outside prefix is already there: what follows it reads as national or international, the whole does not. */
export function isAlreadyPrefixed(plan: Plan, digits: string): boolean {
  const { outsidePrefix } = plan.rules;
  if (outsidePrefix === '' || !digits.startsWith(outsidePrefix)) return false;
  // 970-555-0142 is Colorado, not a 9 and something.
  if (plan.isNational[digits.length] === true) return false;
  const rest = digits.slice(outsidePrefix.length);
  return isWithLongDistancePrefix(plan, rest) || isWithInternationalPrefix(plan, rest);
}

/** The emergency number in these digits, behind an outside prefix or not; empty when there is none. */
export function emergencyNumberIn(plan: Plan, digits: string): string {
  const { outsidePrefix } = plan.rules;
  if (digits.length > plan.longestEmergency + outsidePrefix.length) return '';
  if (plan.emergency.has(digits)) return digits;
  if (outsidePrefix === '' || !digits.startsWith(outsidePrefix)) return '';
  const rest = digits.slice(outsidePrefix.length);
  return plan.emergency.has(rest) ? rest : '';
}

/** The area code that a national number begins with, when digits follow it. */
export function ownArea(plan: Plan, national: string): Area | undefined {
  for (const area of plan.areas) {
    if (national.length > area.code.length && national.startsWith(area.code)) return area;
  }
  return undefined;
}
