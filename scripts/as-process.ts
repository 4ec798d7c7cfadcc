import type { Readable, Writable } from 'node:stream';

export type Streams = { readonly input: Readable; readonly output: Writable; readonly errors: Writable };

/** Takes its words and where it reads and writes; resolves with its exit status. */
export type Program = (words: readonly string[], streams: Streams) => Promise<number>;

/** Makes this process the program: its arguments, its streams and its exit status. */
export async function runAsProcess(program: Program): Promise<void> {
  const { stdin: input, stdout: output, stderr: errors } = process;
  // A reader that has seen enough, such as head, closes the pipe.
  output.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  process.exitCode = await program(process.argv.slice(2), { input, output, errors });
}
