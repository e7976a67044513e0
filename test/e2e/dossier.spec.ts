/** The dossier of an incident: begun, kept up by keyboard, corrected without rewriting, and taken along as one file. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import JSZip from 'jszip';
import { PDFDocument } from 'pdf-lib';
import type { CallOutput } from '../../shared/contract.ts';
import { axeFindings } from '../helpers/axe.ts';
import { call, goTo, openPost, zuidLimburg } from '../helpers/desk.ts';
import { expect, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });

/** A dossier on screen, the keyboard in the field of the new entry. */
async function openDossier(window: Page, title = 'Hoogwater Geul, juli 2021'): Promise<string> {
  const { id } = await call(window, 'dossier.create', { title, regions: [{ regionCode: 'VR24', grip: 'grip4' }] });
  await goTo(window, `#/dossiers/${id}`);
  await expect(quick(window)).toBeFocused();
  return id;
}

const region = (window: Page, name: string): Locator => window.getByRole('region', { name, exact: true });
const quick = (window: Page): Locator => window.getByRole('textbox', { name: 'Nieuwe regel' });
const entries = (window: Page): Locator => region(window, 'Journaal').locator('ol > li');
const stored = (window: Page, id: string): Promise<CallOutput<'dossier.open'>> => call(window, 'dossier.open', { id });
const texts = async (window: Page, id: string): Promise<readonly string[]> => (await stored(window, id)).log.map(({ text }) => text);

/** Every dialog of the application asks for a path; the answers are given in turn. */
function answerPaths(window: Page, ...paths: string[]): void {
  window.on('dialog', (dialog) => void (dialog.type() === 'prompt' ? dialog.accept(paths.shift() ?? '') : dialog.accept()));
}

