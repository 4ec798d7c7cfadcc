/**
 * The dial rules of one telephone system, as a server profile or a person states them.
 *
 * Every prefix and code is a string of ASCII digits, possibly empty (a prefix may also hold `*` and `#`);
 * lengths are counts of digits. The names follow the fields of the profile, in camel case.
 */
export type DialRules = {
  /** Put in front of every call that leaves the telephone system, such as "9". */
  outsidePrefix: string;
  /** The country's calling code without `+`, such as "1" or "49". */
  countryCode: string;
  /** Area codes that are local, without trunk prefix. The first is used where one must be put in front. */
  cityCodes: readonly string[];
  /** The system's own prefix inside the public network or a private one. */
  pbxPrefix: string;
  /** The trunk prefix put in front of national numbers that are not local, such as "1" or "0". */
  longDistancePrefix: string;
  /** The prefix for international numbers, such as "011" or "00". */
  internationalPrefix: string;
  /** Lengths of internal numbers. */
  extensionLengths: readonly number[];
  /** Lengths of national numbers: area code included, trunk prefix not. */
  nationalLengths: readonly number[];
  /** Local calls go out without the area code. */
  removeAreaCode: boolean;
  /** The rules also apply to numbers written with `+`; otherwise those are sent as they are. */
  applyToPlusNumber: boolean;
};

/** Rules that name nothing: every prefix empty, every list empty. What a form starts from. */
export const EMPTY_DIAL_RULES: DialRules = {
  outsidePrefix: '',
  countryCode: '',
  cityCodes: [],
  pbxPrefix: '',
  longDistancePrefix: '',
  internationalPrefix: '',
  extensionLengths: [],
  nationalLengths: [],
  removeAreaCode: false,
  applyToPlusNumber: false,
};

/** The fields of the rules, in the order in which they are shown. */
export const RULE_FIELDS = [
  'outsidePrefix',
  'countryCode',
  'cityCodes',
  'pbxPrefix',
  'longDistancePrefix',
  'internationalPrefix',
  'extensionLengths',
  'nationalLengths',
  'removeAreaCode',
  'applyToPlusNumber',
] as const satisfies readonly (keyof DialRules)[];

/** Whether both say the same, in whatever order their fields are. */
export function areSameRules(one: DialRules, other: DialRules): boolean {
  return RULE_FIELDS.every((field) => String(one[field]) === String(other[field]));
}
