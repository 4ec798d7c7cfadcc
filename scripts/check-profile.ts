import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Decoded, decodeProfile, encodingProblems } from '../src/core/profile/decode';
import { mend } from '../src/core/profile/mend';
import { parseProfile } from '../src/core/profile/parse-profile';
import type { Problem, Profile, ProfileResult } from '../src/core/profile/profile';
import { toFields } from '../src/core/profile/profile-fields';
import { recogniseDocument } from '../src/core/profile/recognise';
import { DESKTOP_VARIABLES } from '../src/core/profile/run-settings-file';
import { parseSettingsFile } from '../src/core/profile/settings-file';
import type { Streams } from './as-process';

const HELP = `npm run profile -- FILE [--mend] [--model NAME]

Checks a server profile (JSON) or a 46xxsettings.txt as the phone does. FILE may be - for standard input.

Standard output has one JSON line for each problem:
  severity ("error" or "warning"), line, column (both from 1), path, message, expected, found,
  fix (null, or {"label", "edits": [{"offset", "length", "text"}]}, offsets in UTF-16 code units from 0),
  and file, when the problem is in a file that a settings file led to by GET.
Then, if the document is accepted, one line {"profiles": [...]}: each server with every field of the manuals, its
default where the document says nothing ("" is none, DialRule null is no rules), besides
  Kind      "ip-office" or "aura"
  Gateways  the WebSocket addresses that the phone signs in to, in order.
TURNPassword is shown as it is.

--mend         first takes every fix. The problems printed are those of FILE as it is; the last line then is
               {"profiles": [...], "mended": "..."} with the text of the mended document. FILE is not written.
               Of a 46xxsettings.txt, "mended" is the profile document that says the same.
--model NAME   what a 46xxsettings.txt is told the model is ($MODEL, $MODEL4); acw if not given, acm for macOS.

A GET in a 46xxsettings.txt reads the file of that name beside FILE, if there is one.

Exit status: 0 accepted, 1 refused, 2 unreadable (no such file, or the command is wrong).
`;

type Command = { readonly file: string; readonly mends: boolean; readonly model: string };

type Answer = {
  readonly result: ProfileResult;
  readonly problems: readonly Problem[];
  readonly mended: string;
};

function parseCommand(words: readonly string[]): Command | undefined {
  const files: string[] = [];
  let mends = false;
  let model: string = DESKTOP_VARIABLES.MODEL4;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--mend') mends = true;
    else if (word === '--model') model = words[++at] ?? '';
    else if (word.startsWith('-') && word !== '-') return undefined;
    else files.push(word);
  }
  const [file] = files;
  return file === undefined || files.length > 1 || model === '' ? undefined : { file, mends, model };
}

/** Only names beside the file, as a telephone would only ask the same server. */
function makeFetchFile(file: string) {
  return async (name: string): Promise<string | null> => {
    if (file === '-' || name !== basename(name)) return null;
    const bytes = await readFile(join(dirname(file), name)).catch(() => null);
    return bytes && decodeProfile(bytes).text;
  };
}

async function answerTo(decoded: Decoded, { file, mends, model }: Command): Promise<Answer> {
  const { text } = decoded;
  const ofEncoding = encodingProblems(decoded);
  if (recogniseDocument(text) === '46xx') {
    const variables = { ...DESKTOP_VARIABLES, MODEL: model, MODEL4: model };
    const { result, document } = await parseSettingsFile(text, { fetchFile: makeFetchFile(file), variables });
    return { result, problems: [...ofEncoding, ...problemsOf(result)], mended: document };
  }
  const result = parseProfile(text);
  const problems = [...ofEncoding, ...problemsOf(result)];
  if (!mends) return { result, problems, mended: '' };
  const mended = mend(text, problemsOf(result));
  return { result: parseProfile(mended), problems, mended };
}

function problemsOf(result: ProfileResult): readonly Problem[] {
  return result.ok ? result.warnings : result.problems;
}

function toLine({ severity, line, column, path, message, expected, found, fix, file }: Problem): string {
  const name = file === undefined ? {} : { file };
  return JSON.stringify({
    severity,
    line,
    column,
    path,
    message,
    expected,
    found,
    fix: fix ?? null,
    ...name,
  });
}

function toServer(profile: Profile) {
  return { Kind: profile.kind, ...toFields(profile), Gateways: profile.gateways };
}

/** What the phone thinks of a profile document or a 46xxsettings.txt; `npm run profile` with these words. */
export async function checkProfile(
  words: readonly string[],
  { input, output, errors }: Streams,
): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    output.write(HELP);
    return 0;
  }
  const command = parseCommand(words);
  if (!command) {
    errors.write(HELP);
    return 2;
  }
  const read = command.file === '-' ? buffer(input) : readFile(command.file);
  const bytes = await read.catch((error: Error) => error);
  if (bytes instanceof Error) {
    errors.write(`${command.file}: ${bytes.message}\n`);
    return 2;
  }
  const { result, problems, mended } = await answerTo(decodeProfile(bytes), command);
  const lines = problems.map(toLine);
  if (result.ok) {
    const profiles = result.profiles.map(toServer);
    lines.push(JSON.stringify(command.mends ? { profiles, mended } : { profiles }));
  }
  output.write(lines.map((line) => `${line}\n`).join(''));
  return result.ok ? 0 : 1;
}
