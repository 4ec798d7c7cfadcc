import type { Dialled, Reason, RuleField, Step, StepCode } from './dialled';

/** What each step says in English; `$` stands for its value. Pages have these as messages in every language. */
export const STEP_WORDS: Record<StepCode, string> = {
  'sip-address': 'a SIP address, dialled as it is',
  'rules-off': 'rules are off',
  'as-typed': 'as typed, rules do not apply',
  tones: '$ kept for after the answer',
  letters: 'letters are keypad digits, $',
  'trunk-zero': '(0) dropped behind a country code',
  context: 'a number within $',
  nothing: 'nothing to dial',
  emergency: 'emergency number $',
  'feature-code': 'a feature code',
  'plus-kept': 'rules do not apply to numbers with +',
  extension: 'as long as an extension ($)',
  'already-prefixed': 'outside prefix $ is there already',
  'own-country': 'your country ($)',
  'other-country': 'not your country',
  'international-prefix': 'begins with the international prefix $',
  'long-distance-prefix': 'begins with the long-distance prefix $',
  national: 'as long as a national number ($)',
  'local-reading': 'may be a number of area $ as well',
  'own-system': 'your own system ($)',
  'own-area': 'your area ($)',
  'other-area': 'not your area',
  'area-kept': 'area codes are kept',
  'area-removed': 'area code $ removed',
  local: 'as long as a number of area $',
  'looks-prefixed': 'begins with $, which may be an outside prefix already',
  other: 'no rule for its length',
  prefix: '$',
  number: '$',
};

/** Why a number came out as it did, in English. */
export const REASON_WORDS: Record<Reason, string> = {
  'nothing-to-dial': 'nothing to dial',
  'sip-address': 'SIP address',
  'rules-off': 'rules are off',
  'as-typed': 'as typed',
  emergency: 'emergency call',
  'feature-code': 'feature code',
  'plus-kept': 'as written, with +',
  internal: 'internal',
  'already-prefixed': 'outside prefix is there already',
  'outside-line': 'outside line',
  'long-distance': 'long distance',
  international: 'international',
  local: 'local',
};

/** The rule fields by the names that a profile gives them. */
export const FIELD_NAMES: Record<RuleField, string> = {
  outsidePrefix: 'OutsidePrefix',
  countryCode: 'CountryCode',
  cityCodes: 'CityCode',
  pbxPrefix: 'PbxPrefix',
  longDistancePrefix: 'LongDistancePrefix',
  internationalPrefix: 'InternationalPrefix',
  extensionLengths: 'ExtensionLength',
  nationalLengths: 'NationalLength',
  removeAreaCode: 'RemoveAreaCode',
  applyToPlusNumber: 'ApplyToPlusNumber',
};

/** One step in English, such as "area code 303 removed". */
export function stepInEnglish(step: Step): string {
  return STEP_WORDS[step.code].replace('$', () => step.value);
}

/**
 * The way from what was typed to what is sent, in one line:
 * "+44 20 7946 0018 → not your country → 9 + 011 + 442079460018". The words of each step are given.
 */
export function formatTrace(dialled: Dialled, words: (step: Step) => string): string {
  let trace = dialled.typed.trim();
  let isJoined = false;
  for (const step of dialled.steps) {
    trace += (isJoined ? ' + ' : ' → ') + words(step);
    isJoined = step.code === 'prefix';
  }
  return trace;
}

/** `formatTrace` in English. */
export function traceInEnglish(dialled: Dialled): string {
  return formatTrace(dialled, stepInEnglish);
}

/** Why, in one line of English: "outside line, long distance". Empty when nothing was done. */
export function whyInEnglish(dialled: Dialled): string {
  return dialled.why.map((reason) => REASON_WORDS[reason]).join(', ');
}