test('an incident by keyboard: begun, its regions each at their level, the log kept up and corrected, a request in it', async ({ window }) => {
  test.slow();
  await openPost(window);

  await test.step('a dossier needs a name, and takes its regions by typing a municipality', async () => {
    await window.keyboard.press('Alt+2');
    await expect(window.getByText('Nog geen dossiers')).toBeVisible();
    await window.getByRole('button', { name: 'Nieuw dossier' }).first().press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Nieuw dossier' });
    await expect(dialog.getByRole('textbox', { name: /^Naam van het incident/ })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(dialog.getByText('Geef het dossier een naam.')).toBeVisible();
    await window.keyboard.type('Hoogwater Geul, juli 2021');
    await dialog.getByRole('combobox').focus();
    await window.keyboard.type('venlo');
    await expect(window.getByRole('option', { name: /Venlo/ })).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Verwijder Limburg-Noord' })).toBeVisible();
    await dialog.getByRole('button', { name: /GRIP-niveau van Limburg-Noord/ }).press('Enter');
    await window.getByRole('option', { name: 'GRIP 2' }).press('Enter');
    await dialog.getByRole('button', { name: 'Begin dossier' }).press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Hoogwater Geul, juli 2021' })).toBeVisible();
    await expect(window.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: /^Dossiers/ })).toHaveText(/1$/);
  });
  const id = decodeURIComponent(new URL(window.url()).hash.split('/').at(-1) ?? '');

  await test.step('the level of one region changes, that of the other does not', async () => {
    await region(window, 'Regio’s en GRIP').getByRole('button', { name: /GRIP-niveau van Zuid-Limburg/ }).press('Enter');
    await window.getByRole('option', { name: 'GRIP 4' }).press('Enter');
    await expect.poll(async () => (await stored(window, id)).dossier.values.regions).toEqual([
      { regionCode: 'VR24', grip: 'grip4' },
      { regionCode: 'VR23', grip: 'grip2' },
    ]);
  });

  await test.step('an entry is typed and added with Enter; a screen reader hears it', async () => {
    await window.keyboard.press('Alt+j');
    await expect(quick(window)).toBeFocused();
    await window.keyboard.type('De Geul stijgt bij Valkenburg.');
    await window.keyboard.press('Enter');
    await expect(entries(window)).toHaveCount(1);
    await expect(quick(window)).toBeFocused();
    await expect(quick(window)).toHaveValue('');
    await expect(window.locator('.visually-hidden[aria-live=polite]')).toContainText('De Geul stijgt bij Valkenburg.');
    expect((await stored(window, id)).log).toMatchObject([{ kind: 'entry', author: { post: 'ZL-01', function: 'rmoa' } }]);
  });

  await test.step('kind and moment without leaving the field', async () => {
    await window.keyboard.press('Alt+4');
    await window.keyboard.type('Regionaal operationeel leider vraagt 300 zandzakken.');
    await window.keyboard.press('Alt+t');
    const moment = window.getByRole('group', { name: 'Gebeurd op' });
    await moment.getByRole('spinbutton').first().focus();
    await window.keyboard.type('140720211340');
    await quick(window).focus();
    await window.keyboard.press('Enter');
    await expect(entries(window)).toHaveCount(2);
    await expect(entries(window).last()).toContainText('13:40');
    await expect(entries(window).last()).toContainText('CEST');
    await expect(entries(window).last()).toContainText('gesprek');
    await expect(entries(window).last()).toContainText('RMOA · post ZL-01');
    await expect(entries(window).last()).toContainText('genoteerd');
  });

  await test.step('what was wrong stays readable beside what puts it right', async () => {
    await entries(window).last().getByRole('button', { name: /^Verbeter/ }).press('Enter');
    const field = window.getByRole('textbox', { name: /^Verbeter de regel van 14-07-2021 13:40 CEST/ });
    await expect(field).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(entries(window).last().getByRole('button', { name: /^Verbeter/ })).toBeFocused();
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+a');
    await window.keyboard.type('Regionaal operationeel leider vraagt 30.000 zandzakken.');
    await window.keyboard.press('Enter');
    await expect(entries(window)).toHaveCount(3);
    await expect(entries(window).nth(1)).toContainText('verbetert 14-07-2021 13:40: Regionaal operationeel leider vraagt 300 zandzakken.');
    await expect(entries(window).nth(2).locator('s')).toHaveText('Regionaal operationeel leider vraagt 300 zandzakken.');
    await expect(entries(window).nth(2).getByRole('button', { name: /^Verbeter/ })).toHaveCount(0);
    const { log } = await stored(window, id);
    const wrong = log.find(({ text }) => text.includes('300 zand'));
    expect(log.find(({ text }) => text.includes('30.000'))).toMatchObject({ corrects: wrong?.id, kind: 'call', at: wrong?.at });
  });

  await test.step('who finds the mistake finds its correction', async () => {
    await region(window, 'Journaal').getByRole('textbox', { name: 'Zoek in het journaal' }).fill('300 zandzakken');
    await expect(entries(window)).toHaveCount(2);
    await region(window, 'Journaal').getByRole('textbox', { name: 'Zoek in het journaal' }).fill('dijkdoorbraak');
    await expect(window.getByText('Geen regel met deze woorden of van deze soort.')).toBeVisible();
    await region(window, 'Journaal').getByRole('textbox', { name: 'Zoek in het journaal' }).fill('');
  });

  await test.step('a request begins in the dossier, with its region and level', async () => {
    await region(window, 'Verzoeken').getByRole('button', { name: 'Nieuw verzoek' }).press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Nieuw verzoek' });
    await expect(dialog.getByRole('textbox', { name: /^Naam van het incident/ })).toHaveValue('Hoogwater Geul, juli 2021');
    await dialog.getByRole('button', { name: 'Begin verzoek' }).press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: /Hoogwater Geul, juli 2021/ })).toBeVisible();
    const [request] = (await stored(window, id)).requests;
    expect((await call(window, 'request.open', { id: request?.id ?? '' })).values).toMatchObject({ 'applicant.region': 'VR24', 'situation.grip': 'grip4' });
    await window.getByRole('link', { name: 'Dossier Hoogwater Geul, juli 2021' }).press('Enter');
    await expect(region(window, 'Verzoeken').getByRole('link', { name: /Hoogwater Geul/ })).toBeVisible();
  });

  await test.step('a request that lay outside it is laid in, and taken out again', async () => {
    await call(window, 'request.create', { templateId: 'wvr-51', values: { 'applicant.incident': 'Evacuatie Valkenburg' } });
    await goTo(window, `#/dossiers/${id}`);
    await region(window, 'Verzoeken').getByRole('button', { name: 'Leg een verzoek in dit dossier' }).press('Enter');
    await window.getByRole('dialog').getByRole('combobox').focus();
    await window.keyboard.type('evacu');
    await expect(window.getByRole('option', { name: /Evacuatie Valkenburg/ })).toBeVisible();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: 'Leg in dossier' }).press('Enter');
    await expect(region(window, 'Verzoeken').getByRole('link', { name: 'Evacuatie Valkenburg' })).toBeVisible();
    await region(window, 'Verzoeken').getByRole('button', { name: 'Haal uit dossier: Evacuatie Valkenburg' }).press('Enter');
    await expect(region(window, 'Verzoeken').getByRole('link', { name: 'Evacuatie Valkenburg' })).toHaveCount(0);
    expect((await stored(window, id)).requests).toHaveLength(1);
  });

  await test.step('the workboard shows the dossier with its newest entry; closed, it leaves the open ones', async () => {
    await goTo(window, '#/werkblad');
    await expect(region(window, 'Open dossiers')).toContainText('De Geul stijgt bij Valkenburg.');
    await region(window, 'Open dossiers').getByRole('link', { name: 'Hoogwater Geul, juli 2021' }).press('Enter');
    await window.getByRole('button', { name: 'Sluit dossier' }).press('Enter');
    await expect(window.getByText('Dit dossier is gesloten. U kunt het lezen, aanvullen en weer openen.')).toBeVisible();
    await goTo(window, '#/dossiers');
    await expect(window.getByText('Geen dossier met deze woorden of in deze stand.')).toBeVisible();
    await window.getByRole('radio', { name: 'Gesloten' }).focus();
    await window.keyboard.press('Space');
    await expect(window.getByRole('row', { name: /Hoogwater Geul/ })).toContainText('GRIP 4');
  });
});

