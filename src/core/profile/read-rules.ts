/** The dial rules of one server, checked field by field, wherever they are written down. */
import type { DialRules } from '../dial/rules';
import { readAreaCodes, readCountryCode } from './check-codes';
import { readLengths, readPrefix } from './check-numbers';
import type { Text } from './check-text';
import type { FieldName } from './field-names';
import type { Findings } from './findings';

/** Gives what is written for a field, undefined when nothing is. */
export type RuleSource = {
  written(field: FieldName): Text | undefined;
  list(field: FieldName): Text | undefined;
  flag(field: FieldName): boolean;
};

/** A field that is wrong is reported, and empty in what is given. */
export function readRules({ written, list, flag }: RuleSource, findings: Findings): DialRules {
  const prefix = (field: FieldName) => readPrefix(written(field), findings);
  const internationalPrefix = prefix('InternationalPrefix');
  const longDistancePrefix = prefix('LongDistancePrefix');
  const countryCode = readCountryCode(written('CountryCode'), internationalPrefix, findings);
  return {
    outsidePrefix: prefix('OutsidePrefix'),
    countryCode,
    cityCodes: readAreaCodes(list('CityCode'), { countryCode, longDistancePrefix }, findings),
    pbxPrefix: prefix('PbxPrefix'),
    longDistancePrefix,
    internationalPrefix,
    extensionLengths: readLengths(list('ExtensionLength'), 1, findings),
    nationalLengths: readLengths(list('NationalLength'), 4, findings),
    removeAreaCode: flag('RemoveAreaCode'),
    applyToPlusNumber: flag('ApplyToPlusNumber'),
  };
}
