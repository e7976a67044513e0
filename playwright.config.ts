import { defineConfig } from '@playwright/test';
import { findChromium, quietFlags } from './build/shell-stand-in/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // each test runs an application with a store process and a page of its own; two cores carry two of them
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // a machine that is busy with other work answers late; late is not wrong
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // where a failure holds up a delivery a test that failed is tried once more; build/test.ts names those that needed it
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'line',
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // recording costs a fifth of the run: only what failed is recorded, when it is tried again
    trace: 'on-first-retry',
    launchOptions: { args: [...quietFlags], ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
