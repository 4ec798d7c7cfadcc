import type { Reason, RuleField, Step, StepCode } from './dialled';
import { emergencyNumbersFor } from './emergency';
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

export type Marks = ReturnType<typeof makeMarks>;
export type Reasons = ReturnType<typeof makeReasons>;

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

const mark = (order: number, code: StepCode, field: RuleField | null = null, value = ''): Step => ({
  order,
  code,
  field,
  value,
});

function makeMarks(rules: DialRules) {
  const { outsidePrefix, longDistancePrefix, internationalPrefix } = rules;
  return {
    nothing: mark(2, 'nothing'),
    trunkZero: mark(2, 'trunk-zero'),
    featureCode: mark(4, 'feature-code'),
    plusKept: mark(5, 'plus-kept', 'applyToPlusNumber', 'false'),
    extension: mark(6, 'extension', 'extensionLengths', rules.extensionLengths.join(',')),
    alreadyPrefixed: mark(7, 'already-prefixed', 'outsidePrefix', outsidePrefix),
    ownCountry: mark(8, 'own-country', 'countryCode', rules.countryCode),
    otherCountry: mark(8, 'other-country', 'countryCode', rules.countryCode),
    internationalPrefix: mark(9, 'international-prefix', 'internationalPrefix', internationalPrefix),
    longDistancePrefix: mark(10, 'long-distance-prefix', 'longDistancePrefix', longDistancePrefix),
    national: mark(11, 'national', 'nationalLengths', rules.nationalLengths.join(',')),
    localReading: mark(11, 'local-reading', 'cityCodes', rules.cityCodes[0] ?? ''),
    otherArea: mark(12, 'other-area', 'cityCodes', rules.cityCodes.join(',')),
    areaKept: mark(12, 'area-kept', 'removeAreaCode', 'false'),
    ownSystem: mark(12, 'own-system', 'pbxPrefix', rules.pbxPrefix),
    ownSystemBare: mark(13, 'own-system', 'pbxPrefix', rules.pbxPrefix),
    looksPrefixed: mark(14, 'looks-prefixed', 'outsidePrefix', outsidePrefix),
    other: mark(14, 'other'),
    outside: {
      8: mark(8, 'prefix', 'outsidePrefix', outsidePrefix),
      12: mark(12, 'prefix', 'outsidePrefix', outsidePrefix),
      14: mark(14, 'prefix', 'outsidePrefix', outsidePrefix),
    },
    international: mark(8, 'prefix', 'internationalPrefix', internationalPrefix),
    longDistance: mark(12, 'prefix', 'longDistancePrefix', longDistancePrefix),
  };
}

function makeReasons(rules: DialRules) {
  const outside: Reason[] = rules.outsidePrefix === '' ? [] : ['outside-line'];
  const list = (...reasons: Reason[]): readonly Reason[] => reasons;
  return {
    nothing: list('nothing-to-dial'),
    sipAddress: list('sip-address'),
    off: list('rules-off'),
    asTyped: list('as-typed'),
    emergency: list('emergency'),
    featureCode: list('feature-code'),
    plusKept: list('plus-kept'),
    internal: list('internal'),
    alreadyPrefixed: list('already-prefixed'),
    longDistance: list(...outside, 'long-distance'),
    abroad: list(...outside, 'international'),
    local: list(...outside, 'local'),
    other: list(...outside),
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
