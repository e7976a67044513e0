/** The machine's own Chromium under Playwright, for what is measured or photographed outside the test runner. */
import { type Browser, chromium } from '@playwright/test';
import { findChromium, quietFlags } from '../../build/shell-stand-in/chromium.ts';

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium on this machine (apt-get install chromium)');
  return chromium.launch({ executablePath, args: [...quietFlags] });
}
