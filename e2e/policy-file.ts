import { generateKeyPairSync } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';

/** Where Debian's Chromium looks for what an administrator has set. */
const folder = '/etc/chromium/policies/managed';

/** Why no policy can be set on this machine; null when one can. */
export function whyNoPolicy(): string | null {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  try {
    accessSync(there, constants.W_OK);
    return null;
  } catch {
    return `A policy can only be set by root: ${there} cannot be written.`;
  }
}

/** A key for an extension of its own: its policies hold for no other browser that runs on this machine. */
export function makeExtensionKey(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
}

/** What an administrator has set for one extension, in a file as on a real machine. */
export class PolicyFile {
  readonly #extensionId: string;
  readonly #path: string;

  constructor(extensionId: string) {
    this.#extensionId = extensionId;
    this.#path = join(folder, `offhook-test-${extensionId}.json`);
  }

  write(items: object): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(this.#path, JSON.stringify({ '3rdparty': { extensions: { [this.#extensionId]: items } } }));
  }

  remove(): void {
    rmSync(this.#path, { force: true });
  }
}

/** Has the browser read its policies now; it would by itself within a quarter of an hour, or when it notices the file. */
export async function reloadPolicies(page: Page): Promise<void> {
  await page.goto('chrome://policy');
  await page.locator('#reload-policies').click();
}
