import {
  type CountryCode,
  type Examples,
  getExampleNumber,
  type MetadataJson,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import { emergencyNumbersFor } from './emergency';
import type { DialRules } from './rules';

/** What an example shows; pages translate each. */
export type ExampleKind =
  | 'extension'
  | 'local'
  | 'national'
  | 'mobile'
  | 'with-plus'
  | 'abroad'
  | 'emergency';

/** A number to try the rules with, written as people of that country write it. */
export type ExampleNumber = { kind: ExampleKind; number: string };

/** Digits for a subscriber's number: 555 in front where it is kept for examples, then what most plans assign. */
const SUBSCRIBERS = [
  '5550142678',
  '2345678901',
  '4567890123',
  '6789012345',
  '3456789012',
  '8901234567',
  '1234567890',
];

/** Numbers that the North American and the British authority keep for examples. */
const NORTH_AMERICAN = '+1 212 555 0123';
const BRITISH = '+44 20 7946 0018';

/** A landline number, of the own area if there is one, that the plan holds for valid; undefined when none was found. */
function landline(rules: DialRules, metadata: MetadataJson) {
  const area = rules.cityCodes[0] ?? '';
  // Longest first: in plans of many lengths the long ones are today's.
  for (const length of [...rules.nationalLengths].sort((one, other) => other - one)) {
    for (const digits of SUBSCRIBERS) {
      const subscriber = digits.slice(0, Math.max(0, length - area.length));
      const parsed = parsePhoneNumberFromString(`+${rules.countryCode}${area}${subscriber}`, metadata);
      const type = parsed?.getType();
      if (parsed !== undefined && (type === 'FIXED_LINE' || type === 'FIXED_LINE_OR_MOBILE')) {
        return { parsed, subscriber };
      }
    }
  }
  return undefined;
}

/** Examples in a country's own numbers, to show beside its rules what these make of them. */
export function exampleNumbers(
  country: CountryCode,
  rules: DialRules,
  { metadata, mobile }: { metadata: MetadataJson; mobile: Examples },
): readonly ExampleNumber[] {
  const examples: ExampleNumber[] = [];
  const add = (kind: ExampleKind, number: string | undefined) => {
    if (number !== undefined) examples.push({ kind, number });
  };
  const [extensionLength] = rules.extensionLengths;
  add('extension', extensionLength === undefined ? undefined : '2'.padEnd(extensionLength, '01'));
  const fixed = landline(rules, metadata);
  add('local', rules.cityCodes.length > 0 ? fixed?.subscriber : undefined);
  add('national', fixed?.parsed.formatNational());
  const cell = getExampleNumber(country, mobile, metadata);
  add('mobile', cell?.formatNational());
  add('with-plus', (fixed?.parsed ?? cell)?.formatInternational());
  add('abroad', rules.countryCode === '1' ? BRITISH : NORTH_AMERICAN);
  const [general, northAmerican, own] = emergencyNumbersFor(rules.countryCode);
  add('emergency', rules.countryCode === '1' ? northAmerican : (own ?? general));
  return examples;
}
