import { getCountries } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';
import smallMetadata from 'libphonenumber-js/min/metadata';
import mobile from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { exampleNumbers } from './country-examples';
import { rulesFromCountry } from './country-rules';
import { makeDialer } from './dial';
import { makeNumberFormat } from './format-number';
import { DENVER, makeRules } from './make-rules';
import { EMPTY_DIAL_RULES } from './rules';

const base = makeRules({ outsidePrefix: '9', extensionLengths: [4] });

describe('the rules of a country', () => {
  it.each([
    ['US', '(303)', '1', ['303'], '1', '011', [10]],
    ['DE', '030', '49', ['30'], '0', '00', [7, 8, 9, 10, 11]],
    ['GB', '020', '44', ['20'], '0', '00', [9, 10]],
    ['IT', '06', '39', ['06'], '', '00', [7, 8, 9, 10, 11]],
    ['ES', '', '34', [], '', '00', [9]],
    ['HU', '06 1', '36', ['1'], '06', '00', [8, 9]],
    ['RU', '495', '7', ['495'], '8', '810', [10]],
    ['MX', '55', '52', ['55'], '', '00', [10]],
    ['AU', '02', '61', ['2'], '0', '0011', [9]],
    ['JP', '03', '81', ['3'], '0', '010', [9, 10]],
    ['SG', '', '65', [], '', '001', [8]],
    ['CI', '', '225', [], '', '00', [10]],
  ] as const)(
    'are for %s with area code "%s": country %s, areas %j, trunk prefix "%s", international prefix %s, lengths %j',
    (country, areaCode, countryCode, cityCodes, longDistancePrefix, internationalPrefix, nationalLengths) => {
      expect(rulesFromCountry({ country, areaCode, base }, metadata)).toEqual({
        ...base,
        countryCode,
        cityCodes,
        longDistancePrefix,
        internationalPrefix,
        nationalLengths,
        applyToPlusNumber: true,
      });
    },
  );

  it('are there for every country, and take its mobile numbers to the outside line and a national number', () => {
    for (const country of getCountries(metadata)) {
      const rules = rulesFromCountry({ country, areaCode: '', base: EMPTY_DIAL_RULES }, metadata);
      expect(rules.nationalLengths.length, country).toBeGreaterThan(0);
      expect(rules.internationalPrefix, country).toMatch(/^\d{1,4}$/);
      const dialNumber = makeDialer({ rules: { ...rules, outsidePrefix: '9' }, emergencyNumbers: [] });
      const example = exampleNumbers(country, rules, { metadata, mobile }).find(
        ({ kind }) => kind === 'with-plus',
      );
      if (example !== undefined) expect(dialNumber(example.number).why, country).toContain('long-distance');
    }
  });

  it('can be had from the small metadata, which know the lengths of all numbers together', () => {
    const rules = rulesFromCountry({ country: 'DE', areaCode: '30', base }, smallMetadata);
    expect(rules).toMatchObject({ longDistancePrefix: '0', nationalLengths: [7, 8, 9, 10, 11] });
  });
});

describe('the examples of a country', () => {
  it('are its own numbers, and come out of its rules as they should', () => {
    const rules = rulesFromCountry({ country: 'DE', areaCode: '030', base }, metadata);
    const dialNumber = makeDialer({ rules, emergencyNumbers: [] });
    const rows = exampleNumbers('DE', rules, { metadata, mobile }).map(({ kind, number }) => [
      kind,
      number,
      dialNumber(number).sent,
    ]);
    expect(rows).toEqual([
      ['extension', '2010', '2010'],
      ['local', '555014267', '9555014267'],
      ['national', '030 555014267', '9030555014267'],
      ['mobile', '01512 3456789', '9015123456789'],
      ['with-plus', '+49 30 555014267', '9030555014267'],
      ['abroad', '+1 212 555 0123', '90012125550123'],
      ['emergency', '110', '110'],
    ]);
  });

  it('of North America name a number abroad that is not North American', () => {
    const rules = rulesFromCountry({ country: 'US', areaCode: '303', base }, metadata);
    const examples = exampleNumbers('US', rules, { metadata, mobile });
    expect(examples).toContainEqual({ kind: 'abroad', number: '+44 20 7946 0018' });
    expect(examples).toContainEqual({ kind: 'national', number: '(303) 555-0142' });
    expect(examples).toContainEqual({ kind: 'emergency', number: '911' });
  });
});

describe('a number shown to a person', () => {
  const inDenver = makeNumberFormat(DENVER, smallMetadata);

  it.each([
    ['912125550123', '(212) 555-0123'],
    ['5550142', '(303) 555-0142'],
    ['+13035550142', '(303) 555-0142'],
    ['9011442079460018', '+44 20 7946 0018'],
    ['12345', '12345'],
    ['*17', '*17'],
    ['sip:bob@example.com', 'sip:bob@example.com'],
  ])('%s is written %s in the form of their country', (number, shown) => {
    expect(inDenver(number)).toBe(shown);
  });

  it('is written in full while the country is not known', () => {
    expect(makeNumberFormat(null, smallMetadata)('+13035550142')).toBe('+1 303 555 0142');
  });
});
