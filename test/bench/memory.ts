/** Memory that each process holds with a request open, as the system counts it (resident set; Linux only). */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../helpers/browser.ts';
import { startApp } from '../helpers/app.ts';
import { type Bench, type Figure, rounded } from './figure.ts';
import { makePost, passphrase } from './post.ts';

function residentMb(pid: number): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match?.[1] ?? 0) / 1000;
}

/** Chromium's renderer processes below this process. */
function renderers(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
      } catch {
        return false;
      }
    });
}

export const memory: Bench = {
  name: 'memory',
  async measure({ folder, say }): Promise<readonly Figure[]> {
    if (!existsSync('/proc/self/status')) {
      say('memory: not run, this system has no /proc');
      return [];
    }
    const profile = path.join(folder, 'memory-profile');
    const id = await makePost(profile);
    const browser = await launchBrowser();
    const app = await startApp({ profile });
    try {
      const before = new Set(renderers());
      const page = await browser.newPage();
      await page.goto(app.address);
      await page.locator('input[type=password]').fill(passphrase);
      await page.keyboard.press('Enter');
      await page.locator('nav').first().waitFor();
      await page.evaluate((request) => {
        location.hash = `#/verzoeken/${request}`;
      }, id);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(1000);
      const window = renderers().filter((pid) => !before.has(pid)).reduce((most, pid) => Math.max(most, residentMb(pid)), 0);
      const figure = (name: string, what: string, value: number): Figure => ({ id: `memory.${name}`, what, unit: 'MB', value: rounded(value), size: 'one request open' });
      const main = residentMb(app.pids.main);
      const store = residentMb(app.pids.store);
      return [
        figure('main', 'main process (Node under the stand-in)', main),
        figure('store', 'store process', store),
        figure('window', 'window process (Chromium renderer)', window),
        { ...figure('all', 'all three', main + store + window), expected: { what: 'at most 350 MB', met: main + store + window <= 350 } },
      ];
    } finally {
      await browser.close();
      await app.stop();
    }
  },
};
