/** Two posts that become one again: over a hub on a network without internet, with a stick, and with both while they wrote the same field. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { PostIdentity } from '../../shared/domain/post.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { axeFindings } from '../helpers/axe.ts';
import { call, derivation, goTo, openPost, passphrase, section, storedValues, zuidLimburg } from '../helpers/desk.ts';
import { expect, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });
test.setTimeout(120_000);

const command: PostIdentity = { name: 'RMC-Zuid', function: 'rmcStaff', regionCode: 'VR24' };

interface Other {
  readonly window: Page;
  readonly app: RunningApp;
  readonly stop: () => Promise<void>;
}

/** A second post in a window of its own. */
async function otherPost(browser: Browser, profile: string, setUp: (post: PostIdentity) => Promise<string>): Promise<Other> {
  const folder = path.join(profile, 'other');
  await cp(await setUp(command), folder, { recursive: true });
  const app = await startApp({ profile: folder });
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  const window = await context.newPage();
  await window.goto(app.address);
  await openPost(window, command);
  return {
    window,
    app,
    stop: async () => {
      await app.stop();
      await context.close();
    },
  };
}

/** The keeper admits the other post by the words of its card; it joins by the words of its invitation. The space itself is still to come. */
async function inviteByWords(keeper: Page, guest: Page): Promise<string> {
  const [home] = await call(keeper, 'space.list', {});
  if (!home) throw new Error('no space');
  const { words, card } = await call(guest, 'space.card', {});
  const invited = await call(keeper, 'space.invite', { id: home.id, card: words.join(' '), ...(card.name ? { name: card.name } : {}), role: 'editor', days: 7 });
  expect(await call(guest, 'space.join', { text: invited.words.join(' ') })).toMatchObject({ id: home.id, standing: 'awaiting' });
  return home.id;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the hub in the window; gives what is read aloud to the others. */
async function startHub(window: Page): Promise<{ readonly address: string; readonly fingerprint: string }> {
  await goTo(window, '#/uitwisseling');
  const own = section(window, 'Deze post is de hub');
  await own.getByRole('textbox', { name: 'Poort' }).fill(String(await freePort()));
  await own.getByRole('button', { name: 'Start de hub' }).click();
  await expect(own.getByText('in bedrijf', { exact: true })).toBeVisible();
  const [address, fingerprint] = await Promise.all(['Adres', 'Vingerafdruk'].map((label) => own.getByRole('term').filter({ hasText: label }).first().locator('xpath=following-sibling::dd').locator('code').textContent()));
  return { address: address ?? '', fingerprint: fingerprint ?? '' };
}

/** As it was heard over the telephone: without scheme, capitals and hyphens. */
async function addHub(window: Page, { address, fingerprint }: { readonly address: string; readonly fingerprint: string }): Promise<void> {
  await goTo(window, '#/uitwisseling');
  await window.getByRole('button', { name: 'Voeg een hub toe' }).click();
  const dialog = window.getByRole('dialog', { name: 'Voeg een hub toe' });
  await dialog.getByLabel(/^Adres/).fill(address.replace('https://', ''));
  await dialog.getByLabel(/^Vingerafdruk/).fill(fingerprint.toLowerCase().replaceAll('-', ' '));
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

const pill = (window: Page) => window.getByRole('banner').getByRole('link', { name: /^Uitwisseling:/ });

/** By hand: who waits for it to happen by itself waits half a minute. */
async function exchangeNow(window: Page): Promise<void> {
  await goTo(window, '#/uitwisseling');
  const ended = window.evaluate(() => new Promise<string | undefined>((resolve) => void self.steunpunt.on('exchange.ended', ({ error }) => resolve(error?.code))));
  await section(window, 'Hubs').getByRole('button', { name: 'Wissel nu uit' }).click();
  expect(await ended).toBeUndefined();
}

async function writeAll(window: Page, file: string): Promise<void> {
  await goTo(window, '#/uitwisseling');
  await window.getByRole('button', { name: 'Schrijf een bestand…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Schrijf een bestand' });
  window.once('dialog', (asked) => void asked.accept(file));
  await dialog.getByText('Alles', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Kies waar…' }).click();
  await expect(dialog.getByText(`${path.basename(file)} is geschreven.`)).toBeVisible();
  await window.keyboard.press('Escape');
}

test('an exercise network: one post is the hub, the other adds it as it was read aloud, and they exchange by themselves, also while the hub’s post is locked', async ({ app, window, profile, browser, setUp }) => {
  test.skip(app.standIn === undefined, 'not run on Electron: two applications of the stand-in');
  await openPost(window);
  const other = await otherPost(browser, profile, setUp);
  try {
    await inviteByWords(window, other.window);
    const { id, reference } = await call(window, 'request.create', { templateId: 'wvr-51', values: { 'effect.text': 'Dijk bij Meerssen behouden' } });
    await expect(pill(window)).toHaveText(/Geen hub · 1 te verzenden/);
    const told = await startHub(window);
    // its own post found it by itself, and brought what it had
    await expect(pill(window)).toHaveText(/Uitgewisseld \d\d:\d\d$/);
    expect(await axeFindings(window)).toEqual([]);

    await addHub(other.window, told);
    await expect(section(other.window, 'Hubs').getByText('bijgewerkt', { exact: true })).toBeVisible();
    await expect(other.window.getByText(`Post ZL-01: verzoek ${reference} bijgewerkt.`).first()).toBeAttached();
    expect((await storedValues(other.window, id))['effect.text']).toBe('Dijk bij Meerssen behouden');

    await window.keyboard.press('Control+Shift+L');
    await expect(window.getByLabel('Wachtwoordzin', { exact: true })).toBeVisible(derivation);
    await call(other.window, 'request.save', { id, changes: { 'effect.text': 'Dijk bij Meerssen en Bunde behouden' } });
    await expect(pill(other.window)).toHaveText(/1 te verzenden/);
    // nobody presses anything
    await expect(pill(other.window)).toHaveText(/Uitgewisseld \d\d:\d\d$/);
    await call(window, 'post.unlock', { passphrase });
    await window.reload();
    await expect.poll(async () => (await storedValues(window, id))['effect.text'], derivation).toBe('Dijk bij Meerssen en Bunde behouden');

    await goTo(window, '#/uitwisseling');
    await section(window, 'Deze post is de hub').getByRole('button', { name: 'Stop de hub' }).click();
    await window.getByRole('alertdialog').getByRole('button', { name: 'Stop de hub' }).click();
    await expect(section(window, 'Deze post is de hub').getByRole('button', { name: 'Start de hub' })).toBeVisible();
    await section(other.window, 'Hubs').getByRole('button', { name: 'Wissel nu uit' }).click();
    await expect(section(other.window, 'Hubs').getByText('De hub geeft geen antwoord.')).toBeVisible();
    expect(await axeFindings(other.window)).toEqual([]);
  } finally {
    await other.stop();
  }
});

test('a stick alone, then a stick and a hub at once: what two posts wrote in the same field is decided by one and the same for both', async ({ app, window, profile, browser, setUp }) => {
  test.skip(app.standIn === undefined, 'not run on Electron: two applications of the stand-in');
  await openPost(window);
  const other = await otherPost(browser, profile, setUp);
  const stick = (name: string): string => path.join(profile, `${name}.steunpunt`);
  const read = async (page: Page, file: string): Promise<void> => {
    page.once('dialog', (asked) => void asked.accept(file));
    await page.getByRole('dialog', { name: 'Lees een bestand' }).getByRole('button', { name: /^(Kies een|Lees nog een) bestand/ }).click();
  };
  try {
    await inviteByWords(window, other.window);
    const { id } = await call(window, 'request.create', { templateId: 'wvr-51', values: { 'effect.text': 'Dijk behouden' } });
    await test.step('by stick: cut first, then whole, then once more', async () => {
      await writeAll(window, stick('heen'));
      const whole = await readFile(stick('heen'));
      await writeFile(stick('half'), whole.subarray(0, whole.length - 40));
      await goTo(other.window, '#/uitwisseling');
      await other.window.getByRole('button', { name: 'Lees een bestand…' }).click();
      const report = other.window.getByRole('dialog', { name: 'Lees een bestand' });
      await read(other.window, stick('half'));
      await expect(report.getByText('Het bestand is niet heel')).toBeVisible();
      await read(other.window, stick('heen'));
      await expect(report.getByText('Al bekend')).toBeVisible();
      await expect(report.getByText('Het bestand is niet heel')).toBeHidden();
      expect(await axeFindings(other.window)).toEqual([]);
      await other.window.keyboard.press('Escape');
      expect((await storedValues(other.window, id))['effect.text']).toBe('Dijk behouden');
    });

    await test.step('both write the same field, and meet over a stick and over a hub', async () => {
      await call(window, 'request.save', { id, changes: { 'effect.text': 'Dijk behouden tot 15 juli' } });
      await call(other.window, 'request.save', { id, changes: { 'effect.text': 'Dijk behouden tot 16 juli' } });
      await writeAll(other.window, stick('terug'));
      const told = await startHub(window);
      await addHub(other.window, told);
      await goTo(window, '#/uitwisseling');
      await window.getByRole('button', { name: 'Lees een bestand…' }).click();
      await read(window, stick('terug'));
      await expect(window.getByRole('dialog', { name: 'Lees een bestand' }).getByText('Al bekend')).toBeVisible();
      await window.keyboard.press('Escape');
      for (const page of [window, other.window]) {
        await exchangeNow(page);
        await expect(section(page, 'Verschillen').getByText('1 veld te kiezen')).toBeVisible();
        await expect(page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: /^Uitwisseling ?, 1$/ })).toBeVisible();
      }
    });

    await test.step('one decides, and both say the same', async () => {
      await section(window, 'Verschillen').getByRole('link').first().click();
      await window.getByRole('button', { name: 'Neem Dijk behouden tot 16 juli' }).click();
      await window.getByRole('button', { name: 'Vastleggen als nieuwe revisie' }).click();
      await expect.poll(async () => (await call(window, 'difference.list', {})).length).toBe(0);
      await exchangeNow(window);
      await exchangeNow(other.window);
      for (const page of [window, other.window]) {
        expect((await storedValues(page, id))['effect.text']).toBe('Dijk behouden tot 16 juli');
        await goTo(page, '#/uitwisseling');
        await expect(section(page, 'Verschillen').getByText(/^Geen verschillen/)).toBeVisible();
      }
    });
  } finally {
    await other.stop();
  }
});
