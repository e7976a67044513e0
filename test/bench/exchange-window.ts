/**
 * The window while its post gets everything from a hub: a person types in a request, the page tells from key to paint and which tasks held
 * it up, and a question to the store is asked now and then, as screens do.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { createHubCarrier } from '../../db/exchange/hub-carrier.ts';
import { join as joinSpace, ownCard } from '../../db/exchange/invitations.ts';
import { exchange } from '../../db/exchange/run.ts';
import { newTally } from '../../db/exchange/tally.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { type AppClient, appClient } from '../helpers/client.ts';
import { makeProfiles, openProfile } from '../helpers/exchange-profiles.ts';
import { type HubProcess, startHubProcess } from '../helpers/hub-process.ts';
import { packsDir } from '../helpers/store-process.ts';
import { type Felt, enter, felt, go, leastMs, longTaskMs } from './desk.ts';
import { fill, revisionsEach, usualDocuments } from './exchange.ts';
import { type Bench, type Figure, quantile, rounded } from './figure.ts';
import { makePost } from './post.ts';

const text = 'water keren langs de dijk bij hoog water in de nacht ';
const typingEveryMs = 60;
const askingEveryMs = 100;

interface Seen extends Felt {
  readonly letters: number;
  /** milliseconds until the store answered, through the contract */
  readonly answers: readonly number[];
  readonly ms: number;
  readonly envelopes: number;
}

/** Another post of the same space brings so many documents to the hub; the post of the window knows nothing of them yet. */
async function bring(client: AppClient, hub: HubProcess, folder: string, documents: number): Promise<void> {
  const key = randomBytes(32);
  mkdirSync(folder, { recursive: true });
  const [other = ''] = makeProfiles(folder, 1, key, packsDir);
  const [home] = await client.must('space.list', {});
  if (!home) throw new Error('a post without a space');
  const post = openProfile(other, key);
  const carrier = createHubCarrier(hub, { signKey: post.desk.post.signKey, sign: post.desk.post.sign }, { random: Math.random, wait: (ms) => after(ms) });
  try {
    const { words } = await client.must('space.invite', { id: home.id, card: ownCard(post.desk).text, role: 'editor', days: 7 });
    joinSpace(post.desk, words.join(' '));
    await client.must('exchange.setByItself', { on: false });
    await client.must('exchange.addHub', { url: hub.url, pin: hub.pin });
    await ended(client, hub);
    await exchange(post.desk, carrier, home.id, { tally: newTally() });
    fill(post, documents, 'wvr-51', home.id);
    await exchange(post.desk, carrier, home.id, { tally: newTally() });
  } finally {
    carrier.close();
    post.close();
  }
}

/** An exchange of the post with the hub, from its start to its end. */
async function ended(client: AppClient, { pin }: HubProcess): Promise<number> {
  const end = new Promise<number>((resolve, reject) => {
    const forget = client.on('exchange.ended', ({ error, report }) => {
      forget();
      if (error) reject(new Error(`${error.code}: ${error.message}`));
      else resolve(report?.taken ?? 0);
    });
  });
  await client.must('exchange.run', { pin });
  return await end;
}

async function seenIn(page: Page, client: AppClient, hub: HubProcess): Promise<Seen> {
  const end = new AbortController();
  let letters = 0;
  let envelopes = 0;
  const started = performance.now();
  const answers: number[] = [];
  const asking = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const asked = performance.now();
      await client.must('space.view', {});
      answers.push(performance.now() - asked);
      await after(askingEveryMs);
    }
  };
  const seen = await felt(page, 0, async () => {
    const exchanging = ended(client, hub).finally(() => end.abort());
    const asked = asking();
    while (!end.signal.aborted) {
      const letter = text[letters % text.length] ?? ' ';
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      letters += 1;
      await page.waitForTimeout(typingEveryMs);
    }
    envelopes = await exchanging;
    await asked;
  });
  const keys = [...seen.keys, ...Array.from({ length: Math.max(0, letters - seen.keys.length) }, () => leastMs)];
  return { keys, tasks: seen.tasks, letters, answers, ms: performance.now() - started, envelopes };
}

function figuresOf({ keys, tasks, letters, answers, ms, envelopes }: Seen): Figure[] {
  const size = `${envelopes} envelopes in ${Math.round(ms / 1000)} s, ${letters} letters, ${answers.length} questions`;
  const longest = Math.max(0, ...tasks);
  return [
    { id: 'exchange-window.task', what: `typing while everything is taken in: the longest task of the window above ${longTaskMs} ms (0: there was none; in all ${tasks.length})`, unit: 'ms', value: rounded(longest), size, expected: { what: `no task above ${longTaskMs} ms`, met: longest === 0 } },
    { id: 'exchange-window.key', what: `a letter meanwhile, key to paint as Chromium tells it (never below ${leastMs}), p99`, unit: 'ms', value: rounded(quantile(keys, 0.99)), size },
    { id: 'exchange-window.answer.p50', what: 'a question to the store meanwhile, through the contract, p50', unit: 'ms', value: rounded(quantile(answers, 0.5)), size },
    { id: 'exchange-window.answer.p99', what: 'the same, p99', unit: 'ms', value: rounded(quantile(answers, 0.99)), size },
  ];
}

async function measureIn(app: RunningApp, request: string, hub: HubProcess, folder: string, documents: number): Promise<Figure[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await enter(page, app.address);
    const client = await appClient(app);
    await bring(client, hub, folder, documents);
    await go(page, `#/verzoeken/${request}`);
    // to the effect, whose texts are long
    await page.locator('main nav li').nth(3).waitFor();
    await page.keyboard.press('Alt+4');
    await page.locator('textarea').first().focus();
    const seen = await seenIn(page, client, hub);
    if (seen.envelopes < documents * revisionsEach) throw new Error(`only ${seen.envelopes} envelopes were taken in`);
    client.leave();
    return figuresOf(seen);
  } finally {
    await browser.close();
  }
}

export const exchangeWindow: Bench = {
  name: 'exchange-window',
  measure: async ({ folder, documents = usualDocuments }) => {
    const profile = join(folder, 'exchange-window');
    const request = await makePost(profile);
    const hub = await startHubProcess({ data: join(folder, 'exchange-window-hub'), more: ['--requests-per-second', '100000'] });
    const app = await startApp({ profile, packaged: true });
    try {
      return await measureIn(app, request, hub, join(folder, 'exchange-window-other'), documents);
    } finally {
      await app.stop();
      await hub.stop();
    }
  },
};
