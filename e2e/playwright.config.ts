import { defineConfig } from '@playwright/test';

/** The built extension in a real Chromium against the gateway on loopback. Two cores hold three browsers and what they talk to: each waits now and then. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Deadlines are for machines that have other things to do; nothing waits for them to pass.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../.cache/tests/browser.json' }]],
});
