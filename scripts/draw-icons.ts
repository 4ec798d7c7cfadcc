import { mkdirSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { appIcon, toolbarIcon, toolbarStates } from './icon-shapes';

/** Draws every icon of the extension into public/icons; the files are committed, so that a build needs no renderer. */

const folder = new URL('../public/icons/', import.meta.url);
mkdirSync(folder, { recursive: true });

function draw(name: string, size: number, svg: string): void {
  writeFileSync(new URL(`${name}-${size}.png`, folder), new Resvg(svg).render().asPng());
}

for (const size of [16, 32, 48, 128]) draw('offhook', size, appIcon(size));
for (const state of toolbarStates) for (const size of [16, 32]) draw(state, size, toolbarIcon(state, size));
