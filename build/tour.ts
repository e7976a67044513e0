/**
 * `npm run tour -- --out DIR [--theme light|dark|night]`: uses the application as a person would, from the first start to the lock
 * screen, and saves a picture of every screen in each theme at 1440x900, 1280x720 and 200 % zoom: DIR/<theme>/<size>/<screen>.png.
 * Ends with exit code 1 when the page reported an error on the way.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../test/helpers/browser.ts';
import { startApp } from '../test/helpers/app.ts';
import { say } from '../shared/messages/index.ts';
import { bundle, root } from './bundle.ts';
import { type Screen, screens, settled } from './tour/screens.ts';

/** At 200 % the window of 1280x720 has room for half as much each way. */
const sizes = { '1440x900': { width: 1440, height: 900 }, '1280x720': { width: 1280, height: 720 }, '200-procent': { width: 640, height: 360 } } as const;
const themes = ['light', 'dark', 'night'] as const;
type Theme = (typeof themes)[number];
const passphrase = 'vier losse woorden volstaan';

const { values: options } = parseArgs({ options: { out: { type: 'string' }, theme: { type: 'string' } } });
const wanted = themes.filter((theme) => options.theme === undefined || options.theme === theme);
if (options.out === undefined || wanted.length === 0) {
  console.error('usage: npm run tour -- --out DIR [--theme light|dark|night]');
  process.exit(2);
}
const out = path.resolve(options.out);
const problems: string[] = [];

async function shoot(page: Page, theme: Theme, screen: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    const folder = path.join(out, theme, size);
    mkdirSync(folder, { recursive: true });
    await page.setViewportSize(viewport);
    await page.waitForTimeout(60);
    await page.screenshot({ path: path.join(folder, `${screen}.png`) });
  }
  await page.setViewportSize(sizes['1440x900']);
}

/** The first start by hand, with a picture of each step. */
async function firstStart(page: Page, theme: Theme): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, theme, 'eerste-start');
  await page.getByLabel(say('nl', 'start.name')).fill('ZL-01');
  await page.getByRole('combobox').first().fill('Valkenburg');
  await page.getByRole('option').first().waitFor();
  await shoot(page, theme, 'eerste-start-regio');
  await page.getByRole('option').first().click();
  for (const field of await page.locator('input[type=password]').all()) await field.fill(passphrase);
  await shoot(page, theme, 'eerste-start-ingevuld');
  await page.getByRole('button', { name: say('nl', 'start.make') }).click();
  await page.getByRole('heading', { name: say('nl', 'start.code.title') }).waitFor();
  await shoot(page, theme, 'herstelcode');
  await page.getByText(say('nl', 'start.code.kept')).click();
  await page.getByRole('button', { name: say('nl', 'start.code.go') }).click();
  await page.getByRole('navigation').first().waitFor();
  await settled(page);
  await shoot(page, theme, 'werkblad-leeg');
}

/** Two requests to look at: the flood of 2021 as the scenario holds it, and one that is still empty. */
async function makeRequests(page: Page): Promise<{ request: string; empty: string }> {
  const { values } = JSON.parse(readFileSync(path.join(root, 'test', 'scenarios', 'zuid-limburg-2021.json'), 'utf8')) as { values: Record<string, never> };
  return page.evaluate(
    async (known) => {
      const [empty, request] = await Promise.all([{}, known].map((changes) => self.steunpunt.call('request.create', { templateId: 'wvr-51', values: changes })));
      if (!empty?.ok || !request?.ok) throw new Error('the requests to look at could not be made');
      return { empty: empty.value.id, request: request.value.id };
    },
    values,
  );
}

async function visit(page: Page, theme: Theme, screen: Screen): Promise<void> {
  try {
    await screen.go(page);
    await shoot(page, theme, screen.name);
    await screen.leave?.(page);
  } catch (failure) {
    problems.push(`${theme} ${screen.name}: ${failure instanceof Error ? failure.message.split('\n')[0] : String(failure)}`);
  }
}

async function tour(theme: Theme): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), 'steunpunt-tour-'));
  const browser = await launchBrowser();
  const app = await startApp({ profile });
  try {
    const page = await browser.newPage({ viewport: sizes['1440x900'], locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => problems.push(`${theme}: ${error.message}`));
    page.on('console', (message) => void (message.type() === 'error' && problems.push(`${theme}: ${message.text()}`)));
    await page.goto(app.address);
    await page.evaluate((chosen) => self.steunpunt.call('app.setPreferences', { theme: chosen, locale: 'nl' }), theme);
    await page.reload();
    await firstStart(page, theme);
    for (const screen of screens(await makeRequests(page))) await visit(page, theme, screen);
    await page.getByRole('button', { name: say('nl', 'frame.lock') }).click();
    await page.getByRole('heading', { name: say('nl', 'unlock.title') }).waitFor();
    await shoot(page, theme, 'vergrendeld');
    await page.locator('input[type=password]').fill('niet de goede woorden');
    await page.keyboard.press('Enter');
    await page.locator('input[aria-invalid=true]').waitFor();
    await shoot(page, theme, 'vergrendeld-fout');
  } catch (failure) {
    const [page] = browser.contexts().flatMap((context) => context.pages());
    await page?.screenshot({ path: path.join(out, theme, 'stopped-here.png') });
    problems.push(`${theme}: ${failure instanceof Error ? failure.message : String(failure)}`);
  } finally {
    await browser.close();
    await app.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

await bundle();
for (const theme of wanted) {
  await tour(theme);
  console.log(`${theme}: pictures in ${path.join(options.out, theme)}`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
