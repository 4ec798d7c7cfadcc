import '../ui/fake-i18n';
import { afterEach, describe, expect, it } from 'vitest';
import { parseProfile } from '../core/profile/parse-profile';
import { PROBLEM_TEXTS, type ProblemCode, type ProblemText } from '../core/profile/problem-texts';
import { speak } from '../ui/fake-i18n';
import { frenchProblems } from './french-problems';
import { germanProblems } from './german-problems';
import { problemWords } from './problem-words';

const placeholders = (sentence = '') => [...sentence.matchAll(/\$(\w+)\$/g)].map(([name]) => name).sort();
const english: [string, ProblemText][] = Object.entries(PROBLEM_TEXTS);

afterEach(() => speak('en'));

describe.each([
  ['German', germanProblems],
  ['French', frenchProblems],
] as const)('the problems of a document in %s', (_language, problems) => {
  it('name the same things as in English, and offer a remedy where the English do', () => {
    for (const [code, { message, expected, fix }] of english) {
      const words = problems[code as ProblemCode];
      expect(placeholders(words.message), code).toEqual(placeholders(message));
      expect(placeholders(words.expected), code).toEqual(placeholders(expected));
      expect(placeholders(words.fix), code).toEqual(placeholders(fix));
      expect(words.fix === undefined, code).toBe(fix === undefined);
    }
  });
});

it('tells a person who reads German in German what is missing', () => {
  speak('de');
  const result = parseProfile('{"IP_Office_Server_Profile": [{"Name": "West"}]}');
  const [words] = result.ok ? [] : result.problems.map(problemWords);
  expect(words).toMatchObject({ message: 'Address fehlt.', found: 'nichts' });
});
