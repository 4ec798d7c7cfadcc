import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { root, run } from './run.mjs';

/**
 * Installs what is missing for building and testing: node modules, and a Chromium by the system's package. Does nothing
 * when all is there. Exits with 1 and one line that says what to install when it cannot do so itself.
 */
export async function setup() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`Node 20 or newer is needed; this is ${process.version}.`);
  await installModules();
  await installChromium();
}

async function installModules() {
  if (hasModules()) return;
  console.log('Installing node modules …');
  const status = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) stop('"npm ci" failed; the lines above say why.');
}

/** Whether node_modules holds what package-lock.json says, by npm's own record of what it installed. Times of files tell less: a checkout renews them. */
function hasModules() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(record);
  // npm leaves out the optional packages that are made for other systems.
  const isThere = ([path, { version, optional }]) =>
    path === '' || (installed[path] ? installed[path].version === version : optional === true);
  return Object.entries(wanted).every(isThere) && Object.keys(installed).every((path) => path in wanted);
}

function packagesIn(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

async function installChromium() {
  if (findChromium()) return;
  if (process.env.CHROMIUM)
    stop(`CHROMIUM is set to ${process.env.CHROMIUM}, which is not a program that can be run.`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (succeeds(...asRoot, 'apt-get', '--version')) {
    console.log('Installing Chromium …');
    const apt = (...args) =>
      run('env', [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args]);
    (await apt('update')) || (await apt('install', '-y', '--no-install-recommends', 'chromium'));
  }
  if (!findChromium())
    stop('Chromium is missing: install the package "chromium", or set CHROMIUM to the path of one.');
}

function succeeds(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function stop(line) {
  console.error(line);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
