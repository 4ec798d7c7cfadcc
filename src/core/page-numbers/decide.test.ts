import { type CountryCode, getExampleNumber, type MetadataJson } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json';
import metadata from 'libphonenumber-js/min/metadata';
import { describe, expect, it } from 'vitest';
import { rulesFromCountry } from '../dial/country-rules';
import { DENVER } from '../dial/make-rules';
import { EMPTY_DIAL_RULES } from '../dial/rules';
import { makeDecide } from './decide';
import { findCandidates } from './find-candidates';

const plans: MetadataJson = metadata;
const countries = Object.keys(plans.countries) as CountryCode[];

function numbersIn(text: string, decide = makeDecide(plans, { rules: DENVER, region: '' })): string[] {
  return findCandidates(text).flatMap((candidate) => decide(candidate).map(({ number }) => number));
}

describe('a number on a page', () => {
  it('of any country is found with its plus, wherever the reader is', () => {
    const missed = countries.filter((country) => {
      const example = getExampleNumber(country, examples, plans);
      return example && !numbersIn(`see ${example.formatInternational()}.`).includes(example.number);
    });
    expect(missed).toEqual([]);
  });

  it('of the reader’s own country is found as people there write it, behind a word for a telephone', () => {
    const missed = countries.filter((country) => {
      const example = getExampleNumber(country, examples, plans);
      // Countries that share a code have the rules of the largest of them.
      if (!example || plans.country_calling_codes[example.countryCallingCode]?.[0] !== country) return false;
      const rules = rulesFromCountry({ country, areaCode: '', base: EMPTY_DIAL_RULES }, plans);
      const decide = makeDecide(plans, { rules, region: '' });
      return numbersIn(`Tel. ${example.formatNational()}`, decide).length !== 1;
    });
    expect(missed).toEqual([]);
  });

  it.each([
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['+1 303 555 0142 ext. 12', 'tel:+13035550142;ext=12'],
    ['(212) 555-0123 x9', '(212) 555-0123 x9'],
    ['Ext. 12345', '12345'],
    ['1-800-FLOWERS', '1-800-FLOWERS'],
  ])('written %s is dialled as %s', (written, dialled) => {
    expect(numbersIn(`Call ${written}`)).toEqual([dialled]);
  });

  it('is read by the plan of the browser’s region while no rules name a country', () => {
    const decide = makeDecide(plans, { rules: null, region: 'DE' });
    expect(numbersIn('Tel. 030 55501234', decide)).toEqual(['030 55501234']);
    expect(numbersIn('Tel. 030 55501234', makeDecide(plans, { rules: null, region: '' }))).toEqual([]);
  });
});

describe('a text of a hostile page', () => {
  it('that is one number of ten million digits has no candidate, and is through in less than a second', () => {
    const startedAt = performance.now();
    expect(findCandidates('7'.repeat(10_000_000))).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it.each([['(1 '], ['1-1 '], ['+'], ['8-800-A'], ['( ( ( 1'], ['1 ext '], ['\u200b1']])(
    'that repeats %j is scanned in time that grows with its length alone',
    (piece) => {
      const startedAt = performance.now();
      findCandidates(piece.repeat(200_000));
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    },
  );

  it('with a million numbers has a candidate for each, and for none twice', () => {
    const text = '+13035550142, '.repeat(20_000);
    const found = findCandidates(text);
    expect(found.length).toBe(20_000);
    expect(new Set(found.map(({ start }) => start)).size).toBe(20_000);
  });
});