test('what is typed of a dossier is saved as it is typed, and a half-typed entry survives a walk to another screen and the window itself', async ({ window }) => {
  await openPost(window);
  const id = await openDossier(window);
  await window.keyboard.type('Nog niet af');
  await window.getByRole('button', { name: 'Gegevens' }).press('Enter');
  const title = window.getByRole('textbox', { name: /^Naam van het incident/ });
  await expect(title).toBeFocused();
  await window.keyboard.press('End');
  await window.keyboard.type(' (Valkenburg)');
  await window.getByRole('group', { name: 'Begonnen op' }).getByRole('spinbutton').first().focus();
  await window.keyboard.type('140720211300');
  await expect.poll(async () => (await stored(window, id)).dossier.values).toMatchObject({ title: 'Hoogwater Geul, juli 2021 (Valkenburg)', startedAt: '2021-07-14T13:00:00+02:00[Europe/Amsterdam]' });
  await window.keyboard.press('Escape');
  await expect(window.getByRole('heading', { level: 1, name: 'Hoogwater Geul, juli 2021 (Valkenburg)' })).toBeVisible();
  await goTo(window, '#/catalogus');
  await expect(window.getByRole('heading', { level: 1, name: 'Catalogus' })).toBeVisible();
  await goTo(window, `#/dossiers/${id}`);
  await expect(quick(window)).toHaveValue('Nog niet af');
  expect(await texts(window, id)).toEqual([]);

  await window.keyboard.press('Alt+j');
  await window.keyboard.press('End');
  await window.keyboard.type(', en dat blijft');
  await expect.poll(() => call(window, 'typing.open', { place: id })).toEqual({ logEntry: { text: 'Nog niet af, en dat blijft', kind: 'entry' } });
  await window.reload();
  await expect(quick(window)).toHaveValue('Nog niet af, en dat blijft');
  await quick(window).press('Enter');
  await expect(entries(window)).toHaveCount(1);
  await expect.poll(() => call(window, 'typing.open', { place: id })).toEqual({});
});

