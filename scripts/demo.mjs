import { run } from './run.mjs';
import { setup } from './setup.mjs';

/** Installs what is missing, builds, and hands over to the demonstration with the arguments that were given. */

await setup();
const built = await run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
process.exit(built || (await run('node_modules/.bin/tsx', ['e2e/demo.ts', ...process.argv.slice(2)])));
