/**
 * The Playwright fixture: `test` gives each test an application of its own, with a profile that nobody used before, and its window. On
 * Electron where its runtime is there, else under the shell stand-in in the machine's Chromium; the report says which.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, type Page, test as base, _electron } from '@playwright/test';
import { electronRuntime } from '../../build/electron-runtime.ts';
import type { Bridge } from '../../shared/contract.ts';
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

interface Fixtures {
  /** an empty folder, removed after the test */
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

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern
  profile: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'steunpunt-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  appEnv: [{}, { option: true }],
  app: async ({ profile, appEnv }, use, testInfo) => {
    testInfo.annotations.push({ type: 'runtime', description: runtime === 'electron' ? 'Electron' : 'shell stand-in in Chromium' });
    const executablePath = electronRuntime();
    if (executablePath !== undefined) {
      const environment = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
      const electron = await _electron.launch({ executablePath, args: [root, '--profile', profile], env: { ...environment, ...appEnv } });
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
