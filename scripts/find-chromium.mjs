import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Branded Chrome is left out: it no longer loads an extension from the command line.
const names = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'chrome-for-testing'];

/** Path of a Chromium that can load an unpacked extension, or null. The environment's CHROMIUM, when set, is the only one looked at. */
export function findChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen) return isProgram(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
