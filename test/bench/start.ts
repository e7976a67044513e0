/**
 * From starting the process to the first result of a search on screen, beside an empty window with an empty encrypted file; and the
 * same of a post with a hundred times the data. The time that the passphrase derivation takes on purpose is measured in the same run
 * and left out. What shows is watched from frame to frame inside the page: a driver that looks now and then would measure itself.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { argon2id } from 'hash-wasm';
import { launchBrowser } from '../helpers/browser.ts';
import { startApp } from '../helpers/app.ts';
import { type Bench, type Figure, beside, median, rounded } from './figure.ts';
import { makePost, passphrase } from './post.ts';

const rounds = 7;
const roundsLarge = 3;

/** Milliseconds from the start of the process, or from the passphrase, without its derivation. */
interface Steps {
  /** main runs and its window asks for its page */
  readonly window: number;
  readonly unlockScreen: number;
  /** from Enter to the frame of the desk */
  readonly desk: number;
  /** from Enter to the first result */
  readonly result: number;
}

const shows = (page: Page, selector: string, text = ''): Promise<unknown> =>
  page.waitForFunction(([wanted = '', words = '']) => [...document.querySelectorAll(wanted)].some((found) => (found.textContent ?? '').includes(words)), [selector, text], { polling: 'raf' });

async function ours(browser: Browser, profile: string): Promise<Steps> {
  const page = await browser.newPage();
  const started = performance.now();
  const app = await startApp({ profile, packaged: true });
  try {
    const window = performance.now() - started;
    await page.goto(app.address, { waitUntil: 'commit' });
    await shows(page, 'input[type=password]');
    const unlockScreen = performance.now() - started;
    // how fast somebody types is no part of it
    await page.focus('input[type=password]');
    await page.keyboard.insertText(passphrase);
    const entered = performance.now();
    await page.keyboard.press('Enter');
    await shows(page, 'nav a');
    const desk = performance.now() - entered;
    await page.keyboard.press('Control+k');
    await shows(page, '[role=combobox]');
    await page.keyboard.insertText('Valkenburg');
    await shows(page, '[role=option]', 'Valkenburg aan de Geul');
    return { window, unlockScreen, desk, result: performance.now() - entered };
  } finally {
    await page.close();
    await app.stop();
  }
}

async function empty(browser: Browser, folder: string, profile: string): Promise<number> {
  const page = await browser.newPage();
  const started = performance.now();
  const app = await startApp({ folder, profile, packaged: true });
  try {
    await page.goto(app.address, { waitUntil: 'commit' });
    await shows(page, 'body', 'ready');
    return performance.now() - started;
  } finally {
    await page.close();
    await app.stop();
  }
}

async function derivation(): Promise<number> {
  const began = performance.now();
  await argon2id({ password: passphrase, salt: new Uint8Array(16), memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32, outputType: 'binary' });
  return performance.now() - began;
}

export const start: Bench = {
  name: 'start',
  async measure({ folder, root, scalePost }): Promise<readonly Figure[]> {
    const profile = path.join(folder, 'start-profile');
    const emptyProfile = path.join(folder, 'empty-profile');
    mkdirSync(emptyProfile, { recursive: true });
    await makePost(profile);
    const real = await scalePost('real');
    const large = await scalePost('hundredfold');
    const browser = await launchBrowser();
    try {
      const own: Steps[] = [];
      const peer: number[] = [];
      const kdf: number[] = [];
      const whole = ({ unlockScreen, result }: Steps, derived: number): number => unlockScreen + result - derived;
      for (let round = 0; round <= rounds; round += 1) {
        const one = await ours(browser, profile);
        const other = await empty(browser, path.join(root, 'test', 'bench', 'empty-app'), emptyProfile);
        const derived = await derivation();
        if (round === 0) continue; // the first round warms the disk cache for both
        own.push(one);
        peer.push(other);
        kdf.push(derived);
      }
      const derived = median(kdf);
      const scaled = { real: [] as number[], large: [] as number[] };
      for (let round = 0; round <= roundsLarge; round += 1) {
        const [small, big] = [whole(await ours(browser, real), derived), whole(await ours(browser, large), derived)];
        if (round === 0) continue;
        scaled.real.push(small);
        scaled.large.push(big);
      }
      const size = `median of ${rounds} starts, warm disk, packs loaded`;
      const peerOf = { what: 'an empty window with an empty encrypted file', value: median(peer) };
      const step = (id: string, what: string, value: (steps: Steps) => number): Figure => ({ id: `start.${id}`, what, unit: 'ms', value: rounded(median(own.map(value))), size });
      return [
        beside({ id: 'start.usable-search', what: 'start to the first search result on screen, without the passphrase derivation', unit: 'ms', value: median(own.map((steps) => whole(steps, derived))), size }, peerOf, 1.5),
        beside({ id: 'start.unlock-screen', what: 'start to the unlock screen', unit: 'ms', value: median(own.map(({ unlockScreen }) => unlockScreen)), size }, peerOf),
        step('step.window', 'of that: until main opens its window', (steps) => steps.window),
        step('step.page', 'of that: from there to the unlock screen', (steps) => steps.unlockScreen - steps.window),
        step('step.desk', 'from Enter to the frame of the desk, without the derivation', (steps) => steps.desk - derived),
        step('step.result', 'from there to the first result: palette opened, words typed, answered, painted', (steps) => steps.result - steps.desk),
        { id: 'start.derivation', what: 'Argon2id, 64 MiB, 3 passes: the price of guessing a passphrase', unit: 'ms', value: rounded(derived), size: `median of ${rounds}` },
        beside(
          { id: 'start.hundredfold', what: 'the same start with 5,000 capabilities and 20,000 requests', unit: 'ms', value: median(scaled.large), size: `median of ${roundsLarge}` },
          { what: 'with 200 requests and the real packs', value: median(scaled.real) },
          1.5,
        ),
      ];
    } finally {
      await browser.close();
    }
  },
};
