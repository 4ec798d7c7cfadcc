import webExtension from 'vite-plugin-web-extension';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Imported metadata and messages are data, and pages load nothing before they are asked.
  build: { target: 'chrome120', modulePreload: false, emptyOutDir: true, sourcemap: false },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    webExtension({
      manifest: 'manifest.json',
      additionalInputs: ['src/phone/index.html', 'src/permission/index.html', 'src/call-window/index.html'],
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
