import type { Reason, Step } from './dialled';
import {
  hasLocalReading,
  isAlreadyPrefixed,
  isWithInternationalPrefix,
  isWithLongDistancePrefix,
  ownArea,
  type Plan,
} from './plan';

/** Where a number goes: what is sent and why. The steps are pushed to the list that was given. */
export type Route = { sent: string; why: readonly Reason[] };

const isFeatureCode = (digits: string) => digits.startsWith('*') || digits.startsWith('#');

function keep(digits: string, why: readonly Reason[], steps: Step[], mark: Step): Route {
  steps.push(mark, { order: mark.order, code: 'number', field: null, value: digits });
  return { sent: digits, why };
}

/** The rules by which a number leaves the telephone system. */
type WayOut = 8 | 12 | 14;

/** What leaves the telephone system: outside prefix, a second prefix where one is due, digits. */
function leave(plan: Plan, order: WayOut, second: Step | null, digits: string, steps: Step[]): string {
  const { outsidePrefix } = plan.rules;
  if (outsidePrefix !== '') steps.push(plan.marks.outside[order]);
  const hasSecond = second !== null && second.value !== '';
  if (hasSecond) steps.push(second);
  steps.push({ order, code: 'number', field: null, value: digits });
  return hasSecond ? outsidePrefix + second.value + digits : outsidePrefix + digits;
}

/**
 * The extension in a number of our own system, `around` being its area code and system prefix. Of several
 * lengths, the one that fills a national number, this one before others; else the shortest. Empty when no
 * length is known, or when the extension would read as an emergency number: such a line is called from outside.
 */
function ownExtension(plan: Plan, digits: string, nationalLength: number, around: number): string {
  const { extensionLengths } = plan.rules;
  const length =
    plan.isExtension[nationalLength - around] === true
      ? nationalLength - around
      : (extensionLengths.find((candidate) => plan.isNational[around + candidate] === true) ??
        Math.min(...extensionLengths));
  if (length > digits.length) return '';
  const extension = digits.slice(digits.length - length);
  return plan.emergency.has(extension) ? '' : extension;
}

/** Rule 12. */
function routeNational(plan: Plan, national: string, steps: Step[]): Route {
  const { marks, reasons, rules } = plan;
  const area = ownArea(plan, national);
  steps.push(area?.own ?? marks.otherArea);
  if (area !== undefined) {
    const { code } = area;
    if (rules.pbxPrefix !== '' && national.startsWith(rules.pbxPrefix, code.length)) {
      const extension = ownExtension(plan, national, national.length, code.length + rules.pbxPrefix.length);
      if (extension !== '') return keep(extension, reasons.internal, steps, marks.ownSystem);
    }
    if (rules.removeAreaCode) {
      steps.push(area.removed);
      return { sent: leave(plan, 12, null, national.slice(code.length), steps), why: reasons.local };
    }
    steps.push(marks.areaKept);
  }
  return { sent: leave(plan, 12, marks.longDistance, national, steps), why: reasons.longDistance };
}

/** Rule 8, on the digits behind a + or an international prefix. */
function routeInternational(plan: Plan, digits: string, steps: Step[]): Route {
  const { countryCode } = plan.rules;
  if (
    countryCode !== '' &&
    plan.isNational[digits.length - countryCode.length] === true &&
    digits.startsWith(countryCode)
  ) {
    steps.push(plan.marks.ownCountry);
    return routeNational(plan, digits.slice(countryCode.length), steps);
  }
  steps.push(plan.marks.otherCountry);
  return { sent: leave(plan, 8, plan.marks.international, digits, steps), why: plan.reasons.abroad };
}

/** Rules 13 and 14. */
function routeRest(plan: Plan, digits: string, steps: Step[]): Route {
  const { marks, reasons, rules } = plan;
  const isLocal = hasLocalReading(plan, digits.length);
  if (isLocal && rules.pbxPrefix !== '' && digits.startsWith(rules.pbxPrefix)) {
    const areaLength = rules.cityCodes[0]?.length ?? 0;
    const around = areaLength + rules.pbxPrefix.length;
    const extension = ownExtension(plan, digits, areaLength + digits.length, around);
    if (extension !== '') return keep(extension, reasons.internal, steps, marks.ownSystemBare);
  }
  const looksPrefixed = rules.outsidePrefix !== '' && digits.startsWith(rules.outsidePrefix);
  if (looksPrefixed) steps.push(marks.looksPrefixed);
  else steps.push(isLocal ? marks.local : marks.other);
  return { sent: leave(plan, 14, null, digits, steps), why: isLocal ? reasons.local : reasons.other };
}

/**
 * Rules 4 to 14, in their order, on a number that was read and is no emergency number.
 * Digits, `*`, `#` and a leading `+` come in and go out.
 */
export function route(plan: Plan, number: string, steps: Step[]): Route {
  const { marks, reasons, rules } = plan;
  if (isFeatureCode(number)) return keep(number, reasons.featureCode, steps, marks.featureCode);
  if (number.startsWith('+')) {
    if (!rules.applyToPlusNumber) return keep(number, reasons.plusKept, steps, marks.plusKept);
    return routeInternational(plan, number.slice(1), steps);
  }
  if (plan.isExtension[number.length] === true) return keep(number, reasons.internal, steps, marks.extension);
  if (isAlreadyPrefixed(plan, number))
    return keep(number, reasons.alreadyPrefixed, steps, marks.alreadyPrefixed);
  if (isWithInternationalPrefix(plan, number)) {
    steps.push(marks.internationalPrefix);
    return routeInternational(plan, number.slice(rules.internationalPrefix.length), steps);
  }
  if (rules.longDistancePrefix !== '' && isWithLongDistancePrefix(plan, number)) {
    steps.push(marks.longDistancePrefix);
    return routeNational(plan, number.slice(rules.longDistancePrefix.length), steps);
  }
  if (plan.isNational[number.length] === true) {
    if (!hasLocalReading(plan, number.length)) {
      steps.push(marks.national);
      return routeNational(plan, number, steps);
    }
    steps.push(marks.localReading);
  }
  return routeRest(plan, number, steps);
}
