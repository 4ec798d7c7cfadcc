/** Every country's numbering plan. It weighs more than a whole page, so it is imported when somebody asks for it. */
import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';
import mobile from 'libphonenumber-js/mobile/examples';
import { type ExampleNumber, exampleNumbers } from './country-examples';
import { rulesFromCountry } from './country-rules';
import type { DialRules } from './rules';

/** A country by its two letters (ISO 3166-1) and its calling code without `+`. */
export type Country = { code: string; callingCode: string };

export function listCountries(): readonly Country[] {
  return getCountries(metadata).map((code) => ({ code, callingCode: getCountryCallingCode(code, metadata) }));
}

/** The country that a calling code is best known for: the United States for "1". Undefined when it is nobody's. */
export function countryOfCallingCode(callingCode: string): string | undefined {
  return metadata.country_calling_codes[callingCode]?.[0];
}

/** `rulesFromCountry` by letters; `base` unchanged when there is no such country. */
export function rulesOfCountry(code: string, areaCode: string, base: DialRules): DialRules {
  const country = toCountryCode(code);
  return country ? rulesFromCountry({ country, areaCode, base }, metadata) : base;
}

/** Numbers to try the rules with, as people of that country write them; none when there is no such country. */
export function examplesOfCountry(code: string, rules: DialRules): readonly ExampleNumber[] {
  const country = toCountryCode(code);
  return country ? exampleNumbers(country, rules, { metadata, mobile }) : [];
}

function toCountryCode(code: string): CountryCode | undefined {
  return getCountries(metadata).find((country) => country === code);
}
