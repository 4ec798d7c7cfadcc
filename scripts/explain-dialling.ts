import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { type Dialer, makeDialer } from '../src/core/dial/dial';
import { dialSettings } from '../src/core/dial/dial-settings';
import type { Dialled, Step } from '../src/core/dial/dialled';
import { FIELD_NAMES, stepInEnglish } from '../src/core/dial/trace';
import { parseProfileBytes } from '../src/core/profile/decode';
import type { Problem, Profile } from '../src/core/profile/profile';
import type { Streams } from './as-process';

const HELP = `npm run dial -- --profile FILE [--name NAME] [--] NUMBER…

Shows what the phone sends for each NUMBER by the dial rules of a server profile. Without a NUMBER they are read from
standard input, one a line. FILE may be - for standard input when numbers are given.

--name NAME   the server to take, when FILE has several; else the first.

Standard output has one JSON line for each number:
  typed      as it was given
  sent       what is sent: digits, *, #, a leading +, or a SIP address as it is; "" when nothing can be dialled
  dtmf       what is sent after the answer; each comma is a pause of two seconds
  emergency  true when it reaches an emergency service
  steps      the way from typed to sent: {"order" (0 to 14), "code", "field" (of the profile, or null), "value", "text"};
             the values of "prefix" and "number" together are what is sent.

DialRule true: the profile's rules hold. DialRule false: each person sets their own, and the profile's are what they
start from; they are used here. DialRule missing: rules are off.

Exit status: 0 done, 1 profile refused (its problems are on standard error), 2 unreadable (no such file, no server of
that name, or the command is wrong).
`;

type Command = { readonly file: string; readonly name: string | null; readonly numbers: readonly string[] };

function parseCommand(words: string[]): Command | undefined {
  let file = '';
  let name: string | null = null;
  const numbers: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--profile') file = words[++at] ?? '';
    else if (word === '--name') name = words[++at] ?? '';
    else if (word === '--') numbers.push(...words.splice(at + 1));
    else if (word.startsWith('--')) return undefined;
    else numbers.push(word);
  }
  return file === '' || (file === '-' && numbers.length === 0) ? undefined : { file, name, numbers };
}

const toPlace = ({ severity, line, column, path, message }: Problem, file: string) =>
  `${file}:${line}:${column}: ${severity}: ${path === '' ? '' : `${path}: `}${message}\n`;

function pickProfile(profiles: readonly Profile[], name: string | null): Profile | undefined {
  return name === null ? profiles[0] : profiles.find((profile) => profile.name === name);
}

const toStep = (step: Step) => ({
  ...step,
  field: step.field === null ? null : FIELD_NAMES[step.field],
  text: stepInEnglish(step),
});

const toLine = ({ typed, sent, dtmf, emergency, steps }: Dialled) =>
  `${JSON.stringify({ typed, sent, dtmf, emergency, steps: steps.map(toStep) })}\n`;

async function printAll(dialNumber: Dialer, numbers: readonly string[], { input, output }: Streams) {
  for (const number of numbers) output.write(toLine(dialNumber(number)));
  if (numbers.length > 0) return;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) output.write(toLine(dialNumber(line)));
}

/** What the phone makes of numbers, and why; `npm run dial` with these words. */
export async function explainDialling(words: readonly string[], streams: Streams): Promise<number> {
  const { input, output, errors } = streams;
  if (words.includes('--help') || words.includes('-h')) {
    output.write(HELP);
    return 0;
  }
  const command = parseCommand([...words]);
  if (command === undefined) {
    errors.write(HELP);
    return 2;
  }
  const { file, name, numbers } = command;
  const bytes = await (file === '-' ? buffer(input) : readFile(file)).catch((error: Error) => error);
  if (bytes instanceof Error) {
    errors.write(`${file}: ${bytes.message}\n`);
    return 2;
  }
  const result = parseProfileBytes(bytes);
  const problems = result.ok ? result.warnings : result.problems;
  errors.write(problems.map((problem) => toPlace(problem, file)).join(''));
  if (!result.ok) return 1;
  const profile = pickProfile(result.profiles, name);
  if (profile === undefined) {
    const names = result.profiles.map((one) => JSON.stringify(one.name)).join(', ');
    errors.write(`${file}: no server is called ${JSON.stringify(name)}; there are ${names}\n`);
    return 2;
  }
  await printAll(makeDialer(dialSettings(profile, null)), numbers, streams);
  return 0;
}
