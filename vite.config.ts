import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import webExtension from 'vite-plugin-web-extension';
import { defineConfig } from 'vitest/config';
import { workerParts } from './scripts/worker-parts.ts';
import { loadedWith, readSourceTree } from './src/source-tree.ts';

// What the popup and the call log need at once, and another page too, is one file that each page names: a chain of small ones would cost
// them their start. The directory is looked up after that, and comes by itself.
const source = fileURLToPath(new URL('./src/', import.meta.url));
const tree = readSourceTree();
const atOnce = new Set(
  ['popup/main.tsx', 'call-log/main.tsx']
    .flatMap((path) => loadedWith(path, tree))
    .map(({ path }) => source + path),
);
const ofAllPages = /node_modules\/(preact|webextension-polyfill|idb)\/|vite\/preload-helper/;
const shared = {
  name: 'shared',
  minShareCount: 2,
  test: (id: string) => atOnce.has(id) || ofAllPages.test(id),
};
/**
 * Names in each page what its script imports before it runs, at whatever remove, so that all of it is fetched at once. Vite's own way would
 * put a loader into every page that imports something later; nothing that we import brings styles, so there is nothing for it to do.
 */
const namePreloads: Plugin = {
  name: 'name-preloads',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {}, chunk }) => {
      const files = new Set(chunk?.imports);
      // A set takes in what is added while it is gone through.
      for (const file of files) {
        const imported = bundle[file];
        if (imported?.type === 'chunk') for (const next of imported.imports) files.add(next);
      }
      return [...files].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${file}` },
        injectTo: 'head',
      }));
    },
  },
};

/**
 * Takes the polyfill for the module that it nearly is. As a CommonJS one it would have each of its properties copied, and to touch these
 * makes Chromium set up every interface that an extension may use, which costs each page a tenth of its start.
 */
const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  transform: {
    filter: { id: /\/webextension-polyfill\/dist\/browser-polyfill\.js$/ },
    handler: (code) =>
      `const module = { exports: {} };\nconst { exports } = module;\n${code}\nexport default module.exports;`,
  },
};

/** Tests run what is written; only a build makes an extension of it. */
const isTest = process.env.VITEST !== undefined;

/** Tests that change globals, keep modules that remember, or share one database: each needs a world of its own. */
const apart = ['src/{background,phone,store}/**/*.test.ts', 'e2e/gateway/auth/**/*.test.ts'];

export default defineConfig({
  build: {
    target: 'chrome120',
    modulePreload: false,
    emptyOutDir: true,
    rolldownOptions: { output: { codeSplitting: { groups: [shared] } } },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: isTest
    ? []
    : [
        polyfillAsModule,
        namePreloads,
        workerParts('src/background/main.ts'),
        webExtension({
          manifest: 'manifest.json',
          additionalInputs: [
            'src/phone/index.html',
            'src/permission/index.html',
            'src/call-window/index.html',
            'src/call-log/index.html',
            'src/directory/index.html',
            'src/call-request/index.html',
            'src/page-bridge/main.ts',
          ],
          // The schema would be downloaded at each build.
          skipManifestValidation: true,
          disableAutoLaunch: true,
        }),
      ],
  test: {
    testTimeout: 10_000,
    pool: 'threads',
    // Two cores, and some tests that wait for a tone to be heard.
    maxWorkers: 3,
    // Files that leave nothing behind for the next one share what they load.
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['src/**/*.test.tsx'],
          environment: 'happy-dom',
          isolate: false,
          unstubGlobals: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['src/**/*.test.ts', 'e2e/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: apart,
          isolate: false,
        },
      },
    ],
  },
});
