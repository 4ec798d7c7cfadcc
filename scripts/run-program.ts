import { spawn } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Program } from './as-process';

/** What a program left. `lines` are those of standard output. */
export type Outcome = {
  readonly status: number | null;
  readonly stdout: string;
  readonly lines: readonly string[];
  readonly stderr: string;
};

const toOutcome = (status: number | null, stdout: string, stderr: string): Outcome => ({
  status,
  stdout,
  lines: stdout === '' ? [] : stdout.trimEnd().split('\n'),
  stderr,
});

/** Runs a program here, with `input` as its standard input. */
export async function runProgram(program: Program, words: readonly string[], input = ''): Promise<Outcome> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(output), text(errors)]);
  const status = await program(words, { input: Readable.from([Buffer.from(input)]), output, errors });
  output.end();
  errors.end();
  return toOutcome(status, ...(await written));
}

/** Runs a script of this folder as its `npm run` does, in a process of its own. */
export async function spawnScript(name: string, words: readonly string[], input: string): Promise<Outcome> {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...words]);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.end(input);
  const [status, ...written] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return toOutcome(status, ...written);
}
