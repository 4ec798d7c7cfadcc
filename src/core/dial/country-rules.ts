import { type CountryCode, getCountryCallingCode, Metadata, type MetadataJson } from 'libphonenumber-js/core';
import type { DialRules } from './rules';

/** What a person answers: where the telephone system stands, and what is known of its rules already. */
export type CountryAnswer = {
  country: CountryCode;
  /** With or without trunk prefix and brackets; empty where there are none, or none is known. */
  areaCode: string;
  /** What no numbering plan tells is taken from here: outside prefix, extensions, the system's prefix. */
  base: DialRules;
};

/** The longest and shortest national numbers that are worth a rule, in plans where nearly any length occurs. */
const USUAL = { shortest: 7, longest: 11 };
const WIDE = 4;

/** International prefixes in use, the most usual first. Plans with a choice of carriers name theirs by a pattern. */
const INTERNATIONAL_PREFIXES = ['00', '001', '002', '000', '005', '008', '010', '011', '0011', '0015'];

/** libphonenumber gives a plan more than its types tell: strings, absent ones as 0. */
function textFrom(plan: object, name: string): string {
  const method: unknown = Reflect.get(plan, name);
  const value: unknown = typeof method === 'function' ? method.call(plan) : '';
  return typeof value === 'string' ? value : '';
}

function lengthsFrom(source: unknown): number[] {
  if (typeof source !== 'object' || source === null) return [];
  const method: unknown = Reflect.get(source, 'possibleLengths');
  const value: unknown = typeof method === 'function' ? method.call(source) : [];
  return Array.isArray(value) ? value.filter((length) => typeof length === 'number') : [];
}

function lengthsOfType(plan: object, type: string): number[] {
  const method: unknown = Reflect.get(plan, 'type');
  return lengthsFrom(typeof method === 'function' ? method.call(plan, type) : undefined);
}

/** Lengths of landline and mobile numbers; of a plan with a great many, the usual ones. */
function nationalLengths(plan: object): readonly number[] {
  const subscribers = [...lengthsOfType(plan, 'FIXED_LINE'), ...lengthsOfType(plan, 'MOBILE')];
  // The small metadata know no types.
  const all = new Set(subscribers.length > 0 ? subscribers : lengthsFrom(plan));
  const sorted = [...all].sort((one, other) => one - other);
  if (sorted.length <= WIDE) return sorted;
  return sorted.filter((length) => length >= USUAL.shortest && length <= USUAL.longest);
}

function internationalPrefix(plan: object): string {
  const pattern = textFrom(plan, 'IDDPrefix');
  if (/^\d*$/.test(pattern)) return pattern;
  const whole = new RegExp(`^(?:${pattern})$`);
  return INTERNATIONAL_PREFIXES.find((prefix) => whole.test(prefix)) ?? '00';
}

/** An area code as it stands behind the country code: "030" is "30", but Italy's "06" stays. */
function bareAreaCode(areaCode: string, trunkPrefix: string): string {
  const digits = areaCode.replace(/\D/g, '');
  return trunkPrefix !== '' && digits.startsWith(trunkPrefix) ? digits.slice(trunkPrefix.length) : digits;
}

/**
 * The rules that a country's numbering plan gives: country code, trunk and international prefix, lengths of
 * national numbers, and the area code. They apply to numbers with `+`, since that is how contacts are kept. Area codes
 * are not removed unless `base` says so: with it, a local call goes through everywhere.
 *
 * The metadata is libphonenumber's; with `libphonenumber-js/max/metadata` the lengths are those of landline and
 * mobile numbers, with a smaller one those of every kind of number.
 */
export function rulesFromCountry(answer: CountryAnswer, metadata: MetadataJson): DialRules {
  const { country, areaCode, base } = answer;
  const plans = new Metadata(metadata);
  plans.selectNumberingPlan(country);
  const plan = plans.numberingPlan ?? {};
  const trunkPrefix = textFrom(plan, 'nationalPrefix');
  const area = bareAreaCode(areaCode, trunkPrefix);
  return {
    ...base,
    countryCode: getCountryCallingCode(country, metadata),
    cityCodes: area === '' ? [] : [area],
    longDistancePrefix: trunkPrefix,
    internationalPrefix: internationalPrefix(plan),
    nationalLengths: nationalLengths(plan),
    applyToPlusNumber: true,
  };
}