test('the store process may die under an entry: none is lost, none stands twice', async ({ app, window }) => {
  test.skip(app.standIn === undefined, 'ends the processes of the stand-in by their ids');
  await openPost(window);
  const id = await openDossier(window);
  const typed = ['Voor de storing', 'Tijdens de storing', 'Ook tijdens de storing', 'Na de storing'];
  for (const [index, text] of typed.entries()) {
    await window.keyboard.type(text);
    await window.keyboard.press('Enter');
    if (index === 0) process.kill(app.standIn?.pids.store ?? 0, 'SIGKILL');
  }
  await expect(entries(window)).toHaveCount(typed.length, { timeout: 20_000 });
  expect((await texts(window, id)).toSorted()).toEqual(typed.toSorted());
  await expect(region(window, 'Journaal').locator('ul > li')).toHaveCount(0);
});

test('a PDF is attached, what only looks like one is refused, and everything goes out as one file', async ({ window }) => {
  test.slow();
  const folder = await mkdtemp(path.join(tmpdir(), 'steunpunt-dossier-'));
  const paper = await PDFDocument.create();
  paper.addPage();
  const pdf = Buffer.from(await paper.save());
  await writeFile(path.join(folder, 'kaart Valkenburg.pdf'), pdf);
  await writeFile(path.join(folder, 'vals.pdf'), Buffer.from('MZ\u0090\u0000 this runs'));
  await writeFile(path.join(folder, 'te groot.txt'), Buffer.alloc(25_000_001, 'a'));
  answerPaths(window, path.join(folder, 'kaart Valkenburg.pdf'), path.join(folder, 'vals.pdf'), path.join(folder, 'te groot.txt'), '', path.join(folder, 'kopie.pdf'), path.join(folder, 'dossier.zip'));

  await openPost(window);
  const id = await openDossier(window);
  await call(window, 'request.create', { templateId: 'wvr-51', values: { 'applicant.incident': 'Zandzakken Valkenburg', 'applicant.region': 'VR24' }, dossierId: id });
  await window.keyboard.type('LOCC gebeld: verzoek om zandzakken volgt.');
  await window.keyboard.press('Alt+2');
  await window.keyboard.press('Enter');
  await expect(entries(window)).toHaveCount(1);

  const attachments = region(window, 'Bijlagen');
  const attach = async (): Promise<void> => attachments.getByRole('button', { name: 'Voeg bijlage toe' }).press('Enter');
  await attach();
  await expect(attachments.getByText('kaart Valkenburg.pdf', { exact: true })).toBeVisible();
  await expect(attachments.getByText(`${pdf.length} bytes`)).toBeVisible();
  await attach();
  await expect(attachments.getByRole('alert')).toContainText('Dit soort bestand neemt een dossier niet op.');
  await attach();
  await expect(attachments.getByRole('alert')).toContainText('ten hoogste 25 MB');
  await attach();
  await expect(attachments.getByRole('alert')).toHaveCount(0);
  expect((await stored(window, id)).attachments).toMatchObject([{ mediaType: 'application/pdf', sha256: createHash('sha256').update(pdf).digest('hex') }]);
  await attachments.getByRole('button', { name: 'Bewaar kopie : kaart Valkenburg.pdf' }).press('Enter');
  await expect(window.getByText('Kopie bewaard: kopie.pdf').first()).toBeVisible();
  expect((await readFile(path.join(folder, 'kopie.pdf'))).equals(pdf)).toBe(true);

  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: 'Exporteer het hele dossier' });
  await dialog.getByRole('button', { name: 'Kies plaats en exporteer' }).press('Enter');
  await expect(dialog.getByText('Het dossier staat in dossier.zip.')).toBeVisible({ timeout: 45_000 });

  const archive = await JSZip.loadAsync(await readFile(path.join(folder, 'dossier.zip')));
  const names = Object.values(archive.files).flatMap((file) => (file.dir ? [] : [file.name]));
  const manifest = JSON.parse((await archive.file('manifest.json')?.async('string')) ?? '{}') as { files: { name: string; sha256: string }[] };
  expect(manifest.files.map(({ name }) => name).toSorted()).toEqual(names.filter((name) => name !== 'manifest.json').toSorted());
  for (const { name, sha256 } of manifest.files) {
    const bytes = (await archive.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0);
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sha256);
  }
  for (const end of ['.docx', '.pdf', '.txt', '.csv']) expect(names.some((name) => name.endsWith(end)), end).toBe(true);
  const log = (await archive.file(names.find((name) => name.endsWith('.csv')) ?? '')?.async('string')) ?? '';
  expect(log).toContain('LOCC gebeld: verzoek om zandzakken volgt.');
  const kept = names.find((name) => name.includes('kaart Valkenburg'));
  expect((await archive.file(kept ?? '')?.async('nodebuffer'))?.equals(pdf)).toBe(true);
  await rm(folder, { recursive: true, force: true });
});

