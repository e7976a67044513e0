/**
 * `npm run tour -- --out DIR [--theme light|dark|night] [--language nl|en] [--only NAME,NAME]`: uses the application as a person would,
 * from the first start to the lock screen, and saves a picture of every screen in each theme at 1440x900, 1280x720 and 200 % zoom:
 * DIR/<theme>/<size>/<screen>.png. `--only` limits it to the screens whose names begin so.
 * Ends with exit code 1 when the page reported an error on the way.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../test/helpers/browser.ts';
import { startApp } from '../test/helpers/app.ts';
import { type Theme, tour as options, word } from './tour/options.ts';
import { bundle, root } from './bundle.ts';
import { differingProfile } from '../test/helpers/differing-profile.ts';
import { screensApart } from './tour/screens-apart.ts';
import { answerable, emptyScreens, stateScreens } from './tour/room-states.ts';
import { type Screen, settled } from './tour/screen.ts';
import { type TourPlaces, screens } from './tour/screens.ts';
import { makeSpace } from './tour/space-screens.ts';

/** At 200 % the window of 1280x720 has room for half as much each way. */
const sizes = { '1440x900': { width: 1440, height: 900 }, '1280x720': { width: 1280, height: 720 }, '200-procent': { width: 640, height: 360 } } as const;
const passphrase = 'vier losse woorden volstaan';

const problems: string[] = [];

async function shoot(page: Page, theme: Theme, screen: string): Promise<void> {
  if (!options.wants(screen)) return;
  for (const [size, viewport] of Object.entries(sizes)) {
    const folder = path.join(options.out, theme, size);
    mkdirSync(folder, { recursive: true });
    await page.setViewportSize(viewport);
    // as the keyboard does: where the focus is, is in view
    await page.evaluate(() => document.activeElement?.scrollIntoView({ block: 'nearest' }));
    await page.waitForTimeout(60);
    await page.screenshot({ path: path.join(folder, `${screen}.png`) });
  }
  await page.setViewportSize(sizes['1440x900']);
}

/** The first start by hand, with a picture of each step. */
async function firstStart(page: Page, theme: Theme): Promise<void> {
  await page.getByLabel(word('start.name')).waitFor();
  await shoot(page, theme, 'eerste-start');
  await page.getByLabel(word('start.name')).fill('ZL-01');
  await page.getByRole('combobox').first().fill('Valkenburg');
  await page.getByRole('option').first().waitFor();
  await shoot(page, theme, 'eerste-start-regio');
  await page.getByRole('option').first().click();
  for (const field of await page.locator('input[type=password]').all()) await field.fill(passphrase);
  await shoot(page, theme, 'eerste-start-ingevuld');
  await page.getByRole('button', { name: word('start.make') }).click();
  await page.getByRole('heading', { name: word('start.code.title') }).waitFor();
  await shoot(page, theme, 'herstelcode');
  await page.getByText(word('start.code.kept')).click();
  await page.getByRole('button', { name: word('start.code.go') }).click();
  await page.getByRole('navigation').first().waitFor();
  await settled(page);
  await shoot(page, theme, 'werkblad-leeg');
}

const onTheDay = (clock: string): string => `2021-07-14T${clock}:00+02:00[Europe/Amsterdam]`;
/** `corrects`: puts the entry before it right */
const floodLog = [
  { kind: 'entry', at: onTheDay('13:05'), text: 'De Geul treedt bij Valkenburg binnen enkele uren buiten haar oevers.', corrects: false },
  { kind: 'preAnnouncement', at: onTheDay('13:20'), text: 'LOCC gebeld: een verzoek om zandzakken en evacuatie volgt.', corrects: false },
  { kind: 'call', at: onTheDay('13:40'), text: 'Regionaal operationeel leider vraagt 10.000 zandzakken.', corrects: false },
  { kind: 'call', at: onTheDay('13:40'), text: 'Regionaal operationeel leider vraagt 100.000 zandzakken.', corrects: true },
  { kind: 'decision', at: onTheDay('13:55'), text: 'Opschaling naar GRIP 4 in Zuid-Limburg.', corrects: false },
] as const;

