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
  forbidOnly: true,
  retries: 0,
  reporter: 'line',
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    trace: 'retain-on-failure',
    launchOptions: { args: [...quietFlags], ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
