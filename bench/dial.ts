/**
 * How many numbers a second the dial rules take on one core, with a rule set that is warm.
 * `npx tsx bench/dial.ts`; the target is a million a second, which is 1 µs for a number.
 */
import { makeDialer } from '../src/core/dial/dial';
import type { DialRules } from '../src/core/dial/rules';
import { measurePreview } from './preview';
import { formatRows } from './report';

const DENVER: DialRules = {
  outsidePrefix: '9',
  countryCode: '1',
  cityCodes: ['303', '720'],
  pbxPrefix: '538',
  longDistancePrefix: '1',
  internationalPrefix: '011',
  extensionLengths: [5],
  nationalLengths: [10],
  removeAreaCode: true,
  applyToPlusNumber: true,
};

const LISTS: Record<string, string[]> = {
  'digits only': [
    '12345',
    '3035381234',
    '12125550123',
    '95550142',
    '912125550123',
    '911',
    '9705550142',
    '411',
  ],
  'with separators': [
    '303-538-1234',
    '(303) 555-0142',
    '+1 212 555 0123',
    '+44 20 7946 0018',
    '1 (303) 555.0142',
  ],
  'letters and tails': ['1-800-FLOWERS', '212-555-0123 x456', '212-555-0123,,789', '+44 (0)20 7946 0018'],
  'URIs and scripts': [
    'tel:+1-212-555-0123;ext=456',
    'sip:201@example.com',
    '\u202a+1 212 555 0123\u202c',
    '٣٠٣٥٥٥٠١٤٢',
  ],
};
// What people dial: mostly digits and written numbers, now and then something special.
const everyday = [
  ...(LISTS['digits only'] ?? []),
  ...(LISTS['with separators'] ?? []),
  ...(LISTS['with separators'] ?? []),
];
LISTS['everyday mixture'] = [...everyday, '212-555-0123 x456'];

const RUNS = 20;
const NUMBERS = 200_000;

function secondsPerRun(numbers: readonly string[], rules: DialRules | null): number[] {
  const dialNumber = makeDialer({ rules, emergencyNumbers: [] });
  let length = 0;
  const run = () => {
    for (let at = 0; at < NUMBERS; at++) length += dialNumber(numbers[at % numbers.length] ?? '').sent.length;
  };
  run();
  const seconds = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  });
  if (length === 0) throw new Error('Nothing was dialled.');
  return seconds.sort((one, other) => one - other);
}

// First, as in a popup that has just been opened.
const preview = measurePreview();
const perSecond = (seconds: number) => `${(NUMBERS / seconds / 1e6).toFixed(2)} M/s`;
const rows: Record<string, Record<string, string>> = {};
for (const [name, numbers] of Object.entries(LISTS)) {
  const seconds = secondsPerRun(numbers, DENVER);
  rows[name] = { median: perSecond(seconds[RUNS / 2] ?? 0), worst: perSecond(seconds[RUNS - 1] ?? 0) };
}
const off = secondsPerRun(LISTS['everyday mixture'], null);
rows['everyday mixture, rules off'] = {
  median: perSecond(off[RUNS / 2] ?? 0),
  worst: perSecond(off[RUNS - 1] ?? 0),
};
console.log(`Numbers dialled a second, ${RUNS} runs of ${NUMBERS} each`);
console.table(rows);
console.log(formatRows(preview));
