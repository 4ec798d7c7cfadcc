import type { RuleField } from '../core/dial/dialled';
import type { TextKey } from '../ui/text';

/** What each rule is called, and what is to be put there, in which unit, with an example. */
export const ruleWords: Readonly<Record<RuleField, { label: TextKey; hint: TextKey }>> = {
  outsidePrefix: { label: 'ruleOutsidePrefix', hint: 'ruleOutsidePrefixHint' },
  countryCode: { label: 'ruleCountryCode', hint: 'ruleCountryCodeHint' },
  cityCodes: { label: 'ruleCityCodes', hint: 'ruleCityCodesHint' },
  pbxPrefix: { label: 'rulePbxPrefix', hint: 'rulePbxPrefixHint' },
  longDistancePrefix: { label: 'ruleLongDistancePrefix', hint: 'ruleLongDistancePrefixHint' },
  internationalPrefix: { label: 'ruleInternationalPrefix', hint: 'ruleInternationalPrefixHint' },
  extensionLengths: { label: 'ruleExtensionLengths', hint: 'ruleExtensionLengthsHint' },
  nationalLengths: { label: 'ruleNationalLengths', hint: 'ruleNationalLengthsHint' },
  removeAreaCode: { label: 'ruleRemoveAreaCode', hint: 'ruleRemoveAreaCodeHint' },
  applyToPlusNumber: { label: 'ruleApplyToPlusNumber', hint: 'ruleApplyToPlusNumberHint' },
};
