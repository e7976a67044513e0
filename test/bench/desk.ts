/**
 * The window of a post with a hundred times the data: a request with 200 filled fields opened and typed in, the lists of requests and
 * of capabilities searched and scrolled. Chromium itself says how long it was from key to paint (Event Timing) and which tasks held the
 * page up (Long Tasks): what the person feels, measured where it is felt. Beside it how long those tasks worked (`page-work.ts`), which other
 * programs on the machine do not lengthen.
 */
import type { Browser, Page } from '@playwright/test';
import { startApp } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { longFields, longRequest } from '../helpers/scale.ts';
import { type Bench, type Figure, quantile, rounded } from './figure.ts';
import { taskWork } from './page-work.ts';
import { passphrase } from './post.ts';

const keystrokes = 80;
const opened = 12;
const turns = 40;
/** Event Timing counts in steps of 8 ms and leaves out what took less than 16. */
export const leastMs = 16;
export const longTaskMs = 50;

export interface Felt {
  /** from key to paint, milliseconds; what took less than `leastMs` counts as that */
  readonly keys: readonly number[];
  /** tasks above 50 ms, milliseconds */
  readonly tasks: readonly number[];
}

/** What the page felt while `act` ran; `acts` keys were pressed in it. */
export async function felt(page: Page, acts: number, act: () => Promise<void>): Promise<Felt> {
  await page.evaluate(() => {
    const seen: { keys: Record<number, number>; tasks: number[]; stop?: () => void } = { keys: {}, tasks: [] };
    const events = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) if (entry.interactionId > 0) seen.keys[entry.interactionId] = Math.max(seen.keys[entry.interactionId] ?? 0, entry.duration);
    });
    const tasks = new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration)));
    events.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    tasks.observe({ type: 'longtask' });
    Object.assign(window, { benchSeen: seen });
    seen.stop = () => {
      events.disconnect();
      tasks.disconnect();
    };
  });
  await act();
  await page.waitForTimeout(300); // the observers are told late
  const { keys, tasks } = await page.evaluate(() => {
    const { benchSeen } = window as unknown as { benchSeen: { keys: Record<number, number>; tasks: number[]; stop: () => void } };
    benchSeen.stop();
    return { keys: Object.values(benchSeen.keys), tasks: benchSeen.tasks };
  });
  return { keys: [...keys, ...Array.from({ length: Math.max(0, acts - keys.length) }, () => leastMs)], tasks };
}

interface Worked extends Felt {
  /** of each task of the page, milliseconds of its thread */
  readonly work: readonly number[];
}

async function worked(page: Page, acts: number, act: () => Promise<void>): Promise<Worked> {
  let seen: Felt = { keys: [], tasks: [] };
  const work = await taskWork(page, async () => {
    seen = await felt(page, acts, act);
  });
  return { ...seen, work };
}

async function typing(page: Page, letters: number): Promise<Worked> {
  const text = 'water keren langs de dijk bij hoog water in de nacht '.repeat(4).slice(0, letters);
  return await worked(page, letters, async () => {
    for (const letter of text) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  });
}

async function scrolling(page: Page, over: string): Promise<Worked> {
  await page.locator(over).first().hover();
  return await worked(page, 0, async () => {
    for (let turn = 0; turn < turns; turn += 1) {
      await page.mouse.wheel(0, turn < turns / 2 ? 300 : -300);
      await page.evaluate(() => new Promise((resolve) => void requestAnimationFrame(resolve)));
    }
  });
}

export async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('input[type=password]').fill(passphrase);
  await page.keyboard.press('Enter');
  // the first unlock of a post that was just made takes in what the packs say
  await page.locator('nav a').first().waitFor({ timeout: 120_000 });
}

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** From the address to the filled fields on screen, frame by frame inside the page. */
async function opening(page: Page, id: string): Promise<number> {
  await go(page, '#/instellingen');
  await page.locator('h1').first().waitFor();
  return await page.evaluate(async (request) => {
    const started = performance.now();
    location.hash = `#/verzoeken/${request}`;
    const isThere = (): boolean => [...document.querySelectorAll('textarea')].filter(({ value }) => value !== '').length >= 40;
    while (!isThere()) await new Promise((resolve) => void requestAnimationFrame(resolve));
    return performance.now() - started;
  }, id);
}

