import { readFileSync } from 'node:fs';
import type { CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { expect, it } from 'vitest';
import { rulesFromCountry } from '../dial/country-rules';
import { EMPTY_DIAL_RULES } from '../dial/rules';
import { makeDecide } from './decide';
import { findCandidates } from './find-candidates';

type Line = { country: CountryCode; text: string; expected: readonly string[] };

/** The area of readers, where numbers without area code are found. */
const areas: Partial<Record<CountryCode, string>> = { US: '303', DE: '030', GB: '020', FR: '' };

const isCountry = (code: string): code is CountryCode => Object.hasOwn(metadata.countries, code);

function readCorpus(): readonly Line[] {
  const lines = readFileSync('e2e/pages/corpus.txt', 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [country = '', marked = ''] = [line.slice(0, 2), line.slice(3)];
      if (!isCountry(country)) throw new Error(`no country: ${line}`);
      const expected = [...marked.matchAll(/⟦(.*?)⟧/g)].map((match) => match[1] ?? '');
      return { country, text: marked.replace(/[⟦⟧]/g, ''), expected };
    });
}

const deciders = new Map<CountryCode, ReturnType<typeof makeDecide>>();

function deciderOf(country: CountryCode): ReturnType<typeof makeDecide> {
  const base = { ...EMPTY_DIAL_RULES, extensionLengths: [3] };
  const rules = rulesFromCountry({ country, areaCode: areas[country] ?? '', base }, metadata);
  const decide = deciders.get(country) ?? makeDecide(metadata, { rules, region: '' });
  deciders.set(country, decide);
  return decide;
}

function findIn({ country, text }: Line): readonly string[] {
  const decide = deciderOf(country);
  return findCandidates(text).flatMap((candidate) =>
    decide(candidate).map(({ start, end }) => candidate.text.slice(start, end)),
  );
}

it('finds the numbers of the corpus and nothing else', () => {
  const corpus = readCorpus();
  let right = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const line of corpus) {
    const found = [...findIn(line)];
    for (const number of line.expected) {
      const at = found.indexOf(number);
      if (at < 0) missed.push(`${line.country} ${number} of: ${line.text}`);
      else right += found.splice(at, 1).length;
    }
    wrong.push(...found.map((number) => `${line.country} ${number} of: ${line.text}`));
  }
  const recall = right / (right + missed.length);
  const precision = right / (right + wrong.length);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const countries = new Set(corpus.map(({ country }) => country)).size;
  process.stdout.write(
    `corpus: ${corpus.length} lines of ${countries} countries, ${right + missed.length} numbers; ` +
      `recall ${percent(recall)}, precision ${percent(precision)}\n${[...missed.map((line) => `  missed ${line}`), ...wrong.map((line) => `  wrong ${line}`)].join('\n')}\n`,
  );
  expect(corpus.length).toBeGreaterThanOrEqual(300);
  expect(countries).toBeGreaterThanOrEqual(15);
  expect(recall).toBeGreaterThanOrEqual(0.98);
  expect(precision).toBeGreaterThanOrEqual(0.99);
});
