import { type Dialer, makeDialer } from './dial';
import { type DialRules, EMPTY_DIAL_RULES } from './rules';

/** Rules of which only the given fields hold anything. */
export const makeRules = (fields: Partial<DialRules>): DialRules => ({ ...EMPTY_DIAL_RULES, ...fields });

/** The office in Denver of the dial plan's examples. */
export const DENVER = makeRules({
  outsidePrefix: '9',
  countryCode: '1',
  cityCodes: ['303'],
  pbxPrefix: '538',
  longDistancePrefix: '1',
  internationalPrefix: '011',
  extensionLengths: [5],
  nationalLengths: [10],
  removeAreaCode: true,
  applyToPlusNumber: true,
});

/** The office in Berlin, where outside prefix and trunk prefix are both "0". */
export const BERLIN = makeRules({
  outsidePrefix: '0',
  countryCode: '49',
  cityCodes: ['30'],
  pbxPrefix: '23125',
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [3],
  nationalLengths: [10],
  removeAreaCode: true,
  applyToPlusNumber: true,
});

export const dialerFor = (rules: DialRules | null): Dialer => makeDialer({ rules, emergencyNumbers: [] });

/** The tables of tests as vitest's `each` prints them: what is typed, what is sent. */
export type PlanTable = readonly (readonly [typed: string, sent: string])[];
