import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of a built manifest that a test needs. */
export type Manifest = {
  key: string;
  action: { default_popup: string };
  options_ui: { page: string };
  host_permissions?: string[];
  content_scripts?: { matches: string[]; js: string[] }[];
};

type Additions = {
  /** Hosts that the person has granted. Chrome asks for that with a prompt that no test can press. */
  hosts: readonly string[];
  /** Text of a script that runs, with what the extension lets it, in the pages of these hosts. */
  contentScript?: string | undefined;
  /** Another key than the build's: an extension of another id, for which another policy holds. */
  key?: string | undefined;
};

/** Copies the built extension to `to`, with what is added to it. Throws when there is no build. */
export function copyExtension(dist: string, to: string, { hosts, contentScript, key }: Additions): Manifest {
  cpSync(dist, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const granted = hosts.flatMap((host) => [`http://${host}/*`, `https://${host}/*`]);
  const copied: Manifest = {
    ...manifest,
    key: key ?? manifest.key,
    host_permissions: [...(manifest.host_permissions ?? []), ...granted],
  };
  if (contentScript !== undefined) {
    const file = 'content-script-of-the-test.js';
    writeFileSync(join(to, file), contentScript);
    copied.content_scripts = [...(manifest.content_scripts ?? []), { matches: granted, js: [file] }];
  }
  writeFileSync(path, JSON.stringify(copied));
  return copied;
}

/** Chrome's rule: the first 128 bits of the key's SHA-256, each of their hex digits as a letter from a to p. */
export function extensionIdOf(manifest: Pick<Manifest, 'key'>): string {
  const digest = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
  return [...digest.slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
