/**
 * The Playwright fixture: `test` gives each test an application of its own with a profile of its own, unused or of a post, and its window. On
 * Electron where its runtime is there, else under the shell stand-in in the machine's Chromium; the report says which.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type ElectronApplication, type Page, test as base, _electron } from '@playwright/test';
import { electronRuntime } from '../../build/electron-runtime.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { PostIdentity } from '../../shared/domain/post.ts';
import { type RunningApp, root, startApp } from './app.ts';

export { expect } from '@playwright/test';

export type Runtime = 'electron' | 'stand-in';
export const runtime: Runtime = electronRuntime() === undefined ? 'stand-in' : 'electron';

export interface AppUnderTest {
  readonly runtime: Runtime;
  /** the application under the stand-in, with its process ids and records; undefined on Electron */
  readonly standIn: RunningApp | undefined;
  readonly electron: ElectronApplication | undefined;
  /** where the window is */
  readonly address: string;
}

/** of every post that a test finds already set up */
export const passphrase = 'vier losse woorden hier';

interface Fixtures {
  /** a post that is there already, locked; null: nobody used the profile before. Set with `test.use`. */
  readonly post: PostIdentity | null;
  /** a folder of its own, removed after the test */
  readonly profile: string;
  /** more environment for the application's processes; set with `test.use` */
  readonly appEnv: Readonly<Record<string, string>>;
  readonly app: AppUnderTest;
  readonly window: Page;
  /** addresses of every request that the window made since it opened */
  readonly requests: string[];
}

declare global {
  interface Window {
    readonly steunpunt: Bridge;
  }
}

interface WorkerFixtures {
  /** the folder of a post that was set up once for all tests of a worker: to copy, never to work in */
  readonly setUp: (post: PostIdentity) => Promise<string>;
}

const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'steunpunt-profile-'));
const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });

function startElectron(executablePath: string, profile: string, env: Readonly<Record<string, string>>): Promise<ElectronApplication> {
  const environment = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return _electron.launch({ executablePath, args: [root, '--profile', profile], env: { ...environment, ...env } });
}

/** Sets a post up as the window would, and quits. */
async function createPost(profile: string, identity: PostIdentity, browser: Browser): Promise<void> {
  const create = async (page: Page): Promise<void> => {
    const result = await page.evaluate(([who, secret]) => self.steunpunt.call('post.create', { identity: who, passphrase: secret }), [identity, passphrase] as const);
    if (!result.ok) throw new Error(`post.create: ${result.error.code} ${result.error.message}`);
  };
  const executablePath = electronRuntime();
  if (executablePath !== undefined) {
    const electron = await startElectron(executablePath, profile, {});
    await create(await electron.firstWindow());
    await electron.close();
    return;
  }
  const app = await startApp({ profile });
  const page = await browser.newPage();
  await page.goto(app.address);
  await create(page);
  await app.stop();
  await page.close();
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  post: [null, { option: true }],
  setUp: [
    async ({ browser }, use) => {
      const made = new Map<string, Promise<string>>();
      await use((identity) => {
        const key = JSON.stringify(identity);
        const folder = made.get(key) ?? newFolder().then(async (path_) => (await createPost(path_, identity, browser), path_));
        made.set(key, folder);
        return folder;
      });
      for (const folder of made.values()) await removeFolder(await folder);
    },
    // the first test of a worker waits for it, and key derivation is slow on purpose
    { scope: 'worker', timeout: 90_000 },
  ],
  profile: async ({ post, setUp }, use) => {
    const folder = await newFolder();
    if (post) await cp(await setUp(post), folder, { recursive: true });
    await use(folder);
    await removeFolder(folder);
  },
  appEnv: [{}, { option: true }],
  app: async ({ profile, appEnv }, use, testInfo) => {
    testInfo.annotations.push({ type: 'runtime', description: runtime === 'electron' ? 'Electron' : 'shell stand-in in Chromium' });
    const executablePath = electronRuntime();
    if (executablePath !== undefined) {
      const electron = await startElectron(executablePath, profile, appEnv);
      await use({ runtime, standIn: undefined, electron, address: 'app://steunpunt/' });
      await electron.close();
      return;
    }
    const standIn = await startApp({ profile, env: appEnv });
    await use({ runtime, standIn, electron: undefined, address: standIn.address });
    await standIn.stop();
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('log of the application', { body: standIn.log(), contentType: 'text/plain' });
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  requests: async ({}, use) => {
    await use([]);
  },
  window: async ({ app, context, requests }, use) => {
    if (app.electron) {
      app.electron.context().on('request', (request) => requests.push(request.url()));
      await use(await app.electron.firstWindow());
      return;
    }
    context.on('request', (request) => requests.push(request.url()));
    const page = await context.newPage();
    await page.goto(app.address);
    await use(page);
    // while the page is there to say that everything is saved; without it the application waits for nothing
    await app.standIn?.stop();
  },
});
