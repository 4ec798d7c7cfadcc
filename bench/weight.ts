import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Row } from './report';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const places = [
  { name: 'popup', entry: 'src/popup/index.html', limit: 40 },
  { name: 'phone', entry: 'src/phone/index.html', limit: 120 },
  { name: 'worker', entry: 'src/background/main.js', limit: 20 },
];

/**
 * What each place loads at each of its starts, before it can do anything, gzipped: its page, scripts and styles, with all that those
 * import. Below it, each file that it may load later, when something comes that needs it.
 */
export function measureWeight(): Row[] {
  return places.flatMap(({ name, entry, limit }) => {
    const atStart = filesFrom(entry, [atOnce]);
    const later = [...filesFrom(entry, [atOnce, onDemand])].filter((file) => !atStart.has(file));
    const weights = later.map((file) => ({ what: `  later: ${basename(file)}`, weight: weightOf([file]) }));
    return [
      { what: `${name}, gzipped`, figures: [weightOf(atStart)], unit: 'kB' as const, limit },
      ...weights
        .toSorted((a, b) => b.weight - a.weight)
        .map(({ what, weight }) => ({ what, figures: [weight], unit: 'kB' as const, limit: null })),
    ];
  });
}

const atOnce = { html: /(?:src|href)="([^"]+)"/g, script: /(?:from|import)\s*["'](\.[^"']+)["']/g };
// The worker's script names its parts one after another (`scripts/worker-parts.ts`).
const onDemand = { html: /(?!)/g, script: /(?:import\(|importScripts\(|,)["'`](\.[^"'`]+\.js)["'`]/g };

function filesFrom(entry: string, links: readonly (typeof atOnce)[]): ReadonlySet<string> {
  const found = new Set([join(dist, entry)]);
  // A set takes in what is added while it is gone through.
  for (const file of found) {
    const text = readFileSync(file, 'utf8');
    const targets = links
      .flatMap(({ html, script }) => [...text.matchAll(file.endsWith('.html') ? html : script)])
      .map(([, link = '']) => (link.startsWith('/') ? join(dist, link) : join(dirname(file), link)));
    for (const target of targets) if (existsSync(target)) found.add(target);
  }
  return found;
}

function weightOf(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1_000;
}
