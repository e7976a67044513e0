/** What two posts changed apart, as a person meets it: both values, a choice that nothing takes away, the decision, and the history behind it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { axeFindings, everyTheme } from '../helpers/axe.ts';
import { call, goTo, openPost, passphrase, section, storedValues, typeMoment } from '../helpers/desk.ts';
import { type Differing, differingProfile } from '../helpers/differing-profile.ts';
import { test as base, expect, runtime } from '../helpers/window.ts';

const test = base.extend<{ differing: Differing }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern
  differing: async ({}, use) => {
    const parent = await mkdtemp(path.join(tmpdir(), 'steunpunt-differing-'));
    await use(await differingProfile(parent, passphrase));
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  },
  profile: async ({ differing }, use) => use(differing.profile),
});

const take = (window: Page, field: RegExp, value: string): Locator => window.getByRole('region', { name: field }).getByRole('button', { name: value });
const quantity = /› Aantal$/;

async function looksRight(window: Page, where: string): Promise<void> {
  // what the date parts said last stands in the announcer of the library for some seconds, named by a field that may be gone
  await expect(window.locator('[data-live-announcer] [role=img]')).toHaveCount(0);
  expect(await axeFindings(window, everyTheme), where).toEqual([]);
  await window.setViewportSize({ width: 640, height: 360 });
  expect(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where}: no scrolling sideways`).toBe(true);
  await window.setViewportSize({ width: 1280, height: 720 });
}

test('a difference is decided by keyboard: some now, one later, and a value that comes in meanwhile takes no choice away', async ({ window, differing }) => {
  test.slow();
  window.setDefaultTimeout(15_000);
  const { request, finalised } = differing;
  await openPost(window);

  await test.step('the workboard and the lists say that posts differ, and lead there', async () => {
    await expect(section(window, 'Verschillen')).toContainText('4 velden te kiezen');
    await goTo(window, '#/verzoeken');
    await expect(window.getByRole('row', { name: /Hoogwater Geul/ })).toContainText('Verschil');
    await expect(window.getByRole('row', { name: /Zandzakken Meerssen/ })).toContainText('Voorstel');
    await goTo(window, `#/verzoeken/${request}`);
    await window.getByRole('link', { name: 'Kies', exact: true }).press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Twee posten wijzigden hetzelfde verzoek' })).toBeVisible();
  });

  await test.step('both values stand there with who wrote them, what both went on from and what was merged', async () => {
    const field = window.getByRole('region', { name: quantity });
    await expect(field).toContainText(/Gezamenlijke voorganger: *70 militairen/);
    await expect(field.getByRole('article', { name: 'Post ZL-01, RMOA' })).toContainText('100 militairen');
    await expect(field.getByRole('article', { name: 'Post ZL-02, RMOA' })).toContainText('85 militairen');
    await expect(window.getByRole('region', { name: 'Wat moet er bereikt worden' }).locator('ins', { hasText: 'ten minste 80.000' })).toBeVisible();
    await expect(window.getByRole('row', { name: /Meldpunt/ })).toContainText('Kazerne van de brandweer');
    await looksRight(window, 'difference');
  });

  await test.step('a choice and a value of one’s own are kept, also when the window starts anew', async () => {
    const before = await storedValues(window, request);
    await take(window, quantity, 'Neem 100 militairen').press('Enter');
    await expect(take(window, quantity, 'Neem 100 militairen')).toHaveAttribute('aria-pressed', 'true');
    await take(window, /› Einde$/, 'Zelf invullen…').press('Enter');
    await typeMoment(window, 'Einde', '160720211200');
    await window.keyboard.press('Tab');
    await expect(window.getByText('2 velden gekozen; 2 blijven open als u nu vastlegt.')).toBeVisible();
    expect(await storedValues(window, request), 'nothing is written before it is laid down').toEqual(before);
    await window.reload();
    await expect(window.getByText('2 velden gekozen; 2 blijven open als u nu vastlegt.')).toBeVisible();
  });

  if (runtime === 'stand-in') {
    await test.step('another value comes in: the choice stands, and is asked for once more', async () => {
      const lines = await storedValues(window, request).then((values) => values['capabilities.lines'] as { readonly id: string; readonly description: string }[]);
      const stick = await differing.writeOn({ 'capabilities.lines': lines.map((line, index) => (index === 0 ? { ...line, quantity: 90, people: 90 } : line)) });
      window.once('dialog', (dialog) => void dialog.accept(stick));
      await call(window, 'exchange.readFile', {});
      await expect(window.getByText(/Na uw keuze \(100 militairen/)).toBeVisible();
      await expect(take(window, quantity, 'Neem 90 militairen')).toBeVisible();
      await take(window, quantity, 'Neem 100 militairen').press('Enter');
      await expect(window.getByText('2 velden gekozen; 2 blijven open als u nu vastlegt.')).toBeVisible();
    });
  }

  await test.step('what is chosen is laid down; the rest stays open', async () => {
    await window.getByRole('button', { name: 'Vastleggen als nieuwe revisie' }).press('Enter');
    await expect(section(window, 'Laatste meldingen').getByText('2 keuzes vastgelegd; 2 velden blijven open')).toBeVisible();
    await expect(window.getByRole('region', { name: quantity })).toHaveCount(0);
    expect(await storedValues(window, request)).toMatchObject({ 'capabilities.lines': [{ quantity: 100 }, {}], 'effect.period': { end: '2021-07-16T12:00:00+02:00[Europe/Amsterdam]' } });
    await take(window, /Opmerking$/, 'Neem die van ZL-02').press('Enter');
    await take(window, /bereikt worden$/, 'Neem die van ZL-01').press('Enter');
    await window.getByRole('button', { name: 'Vastleggen als nieuwe revisie' }).press('Enter');
    // the next document that waits for a choice follows
    await expect(window.getByRole('heading', { level: 1, name: 'Twee posten wijzigden hetzelfde dossier' })).toBeVisible();
    await goTo(window, `#/verzoeken/${request}`);
    await expect(section(window, 'Aanvrager')).toBeVisible();
    await expect(window.getByText(/elk anders/)).toHaveCount(0);
  });

  await test.step('the history tells of all of it; an earlier revision comes back as a new one', async () => {
    await window.keyboard.press('Alt+g');
    const revisions = section(window, 'Revisies');
    await expect(revisions.getByText('Samengevoegd door Steunpunt').first()).toBeVisible();
    await revisions.getByRole('button', { name: /^Revisie 1/ }).press('Enter');
    await window.getByRole('tab', { name: 'Zoals het was' }).press('Enter');
    await expect(window.getByRole('tabpanel')).toContainText('70 militairen');
    await looksRight(window, 'history');
    const before = (await call(window, 'history.of', { id: request })).entries.length;
    await window.getByRole('button', { name: 'Breng terug als nieuwe revisie' }).press('Enter');
    await expect(window.getByRole('heading', { name: `Revisie ${before + 1}` })).toBeVisible();
    expect(await storedValues(window, request)).toMatchObject({ 'capabilities.lines': [{ quantity: 70 }, {}] });
  });

  await test.step('what another post wrote while this one finalised goes into the next version', async () => {
    await goTo(window, `#/verschillen/${finalised}`);
    await expect(window.locator('ins', { hasText: 'Sporthal in Meerssen' })).toBeVisible();
    await window.getByRole('button', { name: 'Neem mee in de volgende versie' }).press('Enter');
    await expect(window.getByRole('region', { name: 'Aanvrager', exact: true })).toBeVisible();
    expect(await storedValues(window, finalised)).toMatchObject({ 'conditions.lodging': 'Sporthal in Meerssen' });
  });
});
