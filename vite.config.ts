import webExtension from 'vite-plugin-web-extension';
import { defineConfig } from 'vitest/config';

// What the light pages have in common, as one file that each page names at once: a chain of small ones would cost the popup its start.
// The directory is looked up after that, and comes by itself.
const shared = {
  name: 'shared',
  minShareCount: 2,
  test: /node_modules\/(preact|webextension-polyfill|idb)\/|src\/(ui|bus|platform)\/(?!fetch-|probe)|src\/store\/(?!look-up|find-caller|search-contacts|contact-names|contact-pages|directory|undo)|src\/core\/(dial\/)?[\w-]+\.ts/,
};

export default defineConfig({
  build: {
    target: 'chrome120',
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    rolldownOptions: { output: { advancedChunks: { groups: [shared] } } },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    webExtension({
      manifest: 'manifest.json',
      additionalInputs: [
        'src/phone/index.html',
        'src/permission/index.html',
        'src/call-window/index.html',
        'src/call-log/index.html',
        'src/directory/index.html',
        'src/call-request/index.html',
        'src/numbers/main.ts',
      ],
      // The schema would be downloaded at each build.
      skipManifestValidation: true,
      disableAutoLaunch: true,
    }),
  ],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 10_000,
  },
});
