import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../e2e/chromium';

/** A copy of the built extension in which a page says more of itself than ours does. Remove it when the browser is closed. */
export class MarkedBuild {
  readonly #folder = mkdtempSync(join(scratchFolder(), 'offhook-bench-'));
  readonly dist = join(this.#folder, 'dist');

  constructor() {
    cpSync(fileURLToPath(new URL('../dist', import.meta.url)), this.dist, { recursive: true });
  }

  /** Has this run before all else of the script. */
  begin(script: string, mark: string): void {
    this.put(script, `${mark}\n${readFileSync(join(this.dist, script), 'utf8')}`);
  }

  put(file: string, text: string): void {
    writeFileSync(join(this.dist, file), text);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
