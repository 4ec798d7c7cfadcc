// Numbering plans of Asia, the Pacific and Africa. Each table was worked out by hand from the plan that its comment
// states, not taken from what the code gives.
import { describe, expect, it } from 'vitest';
import { dialerFor, makeRules, type PlanTable } from './make-rules';
import type { DialRules } from './rules';

function checkPlan(place: string, rules: DialRules, table: PlanTable): void {
  const dialNumber = dialerFor(rules);
  describe(place, () => {
    it.each(table)('%s is sent as %s', (typed, sent) => {
      expect(dialNumber(typed).sent).toBe(sent);
    });
  });
}

// Japan (MIC): nine digits behind trunk prefix 0, ten for mobiles; international prefix 010. Checked by hand.
const TOKYO = makeRules({
  outsidePrefix: '0',
  countryCode: '81',
  cityCodes: ['3'],
  longDistancePrefix: '0',
  internationalPrefix: '010',
  extensionLengths: [3, 4],
  nationalLengths: [9, 10],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Tokyo, with extensions as long as emergency numbers', TOKYO, [
  ['03-5555-1234', '055551234'],
  ['５５５５－１２３４', '055551234'],
  ['+81 3 5555 1234', '055551234'],
  ['06-6555-1234', '00665551234'],
  ['090-1234-5678', '009012345678'],
  ['010-1-212-555-0123', '001012125550123'],
  ['+1 212 555 0123', '001012125550123'],
  ['110', '110'],
  ['118', '118'],
  ['0119', '0119'],
  ['201', '201'],
]);

// Australia (ACMA): nine digits behind trunk prefix 0; international prefix 0011; 000 is the emergency number, and begins
// with this office's outside prefix. Checked by hand.
const SYDNEY = makeRules({
  outsidePrefix: '0',
  countryCode: '61',
  cityCodes: ['2'],
  longDistancePrefix: '0',
  internationalPrefix: '0011',
  extensionLengths: [4],
  nationalLengths: [9],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Sydney, where the emergency number is made of outside prefixes', SYDNEY, [
  ['02 5550 1234', '055501234'],
  ['+61 2 5550 1234', '055501234'],
  ['5550 1234', '055501234'],
  ['03 5550 1234', '00355501234'],
  ['0491 570 006', '00491570006'],
  ['0011 44 20 7946 0018', '00011442079460018'],
  ['0 0011 44 20 7946 0018', '00011442079460018'],
  ['13 13 14', '0131314'],
  ['000', '000'],
  ['0000', '0000'],
  ['112', '112'],
]);

// Singapore (IMDA): eight digits, no trunk prefix; mobile numbers begin with 9 as the outside prefix does.
// Checked by hand.
const SINGAPORE = makeRules({
  outsidePrefix: '9',
  countryCode: '65',
  internationalPrefix: '001',
  extensionLengths: [4],
  nationalLengths: [8],
  applyToPlusNumber: true,
});
checkPlan('Singapore, where mobile numbers begin with the outside prefix', SINGAPORE, [
  ['6123 4567', '961234567'],
  ['9123 4567', '991234567'],
  ['+65 9123 4567', '991234567'],
  ['9 9123 4567', '991234567'],
  ['001 44 20 7946 0018', '9001442079460018'],
  ['995', '995'],
  ['9995', '9995'],
  ['999', '999'],
  ['9999', '9999'],
]);

// India (DoT): ten digits behind trunk prefix 0; Mumbai is 22 with eight digits. Checked by hand.
const MUMBAI = makeRules({
  outsidePrefix: '0',
  countryCode: '91',
  cityCodes: ['22'],
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [4],
  nationalLengths: [10],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Mumbai', MUMBAI, [
  ['022 2345 6789', '023456789'],
  ['2345 6789', '023456789'],
  ['98200 12345', '009820012345'],
  ['+91 98200 12345', '009820012345'],
  ['+91 (0)22 2345 6789', '023456789'],
  ['९८२०० १२३४५', '009820012345'],
  ['100', '100'],
  ['0108', '0108'],
]);

// China (MIIT): landlines in Beijing are 10 and eight digits behind trunk prefix 0, mobile numbers have eleven digits and are
// dialled with it from another place. Checked by hand.
const BEIJING = makeRules({
  outsidePrefix: '9',
  countryCode: '86',
  cityCodes: ['10'],
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [4],
  nationalLengths: [10, 11],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Beijing', BEIJING, [
  ['010 5555 1234', '955551234'],
  ['5555 1234', '955551234'],
  ['138 0013 8000', '9013800138000'],
  ['+86 138 0013 8000', '9013800138000'],
  ['0755 8555 1234', '9075585551234'],
  ['110', '110'],
  ['9120', '9120'],
]);

// South Africa (ICASA): nine digits behind trunk prefix 0, always dialled in full; the police is 10111, as long as this
// office's extensions. Checked by hand.
const JOHANNESBURG = makeRules({
  outsidePrefix: '9',
  countryCode: '27',
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [5],
  nationalLengths: [9],
  applyToPlusNumber: true,
});
checkPlan('Johannesburg, where an emergency number is as long as an extension', JOHANNESBURG, [
  ['011 555 1234', '90115551234'],
  ['+27 11 555 1234', '90115551234'],
  ['10111', '10111'],
  ['9 10111', '910111'],
  ['10112', '10112'],
  ['0027 11 555 1234', '90115551234'],
]);

// Côte d'Ivoire (ARTCI, since 2021): ten digits, the first a zero that belongs to the number. Checked by hand.
const ABIDJAN = makeRules({
  outsidePrefix: '0',
  countryCode: '225',
  internationalPrefix: '00',
  extensionLengths: [3],
  nationalLengths: [10],
  applyToPlusNumber: true,
});
checkPlan('Abidjan, where every number begins with the outside prefix', ABIDJAN, [
  ['07 12 34 56 78', '00712345678'],
  ['+225 07 12 34 56 78', '00712345678'],
  ['00225 07 12 34 56 78', '00712345678'],
  ['0 07 12 34 56 78', '00712345678'],
  ['+33 1 70 18 99 00', '00033170189900'],
  ['170', '170'],
  ['0180', '0180'],
]);

// Hong Kong (OFCA): eight digits, no area codes, international prefix 001; no outside prefix at all, as in systems that
// find the way themselves. Checked by hand.
const HONG_KONG = makeRules({
  countryCode: '852',
  internationalPrefix: '001',
  extensionLengths: [4],
  nationalLengths: [8],
  applyToPlusNumber: true,
});
checkPlan('Hong Kong, without an outside prefix', HONG_KONG, [
  ['2345 6789', '23456789'],
  ['+852 2345 6789', '23456789'],
  ['001 44 20 7946 0018', '001442079460018'],
  ['+44 20 7946 0018', '001442079460018'],
  ['1234', '1234'],
  ['992', '992'],
]);
