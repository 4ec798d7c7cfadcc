import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { makeToE164 } from './e164';
import type { DialRules } from './rules';

/**
 * Makes the function that writes a number the way people of one's own country write it: "(212) 555-0123" in North
 * America, "+49 30 55501234" there for a number in Berlin. What is no public number, or no number at all, comes
 * back as it is. The metadata is libphonenumber's (`libphonenumber-js/min/metadata` will do); it weighs
 * 40 kB and more, so only a page that can afford it passes it in.
 */
export function makeNumberFormat(
  rules: DialRules | null,
  metadata: MetadataJson,
): (number: string) => string {
  const toE164 = makeToE164(rules);
  const ownCode = rules?.countryCode ?? '';
  return (number) => {
    const e164 = toE164(number);
    const parsed = e164 === null ? undefined : parsePhoneNumberFromString(e164, metadata);
    if (parsed === undefined) return number;
    return parsed.countryCallingCode === ownCode ? parsed.formatNational() : parsed.formatInternational();
  };
}
