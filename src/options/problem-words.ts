import { fillText, type ProblemCode } from '../core/profile/problem-texts';
import type { Problem } from '../core/profile/profile';
import { text } from '../ui/text';
import { frenchProblems } from './french-problems';
import { germanProblems } from './german-problems';
import type { ProblemWords } from './words';

const languages: Readonly<Record<string, Readonly<Record<ProblemCode, ProblemWords>>>> = {
  de: germanProblems,
  fr: frenchProblems,
};

/** What is wrong, what was expected and found, and the label of the button that mends it, in the person's language. */
export function problemWords({ code, args, message, expected, found, fix }: Problem) {
  const language = languages[text('languageTag')];
  const words = language && isCode(language, code) ? language[code] : undefined;
  return {
    message: words ? fillText(words.message, args) : message,
    expected: words ? fillText(words.expected, args) : expected,
    found: code === 'missing' ? text('problemNothing') : found,
    fix: words?.fix ? fillText(words.fix, args) : fix?.label,
  };
}

function isCode(language: Readonly<Record<ProblemCode, ProblemWords>>, code: string): code is ProblemCode {
  return Object.hasOwn(language, code);
}