test('axe finds nothing in the dossier room by day and by night, in a small window too', async ({ window }) => {
  test.slow();
  await openPost(window);
  const look = async (where: string): Promise<void> => {
    expect(await axeFindings(window), where).toEqual([]);
  };
  await goTo(window, '#/dossiers');
  await expect(window.getByText('Nog geen dossiers')).toBeVisible();
  await look('empty list');
  await window.getByRole('button', { name: 'Nieuw dossier' }).first().press('Enter');
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('new dossier');
  await window.keyboard.press('Escape');

  const id = await openDossier(window);
  await look('empty dossier');
  const wrong = await call(window, 'dossier.log', { id, kind: 'entry', text: 'Driehonderd zakken', at: '2021-07-14T13:40:00+02:00[Europe/Amsterdam]' });
  await call(window, 'dossier.log', { id, kind: 'decision', text: 'Dertigduizend zakken', corrects: wrong.id });
  await call(window, 'request.create', { templateId: 'wvr-51', values: {}, dossierId: id });
  await expect(entries(window)).toHaveCount(2);
  await expect(region(window, 'Verzoeken').getByRole('link')).toHaveCount(1);
  await window.keyboard.press('Alt+t');
  await look('dossier');
  await entries(window).first().getByRole('button', { name: /^Verbeter/ }).press('Enter');
  await look('correction');
  for (const name of ['Gegevens', 'Exporteer dossier', 'Leg een verzoek in dit dossier']) {
    await window.getByRole('button', { name }).press('Enter');
    await expect(window.getByRole('dialog')).toBeVisible();
    await look(name);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
  await window.setViewportSize({ width: 640, height: 360 });
  await look('small dossier');
  const { dossier } = await call(window, 'dossier.open', { id });
  for (const [address, heading] of [
    [`#/dossiers/${id}`, dossier.values.title ?? ''],
    ['#/dossiers', 'Dossiers'],
    ['#/werkblad', 'Werkblad'],
  ] as const) {
    await goTo(window, address);
    await expect(window.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    await expect(window.locator('main [aria-busy=true]')).toHaveCount(0);
    const overflow = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${address} scrolls sideways`).toBe(0);
  }
  await look('small workboard');
});

test('a dossier that is not there says so, and the way back is there', async ({ window }) => {
  await openPost(window);
  await goTo(window, '#/dossiers/0198c1f0-0000-7000-8000-000000000000');
  await expect(window.getByRole('alert')).toContainText('Dit verzoek, advies of dossier staat niet op deze post.');
  await window.getByRole('link', { name: /^Dossiers/ }).press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible();
});