async function measureIn(browser: Browser, profile: string): Promise<readonly Figure[]> {
  const app = await startApp({ profile, packaged: true });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await enter(page, app.address);
    const id = await page.evaluate(async (find) => {
      const found = await window.steunpunt.call('request.list', { find, limit: 1 });
      return found.ok ? (found.value.requests[0]?.id ?? '') : '';
    }, longRequest);
    const times: number[] = [];
    for (let round = 0; round <= opened; round += 1) {
      const taken = await opening(page, id);
      if (round > 0) times.push(taken); // the first loads the screen's code
    }
    await page.locator('textarea').nth(20).focus();
    await typing(page, 10);
    const field = await typing(page, keystrokes);

    await go(page, '#/verzoeken');
    const finder = page.getByRole('textbox').first();
    await page.getByRole('row').nth(20).waitFor();
    const requestsScroll = await scrolling(page, '[role=grid]');
    await finder.focus();
    const requestsTyping = await typing(page, 20);

    await go(page, '#/catalogus');
    await page.getByRole('row').nth(20).waitFor();
    const catalogueScroll = await scrolling(page, '[role=grid]');
    await finder.focus();
    const catalogueTyping = await typing(page, 20);

    const size = '5,000 capabilities, 20,000 requests';
    const most = (values: readonly number[]): number => values.reduce((longest, value) => Math.max(longest, value), 0);
    const keys = (name: string, what: string, { keys: taken }: Felt, share: number): Figure => ({
      id: `desk.${name}.p${share * 100}`,
      what: `${what}, key to paint as Chromium tells it (never below ${leastMs}), p${share * 100}`,
      unit: 'ms',
      value: rounded(quantile(taken, share)),
      size: `${taken.length} keys; ${size}`,
    });
    const tasks = (name: string, what: string, { tasks: held, work }: Worked): readonly Figure[] => [
      {
        id: `desk.${name}.longest-task`,
        what: `${what}: the longest task above ${longTaskMs} ms (0: there was none; in all ${held.length})`,
        unit: 'ms',
        value: rounded(most(held)),
        size,
        expected: { what: `no task above ${longTaskMs} ms`, met: held.length === 0 },
      },
      {
        id: `desk.${name}.longest-work`,
        what: `${what}: how long the longest task worked, by the clock of its thread`,
        unit: 'ms',
        value: rounded(most(work)),
        size: `${work.length} tasks; ${size}`,
        expected: { what: `none above ${longTaskMs} ms`, met: most(work) <= longTaskMs },
      },
    ];
    return [
      { id: 'desk.request-opened.p50', what: `opening a request with ${longFields} filled fields, until they are on screen, p50`, unit: 'ms', value: rounded(quantile(times, 0.5)), size: `${opened} times; ${size}` },
      { id: 'desk.request-opened.p99', what: 'the same, p99', unit: 'ms', value: rounded(quantile(times, 0.99)), size: `${opened} times; ${size}` },
      keys('typing', 'a letter in that request', field, 0.5),
      keys('typing', 'a letter in that request', field, 0.99),
      ...tasks('typing', 'typing in that request', field),
      ...tasks('requests-scroll', 'scrolling the list of requests', requestsScroll),
      keys('requests-find', 'a letter in the search of the list of requests', requestsTyping, 0.99),
      ...tasks('requests-find', 'searching the list of requests', requestsTyping),
      ...tasks('catalogue-scroll', 'scrolling the catalogue', catalogueScroll),
      keys('catalogue-find', 'a letter in the search of the catalogue', catalogueTyping, 0.99),
      ...tasks('catalogue-find', 'searching the catalogue', catalogueTyping),
    ];
  } finally {
    await page.close();
    await app.stop();
  }
}

export const desk: Bench = {
  name: 'desk',
  async measure({ scalePost }) {
    const browser = await launchBrowser();
    try {
      return await measureIn(browser, await scalePost('hundredfold'));
    } finally {
      await browser.close();
    }
  },
};
