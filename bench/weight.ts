import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Row } from './report';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** What each place loads before it can do anything, gzipped: its page, scripts and styles, with all that those import. */
export function measureWeight(): Row[] {
  return [
    { what: 'popup, gzipped', figures: [weightOf('src/popup/index.html')], unit: 'kB', limit: 40 },
    { what: 'phone, gzipped', figures: [weightOf('src/phone/index.html')], unit: 'kB', limit: 120 },
    { what: 'worker, gzipped', figures: [weightOf('src/background/main.js')], unit: 'kB', limit: 20 },
  ];
}

function weightOf(entry: string): number {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    const links = file.endsWith('.html')
      ? /(?:src|href)="([^"]+)"/g
      : /(?:from|import)\s*["'](\.[^"']+)["']/g;
    for (const [, link = ''] of text.matchAll(links)) {
      visit(link.startsWith('/') ? join(dist, link) : join(dirname(file), link));
    }
  };
  visit(join(dist, entry));
  return [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1_000;
}
