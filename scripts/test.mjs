import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';
import { setup } from './setup.mjs';

/** Every check of the project in the order of their speed; stops at the first that fails, with its exit status. */

const results = join(root, '.cache/tests');
const unitResults = join(results, 'unit.json');
const browserResults = join(results, 'browser.json');

const npm = (script, args = []) => run('npm', ['run', '--silent', script, '--', ...args]);

const steps = {
  setup: async () => (await setup()) ?? 0,
  types: () => npm('types'),
  lint: () => npm('lint'),
  unit: () => npm('unit', ['--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`]),
  build: () => npm('build'),
  browser: () => npm('browser'),
};

function countTests() {
  const counts = { passed: 0, failed: 0 };
  const unit = readResults(unitResults);
  counts.passed += unit?.numPassedTests ?? 0;
  counts.failed += unit?.numFailedTests ?? 0;
  const browser = readResults(browserResults)?.stats;
  counts.passed += browser?.expected ?? 0;
  counts.failed += (browser?.unexpected ?? 0) + (browser?.flaky ?? 0);
  return counts;
}

function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null; // Its step was not reached, or ended before it could count.
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
let status = 0;
for (const [name, step] of Object.entries(steps)) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  status = await step();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'passed' : `failed with status ${status}`} in ${seconds} s`);
  if (status !== 0) break;
}
const { passed, failed } = countTests();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(status);
