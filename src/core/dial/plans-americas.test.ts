// Numbering plans of the Americas. Each table was worked out by hand from the plan that its comment states, not
// taken from what the code gives.
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

// North America (NANPA): Kansas City lies in 816 and 913, both local with seven digits. The system's prefix needs an
// area code in front: the first of the list. Checked by hand.
const KANSAS_CITY = makeRules({
  outsidePrefix: '9',
  countryCode: '1',
  cityCodes: ['816', '913'],
  pbxPrefix: '555',
  longDistancePrefix: '1',
  internationalPrefix: '011',
  extensionLengths: [4, 3],
  nationalLengths: [10],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Kansas City, with two local area codes and two lengths of extension', KANSAS_CITY, [
  ['(816) 442-0142', '94420142'],
  ['(913) 442-0142', '94420142'],
  ['442-0142', '94420142'],
  ['816-555-0142', '0142'], // 3 + 3 + 4 digits are a national number: extensions of four
  ['555-0142', '0142'],
  ['913-555-0142', '0142'],
  ['0142', '0142'],
  ['201', '201'],
  ['303-555-0142', '913035550142'],
  ['913', '913'], // as long as an extension, and no number of its own
  ['911', '911'],
  ['9 1 913 442 0142', '919134420142'],
]);

// North America: Toronto is dialled with ten digits everywhere (416, 647, 437), so area codes stay. The outside prefix
// is 7 here, and 705 and 780 begin with it. Checked by hand.
const TORONTO = makeRules({
  outsidePrefix: '7',
  countryCode: '1',
  cityCodes: ['416', '647', '437'],
  longDistancePrefix: '1',
  internationalPrefix: '011',
  extensionLengths: [6],
  nationalLengths: [10],
  applyToPlusNumber: true,
});
checkPlan('Toronto, where area codes are kept and some begin with the outside prefix', TORONTO, [
  ['416-555-0142', '714165550142'],
  ['+1 647 555 0142', '716475550142'],
  ['705-555-0142', '717055550142'],
  ['780-555-0142', '717805550142'],
  ['7 1 705 555 0142', '717055550142'],
  ['7 911', '7911'],
  ['911', '911'],
  ['+44 20 7946 0018', '7011442079460018'],
  ['411', '7411'],
  ['123456', '123456'],
]);

// The profile that the manual prints: two area codes, two lengths each, + numbers left alone. Checked by hand.
const MANUAL = makeRules({
  outsidePrefix: '9',
  countryCode: '1',
  cityCodes: ['555', '777'],
  longDistancePrefix: '1',
  internationalPrefix: '011',
  extensionLengths: [3, 4],
  nationalLengths: [10, 11],
  removeAreaCode: true,
});
checkPlan("the office of the manual's profile", MANUAL, [
  ['201', '201'],
  ['2001', '2001'],
  ['555-234-0142', '92340142'],
  ['777-234-0142', '92340142'],
  ['234-0142', '92340142'],
  ['212-555-0123', '912125550123'],
  ['1-212-555-0123', '912125550123'],
  ['+1 212 555 0123', '+12125550123'],
  ['011 44 20 7946 0018', '9011442079460018'],
  ['9 1 212 555 0123', '912125550123'],
]);

// Mexico (IFT, since 2019): ten digits everywhere, no trunk prefix; Mérida is 999. Checked by hand.
const MEXICO_CITY = makeRules({
  outsidePrefix: '9',
  countryCode: '52',
  internationalPrefix: '00',
  extensionLengths: [4],
  nationalLengths: [10],
  applyToPlusNumber: true,
});
checkPlan('Mexico City, where an area code is all nines', MEXICO_CITY, [
  ['55 1234 5678', '95512345678'],
  ['+52 55 1234 5678', '95512345678'],
  ['999 123 4567', '99991234567'],
  ['9 999 123 4567', '99991234567'],
  ['00 1 212 555 0123', '90012125550123'],
  ['911', '911'],
  ['066', '066'],
  ['040', '9040'],
]);

// Brazil (Anatel): long distance and international calls name a carrier, here 15; landlines have ten digits with the
// area code, mobiles eleven. Checked by hand.
const SAO_PAULO = makeRules({
  outsidePrefix: '0',
  countryCode: '55',
  cityCodes: ['11'],
  longDistancePrefix: '015',
  internationalPrefix: '0015',
  extensionLengths: [4],
  nationalLengths: [10, 11],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('São Paulo, with a carrier inside both prefixes', SAO_PAULO, [
  ['3555-1234', '035551234'],
  ['98765-4321', '0987654321'],
  ['+55 11 3555-1234', '035551234'],
  ['+55 (11) 98765-4321', '0987654321'],
  ['(21) 98765-4321', '001521987654321'],
  ['0 15 21 98765-4321', '001521987654321'],
  ['0 0 15 21 98765-4321', '001521987654321'],
  ['00 15 44 20 7946 0018', '00015442079460018'],
  // As many digits as 0, 015 and a mobile number: read as prefixed already, an ambiguity left to "as typed".
  ['00 15 1 212 555 0123', '001512125550123'],
  ['+1 212 555 0123', '0001512125550123'],
  ['190', '190'],
  ['0193', '0193'],
  ['1234', '1234'],
]);

// Argentina (ENACOM): ten digits behind trunk prefix 0, Buenos Aires is 11 with eight digits. Checked by hand.
const BUENOS_AIRES = makeRules({
  outsidePrefix: '9',
  countryCode: '54',
  cityCodes: ['11'],
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [3],
  nationalLengths: [10],
  removeAreaCode: true,
  applyToPlusNumber: true,
});
checkPlan('Buenos Aires', BUENOS_AIRES, [
  ['4123-4567', '941234567'],
  ['011 4123-4567', '941234567'],
  ['+54 11 4123 4567', '941234567'],
  ['0351 412-3456', '903514123456'],
  ['00 55 11 3555 1234', '900551135551234'],
  ['100', '100'],
  ['9107', '9107'],
]);
