import type { Reason, RuleField, Step, StepCode } from './dialled';
import type { DialRules } from './rules';

export type Marks = ReturnType<typeof makeMarks>;
export type Reasons = ReturnType<typeof makeReasons>;

/** A step that never changes under one set of rules. */
export const mark = (order: number, code: StepCode, field: RuleField | null = null, value = ''): Step => ({
  order,
  code,
  field,
  value,
});

/** The steps that a set of rules can lead to, made once and shared by all results. */
export function makeMarks(rules: DialRules) {
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
    local: mark(14, 'local', 'cityCodes', rules.cityCodes[0] ?? ''),
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

/** The reasons that a set of rules can give, made once and shared by all results. */
export function makeReasons(rules: DialRules) {
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
