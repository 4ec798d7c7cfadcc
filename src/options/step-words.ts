import type { Step, StepCode } from '../core/dial/dialled';
import { type TextKey, text } from '../ui/text';

/** Those missing are pieces of the result, and say no more than their value. */
const keys: Readonly<Record<Exclude<StepCode, 'prefix' | 'number'>, TextKey>> = {
  'sip-address': 'stepSipAddress',
  'rules-off': 'stepRulesOff',
  'as-typed': 'stepAsTyped',
  tones: 'stepTones',
  letters: 'stepLetters',
  'trunk-zero': 'stepTrunkZero',
  context: 'stepContext',
  nothing: 'reasonNothing',
  emergency: 'stepEmergency',
  'feature-code': 'stepFeatureCode',
  'plus-kept': 'stepPlusKept',
  extension: 'stepExtension',
  'already-prefixed': 'stepAlreadyPrefixed',
  'own-country': 'stepOwnCountry',
  'other-country': 'stepOtherCountry',
  'international-prefix': 'stepInternationalPrefix',
  'long-distance-prefix': 'stepLongDistancePrefix',
  national: 'stepNational',
  'local-reading': 'stepLocalReading',
  'own-system': 'stepOwnSystem',
  'own-area': 'stepOwnArea',
  'other-area': 'stepOtherArea',
  'area-kept': 'stepAreaKept',
  'area-removed': 'stepAreaRemoved',
  local: 'stepLocal',
  'looks-prefixed': 'stepLooksPrefixed',
  other: 'stepOther',
};

/** One step of the way from typed to sent, such as "area code 303 removed". */
export function stepSentence({ code, value }: Step): string {
  return code === 'prefix' || code === 'number' ? value : text(keys[code], value);
}
