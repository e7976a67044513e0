/**
 * From starting the process to the first result of a search on screen, beside an empty window with an empty encrypted file. The time
 * that the passphrase derivation takes on purpose is measured in the same run and left out.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { argon2id } from 'hash-wasm';
import { launchBrowser } from '../helpers/browser.ts';
import { startApp } from '../helpers/app.ts';
import { type Bench, beside, median, rounded } from './figure.ts';
import { makePost, passphrase } from './post.ts';

const rounds = 7;

async function ours(browser: Browser, profile: string): Promise<{ locked: number; open: number }> {
  const page = await browser.newPage();
  const started = performance.now();
  const app = await startApp({ profile });
  try {
    await page.goto(app.address);
    const field = page.locator('input[type=password]');
    await field.waitFor();
    const locked = performance.now() - started;
    await field.fill(passphrase);
    const unlocking = performance.now();
    await field.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Valkenburg');
    await page.getByRole('option', { name: /Valkenburg aan de Geul/ }).first().waitFor();
    return { locked, open: performance.now() - unlocking };
  } finally {
    await page.close();
    await app.stop();
  }
}

async function empty(browser: Browser, folder: string, profile: string): Promise<number> {
  const page = await browser.newPage();
  const started = performance.now();
  const app = await startApp({ folder, profile });
  try {
    await page.goto(app.address);
    await page.getByText('ready').waitFor();
    return performance.now() - started;
  } finally {
    await page.close();
    await app.stop();
  }
}

async function derivation(): Promise<number> {
  const started = performance.now();
  await argon2id({ password: passphrase, salt: new Uint8Array(16), memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32, outputType: 'binary' });
  return performance.now() - started;
}

export const start: Bench = {
  name: 'start',
  async measure({ folder, root }) {
    const profile = path.join(folder, 'start-profile');
    const emptyProfile = path.join(folder, 'empty-profile');
    mkdirSync(emptyProfile, { recursive: true });
    await makePost(profile);
    const browser = await launchBrowser();
    try {
      const own: number[] = [];
      const locked: number[] = [];
      const peer: number[] = [];
      const kdf: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const one = await ours(browser, profile);
        const other = await empty(browser, path.join(root, 'test', 'bench', 'empty-app'), emptyProfile);
        const derived = await derivation();
        if (round === 0) continue; // the first round warms the disk cache for both
        own.push(one.locked + one.open - derived);
        locked.push(one.locked);
        peer.push(other);
        kdf.push(derived);
      }
      const size = `median of ${rounds} starts, warm disk, packs loaded`;
      const what = 'an empty window with an empty encrypted file';
      return [
        beside({ id: 'start.usable-search', what: 'start to the first search result on screen, without the passphrase derivation', unit: 'ms', value: median(own), size }, { what, value: median(peer) }, 1.5),
        beside({ id: 'start.unlock-screen', what: 'start to the unlock screen', unit: 'ms', value: median(locked), size }, { what, value: median(peer) }),
        { id: 'start.derivation', what: 'Argon2id, 64 MiB, 3 passes: the price of guessing a passphrase', unit: 'ms', value: rounded(median(kdf)), size: `median of ${rounds}` },
      ];
    } finally {
      await browser.close();
    }
  },
};