/** Two requests to look at: the flood of 2021 as the scenario holds it, in its dossier, and one that is still empty. */
async function makePlaces(page: Page): Promise<TourPlaces> {
  const { values } = JSON.parse(readFileSync(path.join(root, 'test', 'scenarios', 'zuid-limburg-2021.json'), 'utf8')) as { values: Record<string, never> };
  const documents = await page.evaluate(async ({ known, log, startedAt }) => {
    const { call } = self.steunpunt;
    const dossier = await call('dossier.create', {
      title: 'Hoogwater Geul, juli 2021',
      regions: [
        { regionCode: 'VR24', grip: 'grip4' },
        { regionCode: 'VR23', grip: 'grip2' },
      ],
    });
    if (!dossier.ok) throw new Error('the dossier to look at could not be made');
    const { id } = dossier.value;
    await call('dossier.save', { id, changes: { startedAt } });
    let before: string | undefined;
    for (const { corrects, ...entry } of log) {
      const written = await call('dossier.log', { id, ...entry, ...(corrects && before !== undefined ? { corrects: before } : {}) });
      if (!written.ok) throw new Error('the log to look at could not be written');
      before = written.value.id;
    }
    const [empty, request] = await Promise.all([call('request.create', { templateId: 'wvr-51', values: {} }), call('request.create', { templateId: 'wvr-51', values: known, dossierId: id })]);
    if (!empty?.ok || !request?.ok) throw new Error('the requests to look at could not be made');
    const linked = await call('request.link', { id: empty.value.id, templateId: 'msob' });
    const alone = await call('request.create', { templateId: 'wvr-51', values: {} });
    // of the same incident, said otherwise: what joining the two asks about
    const apart = await call('request.create', { templateId: 'msob', values: { 'applicant.incident': 'Nafase hoogwater Geul' } });
    if (!linked.ok || !alone.ok || !apart.ok) throw new Error('the linked requests to look at could not be made');
    const step = (kind: 'preAnnouncement' | 'oralRequest', at: string, by: string, remark: string) => call('life.record', { requestId: request.value.id, step: { id: crypto.randomUUID(), kind, at, by, remark } });
    const announced = await step('preAnnouncement', startedAt, 'RMOA', 'LOCC gebeld: een verzoek om zandzakken en evacuatie volgt.');
    const asked = await step('oralRequest', startedAt.replace('13:00', '13:40'), 'voorzitter veiligheidsregio', 'Mondeling gevraagd om militairen met vrachtauto’s.');
    const advice = await call('advice.create', { requestId: request.value.id });
    if (!announced.ok || !asked.ok || !advice.ok) throw new Error('the advice and the life to look at could not be made');
    const proposal = { id: crypto.randomUUID(), field: 'effect.text', value: 'Dijkdoorbraak langs de Geul voorkomen en de bewoners van Valkenburg evacueren.', why: 'Eerst het effect, dan het middel.' };
    const advised = await call('advice.save', { id: advice.value.id, changes: { outcome: 'conditional', reason: 'Het effect is haalbaar.', proposals: [proposal] } });
    if (!advised.ok) throw new Error('the advice to look at could not be written');
    return { advice: advice.value.id, empty: alone.value.id, request: request.value.id, linked: linked.value.id, dossier: id };
  }, { known: values, log: floodLog, startedAt: onTheDay('13:00') });
  return { ...documents, space: await makeSpace(page) };
}

async function visit(page: Page, theme: Theme, screen: Screen): Promise<void> {
  if (!options.wants(screen.name)) return;
  try {
    await screen.go(page);
    await shoot(page, theme, screen.name);
    await screen.leave?.(page);
  } catch (failure) {
    problems.push(`${theme} ${screen.name}: ${failure instanceof Error ? failure.message.split('\n')[0] : String(failure)}`);
    await page.screenshot({ path: path.join(options.out, theme, `${screen.name}-stopped-here.png`) });
    // the next screen begins without what this one left open
    await page.reload();
    await page.getByRole('navigation').first().waitFor();
  }
}

/** The application with a profile in a browser of its own, in the theme; what goes wrong in it is told at the end. */
async function inWindow(theme: Theme, profile: string, work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await launchBrowser();
  const app = await startApp({ profile });
  try {
    const page = await browser.newPage({ viewport: sizes['1440x900'], locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => problems.push(`${theme}: ${error.message}`));
    page.on('console', (message) => void (message.type() === 'error' && problems.push(`${theme}: ${message.text()} (${message.location().url}:${message.location().lineNumber + 1}, at ${page.url()})`)));
    await answerable(page);
    await page.goto(app.address);
    await page.evaluate((chosen) => self.steunpunt.call('app.setPreferences', { theme: chosen.theme, locale: chosen.language }), { theme, language: options.language });
    await page.reload();
    await work(page);
  } catch (failure) {
    const [page] = browser.contexts().flatMap((context) => context.pages());
    await page?.screenshot({ path: path.join(options.out, theme, 'stopped-here.png') });
    problems.push(`${theme}: ${failure instanceof Error ? failure.message : String(failure)}`);
  } finally {
    await browser.close();
    await app.stop();
  }
}

async function tour(theme: Theme, profile: string): Promise<void> {
  await inWindow(theme, profile, async (page) => {
    await firstStart(page, theme);
    for (const screen of emptyScreens()) await visit(page, theme, screen);
    const places = await makePlaces(page);
    for (const screen of [...screens(places), ...stateScreens(places)]) await visit(page, theme, screen);
    await page.getByRole('button', { name: word('frame.lock') }).click();
    await page.getByRole('heading', { name: word('unlock.title') }).waitFor();
    await shoot(page, theme, 'vergrendeld');
    await page.locator('input[type=password]').fill('niet de goede woorden');
    await page.keyboard.press('Enter');
    await page.locator('input[aria-invalid=true]').waitFor();
    await shoot(page, theme, 'vergrendeld-fout');
    await page.getByRole('button', { name: word('unlock.forgotten') }).click();
    await page.getByLabel(word('unlock.recovery.code')).first().waitFor();
    await shoot(page, theme, 'vergrendeld-herstelcode');
  });
}

/** A post that worked apart from another: what both changed, what waits, and the history behind it. */
async function tourApart(theme: Theme, folder: string): Promise<void> {
  const { profile, writeOn, ...places } = await differingProfile(folder, passphrase);
  const stick = await writeOn({ 'situation.threat': 'Het water zakt vanaf de ochtend.' });
  await inWindow(theme, profile, async (page) => {
    await page.locator('input[type=password]').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    for (const screen of screensApart(places, stick)) await visit(page, theme, screen);
  });
}

await bundle();
for (const theme of options.themes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'steunpunt-tour-'));
  await tour(theme, path.join(folder, 'first'));
  await tourApart(theme, path.join(folder, 'apart'));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  console.log(`${theme}: pictures in ${path.join(options.out, theme)}`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
