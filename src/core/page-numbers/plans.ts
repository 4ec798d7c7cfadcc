import {
  type CountryCode,
  type MetadataJson,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import { makeToE164 } from '../dial/e164';
import { type DialRules, EMPTY_DIAL_RULES } from '../dial/rules';

/** Whose numbers are looked for: `region` is an ISO 3166 code for where the rules name no country, and may be empty. */
export type Reader = { rules: DialRules | null; region: string };

/** The numbering plans as this reader sees them. `trunk` is what his country dials before an area code, mostly "0". */
export type Plans = {
  metadata: MetadataJson;
  country: CountryCode | undefined;
  trunk: string;
  rules: DialRules;
  toE164: (number: string) => string | null;
};

export function makePlans(metadata: MetadataJson, { rules, region }: Reader): Plans {
  const own = metadata.country_calling_codes[rules?.countryCode ?? '']?.[0];
  const country = own ?? (Object.hasOwn(metadata.countries, region) ? (region as CountryCode) : undefined);
  const trunk: unknown = country === undefined ? '' : metadata.countries[country]?.[5];
  return {
    metadata,
    country,
    trunk: typeof trunk === 'string' ? trunk : '',
    rules: rules ?? EMPTY_DIAL_RULES,
    toE164: makeToE164(rules),
  };
}

/** Null for what has no plan at all; whether it is in use has still to be asked. */
export function parse({ metadata, country }: Plans, text: string): PhoneNumber | null {
  const defaults = country === undefined ? {} : { defaultCountry: country };
  return parsePhoneNumberFromString(text, { extract: false, ...defaults }, metadata) ?? null;
}
