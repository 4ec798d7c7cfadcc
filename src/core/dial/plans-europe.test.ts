// Numbering plans of Europe. Each table was worked out by hand from the plan that its comment states (the national
// authority's, as summed up in ITU-T's "National numbering plans"), not taken from what the code gives.
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

// Spain: closed plan of nine digits, no trunk prefix; area codes are part of every number. Checked by hand.
const MADRID = makeRules({
  outsidePrefix: '0',
  countryCode: '34',
  internationalPrefix: '00',
  extensionLengths: [4],
  nationalLengths: [9],
  applyToPlusNumber: true,
});
checkPlan('Madrid, without a trunk prefix', MADRID, [
  ['1234', '1234'],
  ['912 345 678', '0912345678'],
  ['+34 912 345 678', '0912345678'],
  ['0034 912 345 678', '0912345678'],
  ['0 912 345 678', '0912345678'],
  ['612 34 56 78', '0612345678'],
  ['+44 20 7946 0018', '000442079460018'],
  ['0 00 44 20 7946 0018', '000442079460018'],
  ['010', '0010'], // the city's information line, not an emergency number
  ['091', '091'],
  ['0 091', '0091'],
  ['112', '112'],
]);

// Denmark: eight digits, no area codes, no trunk prefix. Checked by hand.
const COPENHAGEN = makeRules({
  outsidePrefix: '0',
  countryCode: '45',
  internationalPrefix: '00',
  extensionLengths: [4],
  nationalLengths: [8],
  applyToPlusNumber: true,
});
checkPlan('Copenhagen, without area codes', COPENHAGEN, [
  ['32 12 34 56', '032123456'],
  ['+45 32 12 34 56', '032123456'],
  ['00 45 32 12 34 56', '032123456'],
  ['0 32 12 34 56', '032123456'],
  ['00 46 8 123 456 78', '00046812345678'],
  ['1234', '1234'],
  ['114', '0114'],
  ['0112', '0112'],
]);

// Norway: eight digits, and five for numbers such as 02345; emergency numbers as long as this office's extensions.
// Checked by hand.
const OSLO = makeRules({
  outsidePrefix: '0',
  countryCode: '47',
  internationalPrefix: '00',
  extensionLengths: [3],
  nationalLengths: [5, 8],
  applyToPlusNumber: true,
});
checkPlan('Oslo, where extensions are as long as emergency numbers', OSLO, [
  ['110', '110'],
  ['112', '112'],
  ['113', '113'],
  ['0113', '0113'],
  ['114', '114'],
  ['22 12 34 56', '022123456'],
  ['+47 22 12 34 56', '022123456'],
  ['02345', '002345'],
  ['0 02345', '002345'],
  ['+1 212 555 0123', '00012125550123'],
]);

// Italy: the zero is part of the number, at home and from abroad; mobile numbers have none. Checked by hand.
const ROME = makeRules({
  outsidePrefix: '0',
  countryCode: '39',
  cityCodes: ['06'],
  internationalPrefix: '00',
  extensionLengths: [4],
  nationalLengths: [9, 10],
  applyToPlusNumber: true,
});
checkPlan('Rome, where the zero is kept', ROME, [
  ['06 6982 1234', '00669821234'],
  ['+39 06 6982 1234', '00669821234'],
  ['+39 (0)6 6982 1234', '00669821234'],
  ['0039 06 6982 1234', '00669821234'],
  ['0 06 6982 1234', '00669821234'],
  ['+39 347 123 4567', '03471234567'],
  ['347 123 4567', '03471234567'],
  ['+39 02 1234 5678', '00212345678'],
  ['+33 1 70 18 99 00', '00033170189900'],
  ['113', '113'],
  ['0118', '0118'],
]);

// Germany: national numbers of 7 to 11 digits behind the trunk prefix 0; Nuremberg is 911, which begins with this
// office's outside prefix and, dialled bare, is no emergency. Checked by hand.
const MUNICH = makeRules({
  outsidePrefix: '9',
  countryCode: '49',
  cityCodes: ['89'],
  pbxPrefix: '99998',
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [2, 3],
  nationalLengths: [7, 8, 9, 10, 11],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Munich, with numbers of many lengths', MUNICH, [
  ['089 1234567', '91234567'],
  ['1234567', '91234567'], // may be national by its length, but 89 + 1234567 is too: local
  ['+49 89 12345', '912345'],
  ['030 55501234', '903055501234'],
  ['0911 1234567', '909111234567'],
  ['911 1234567', '909111234567'],
  ['+49 7071 123', '907071123'],
  ['0151 23456789', '9015123456789'],
  ['089 99998 12', '12'],
  ['089 99998 123', '123'],
  ['99998 123', '123'],
  ['9 030 55501234', '903055501234'],
  ['9 0043 1 5125050', '9004315125050'],
  ['110', '110'],
  ['9110', '9110'],
  ['911', '911'],
]);

