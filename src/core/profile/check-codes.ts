/** Country and area codes, which many write with the digits that are dialled before them. */
import { readList } from './check-numbers';
import type { Text } from './check-text';
import type { Findings } from './findings';

/** ITU-T E.164 country codes in use, written short. */
const COUNTRY_CODE =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:2[1-689]|3[578]|42|5[09]|6[789]|8[0578]|9[679])\d)$/;

/** International prefixes of the world's larger countries, the longer ones first. */
const ACCESS_CODES = ['0011', '011', '010', '810', '00'];

/** Where a national number keeps its leading 0 after the country code: Italy, San Marino, Vatican, and three in Africa. */
const KEEPS_ZERO = ['39', '378', '379', '225', '241', '242'];

/** Without `+` and access code; their removal is a warning. */
export function readCountryCode(
  text: Text | undefined,
  internationalPrefix: string,
  findings: Findings,
): string {
  if (!text || text.value.trim() === '') return '';
  const { at, path } = text;
  const written = text.value.replace(/[\s().-]/g, '');
  const prefix = ['+', internationalPrefix, ...ACCESS_CODES]
    .filter((candidate) => candidate !== '' && written.startsWith(candidate))
    .find((candidate) => COUNTRY_CODE.test(written.slice(candidate.length)));
  const value = COUNTRY_CODE.test(written) ? written : written.slice(prefix?.length ?? 0);
  if (!/^[1-9]\d{0,2}$/.test(value)) {
    findings.report('countryCodeInvalid', at, path, { args: { value } });
    return '';
  }
  if (value !== written) {
    const detail = { args: { value, prefix: prefix ?? '' }, edits: text.replace(value) };
    findings.report('countryCodePrefix', at, path, detail);
  } else if (written !== text.value) {
    findings.report('countryCodeInvalid', at, path, { args: { value }, edits: text.replace(value) });
  }
  if (!COUNTRY_CODE.test(value)) findings.report('countryCodeUnknown', at, path, { args: { value } });
  return value;
}

/** Area codes without their trunk prefix; its removal is a warning. */
export function readAreaCodes(
  text: Text | undefined,
  rules: { readonly countryCode: string; readonly longDistancePrefix: string },
  findings: Findings,
): readonly string[] {
  if (!text) return [];
  const written = readList(text, /^\d+$/, findings).map((code) => ({
    code,
    prefix: trunkPrefix(code, rules),
  }));
  const codes = [...new Set(written.map(({ code, prefix }) => code.slice(prefix.length)))];
  const prefixes = [...new Set(written.map(({ prefix }) => prefix))].filter((prefix) => prefix !== '');
  if (prefixes.length > 0) {
    const value = codes.join(',');
    const detail = { args: { value, prefix: prefixes.join(', ') }, edits: text.replace(value) };
    findings.report('areaCodeTrunk', text.at, text.path, detail);
  }
  return codes;
}

function trunkPrefix(code: string, rules: { countryCode: string; longDistancePrefix: string }): string {
  const { countryCode, longDistancePrefix } = rules;
  // In North America no area code begins with 1, and all have three digits.
  if (countryCode === '1') return /^1\d{3}$/.test(code) ? '1' : '';
  if (KEEPS_ZERO.includes(countryCode)) return '';
  const { length } = longDistancePrefix;
  const isLonger =
    /^0\d/.test(longDistancePrefix) && code.startsWith(longDistancePrefix) && code.length > length;
  return isLonger ? longDistancePrefix + zeros(code.slice(length)) : zeros(code);
}

/** What has to go for the code not to begin with 0. */
function zeros(code: string): string {
  return /^0+(?=\d)/.exec(code)?.[0] ?? '';
}
