import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export const root = new URL('..', import.meta.url).pathname;

// Ctrl-C reaches the whole group: the command at work tidies up and ends, and we end with its status.
process.on('SIGINT', () => {});

/** Runs a command in the project's root with our own input and output; gives its exit status, 127 when there is no such command. */
export function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    child.on('error', () => resolve(127));
    child.on('close', (status, signal) => resolve(status ?? 128 + constants.signals[signal]));
  });
}