// Austria: numbers of very different lengths, extensions dialled through; 01 is Vienna. Checked by hand.
const VIENNA = makeRules({
  outsidePrefix: '0',
  countryCode: '43',
  cityCodes: ['1'],
  pbxPrefix: '51250',
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [3, 2],
  nationalLengths: [7, 8, 9, 10, 11, 12],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Vienna, with several lengths of extension', VIENNA, [
  ['+43 1 51250 50', '50'],
  ['+43 1 51250 123', '123'],
  ['51250 50', '50'],
  ['01 7125050', '07125050'],
  ['7125050', '07125050'],
  ['0316 8720', '003168720'],
  ['0664 1234567', '006641234567'],
  ['+43 1 51250 133', '051250133'], // 133 is the police
  ['133', '133'],
  ['0144', '0144'],
  ['+43 1 7125050', '07125050'],
]);

// United Kingdom: ten digits behind the trunk prefix 0, nine in a few places (Brampton 016977 2xxx). Checked by hand.
const LONDON = makeRules({
  outsidePrefix: '9',
  countryCode: '44',
  cityCodes: ['20'],
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [4],
  nationalLengths: [9, 10],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('London', LONDON, [
  ['020 7946 0018', '979460018'],
  ['7946 0018', '979460018'],
  ['+44 (0)20 7946 0018', '979460018'],
  ['0161 496 0000', '901614960000'],
  ['+44 1632 960983', '901632960983'],
  ['016977 2345', '90169772345'],
  ['07700 900123', '907700900123'],
  ['9 0161 496 0000', '901614960000'],
  ['+1 212 555 0123', '90012125550123'],
  ['9 00 1 212 555 0123', '90012125550123'],
  ['999', '999'],
  ['9999', '9999'],
  ['112', '112'],
  ['101', '9101'],
]);

// Hungary: the trunk prefix has two digits, 06; Budapest is 1 with seven digits, mobile numbers have nine.
// Checked by hand.
const BUDAPEST = makeRules({
  outsidePrefix: '9',
  countryCode: '36',
  cityCodes: ['1'],
  longDistancePrefix: '06',
  internationalPrefix: '00',
  extensionLengths: [3],
  nationalLengths: [8, 9],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Budapest, with a trunk prefix of two digits', BUDAPEST, [
  ['06 1 234 5678', '92345678'],
  ['234 5678', '92345678'],
  ['+36 1 234 5678', '92345678'],
  ['06 20 123 4567', '906201234567'],
  ['+36 72 123 456', '90672123456'],
  ['9 06 20 123 4567', '906201234567'],
  ['104', '104'],
  ['9107', '9107'],
]);

// Russia: trunk prefix 8, international prefix 810, which begins with it; Moscow has two area codes and its numbers
// are dialled in full. Checked by hand.
const MOSCOW = makeRules({
  outsidePrefix: '9',
  countryCode: '7',
  cityCodes: ['495', '499'],
  longDistancePrefix: '8',
  internationalPrefix: '810',
  extensionLengths: [4],
  nationalLengths: [10],
  applyToPlusNumber: true,
});
checkPlan('Moscow, where the international prefix begins with the trunk prefix', MOSCOW, [
  ['8 495 123 45 67', '984951234567'],
  ['+7 499 123 45 67', '984991234567'],
  ['8 812 123 45 67', '988121234567'],
  ['8 10 49 30 55501234', '9810493055501234'],
  ['+49 30 55501234', '9810493055501234'],
  ['9 8 10 49 30 55501234', '9810493055501234'],
  ['02', '02'],
  ['902', '902'],
  ['101', '101'],
]);

// France: ten digits dialled, of which the first is the trunk prefix; two-digit emergency numbers. Checked by hand.
const PARIS = makeRules({
  outsidePrefix: '0',
  countryCode: '33',
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [3],
  nationalLengths: [9],
  applyToPlusNumber: true,
});
checkPlan('Paris, with emergency numbers of two digits', PARIS, [
  ['01 70 18 99 00', '00170189900'],
  ['+33 1 70 18 99 00', '00170189900'],
  ['+33 (0)1 70 18 99 00', '00170189900'],
  ['0033 1 70 18 99 00', '00170189900'],
  ['0 01 70 18 99 00', '00170189900'],
  ['15', '15'],
  ['017', '017'],
  ['18', '18'],
  ['114', '114'],
  ['3901', '03901'],
  ['201', '201'],
]);
