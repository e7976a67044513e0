/** Contacts as a person uses them: find the region of a place, fill in and copy a number, keep the roster, put it all on paper. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { axeFindings } from '../helpers/axe.ts';
import { call, derivation, goTo, openPost, passphrase, zuidLimburg } from '../helpers/desk.ts';
import { expect, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });


async function go(window: Page, address: string, title: string): Promise<void> {
  await goTo(window, address);
  await expect(window.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

const row = (window: Page, office: string): Locator => window.getByRole('row').filter({ has: window.getByRole('rowheader', { name: office }) });
const roster = (window: Page): Locator => window.getByRole('region', { name: 'Rooster' });

/** A moment `hours` from now as the keys that type it, to the minute, in Dutch time. */
function digits(hours: number): string {
  const parts = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(Date.now() + hours * 3_600_000);
  return ['day', 'month', 'year', 'hour', 'minute'].map((type) => parts.find((part) => part.type === type)?.value ?? '').join('');
}

async function typeMoment(window: Page, group: RegExp, hours: number): Promise<void> {
  await window.getByRole('dialog').getByRole('group', { name: group }).getByRole('spinbutton').first().focus();
  await window.keyboard.type(digits(hours));
}

async function addDuty(window: Page, who: string, from: number, until: number): Promise<void> {
  await roster(window).getByRole('button', { name: 'Voeg dienst toe' }).press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Nieuwe dienst' });
  await expect(dialog.getByRole('textbox', { name: /^Wie/ })).toBeFocused();
  await window.keyboard.type(who);
  await typeMoment(window, /^Begin/, from);
  await typeMoment(window, /^Einde/, until);
  await dialog.getByRole('textbox', { name: 'Telefoon' }).focus();
  await window.keyboard.type('06 11 22 33 44');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('Valkenburg leads to the RMOA, whose number is filled in, copied, and there again after the lock, by keyboard', async ({ window }) => {
  await openPost(window);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('Valkenburg');
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(/#\/contacten\/VR24$/);

  const rmoa = row(window, 'RMOA Zuid-Limburg');
  await expect(rmoa).toContainText('plaatshouder');
  await expect(rmoa).toContainText('nog niet ingevuld');
  await expect(rmoa).toContainText('vanaf GRIP 2');
  await expect(row(window, 'LOCC')).toContainText('088 662 80 48');

  await rmoa.getByRole('button', { name: /^Vul in/ }).press('Enter');
  await expect(window.getByRole('dialog').getByRole('textbox', { name: 'Nummer of adres' })).toBeFocused();
  await window.keyboard.type('06 12 34 56 78');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(rmoa).toContainText('06 12 34 56 78');
  await expect(rmoa).toContainText(/ingevuld op deze post, \d\d-\d\d-\d{4}/);
  await expect(rmoa).not.toContainText('plaatshouder');

  await rmoa.getByRole('button', { name: /^Kopieer/ }).press('Enter');
  await expect(window.getByText('Gekopieerd: 06 12 34 56 78').first()).toBeAttached();
  // the page itself may not read the clipboard; a person pastes
  const place = window.getByRole('combobox', { name: /Gemeente of regio/ });
  await place.focus();
  await window.keyboard.press('Control+v');
  await expect(place).toHaveValue('06 12 34 56 78');
  await window.keyboard.press('Escape');

  await addDuty(window, 'RMOA van dienst', -1, 9);
  await addDuty(window, 'RMOA van morgen', 9, 33);
  await expect(roster(window).getByRole('listitem').first()).toContainText(/RMOA van dienst.*nu dienst/s);

  await window.keyboard.press('Control+Shift+L');
  await expect(window.getByLabel('Wachtwoordzin', { exact: true })).toBeFocused(derivation);
  await window.keyboard.type(passphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 2, name: 'Zuid-Limburg' })).toBeVisible(derivation);
  await expect(rmoa).toContainText('06 12 34 56 78');
  await expect(roster(window).getByRole('listitem')).toHaveCount(2);
  await expect(roster(window).getByRole('listitem').nth(1)).toContainText('RMOA van morgen');
});

test('what the post filled in is changed and cleared; the pack stays as it was', async ({ window }) => {
  await openPost(window);
  await call(window, 'contacts.complete', { contactId: 'locc', channels: [{ kind: 'phone', value: '088 000 00 00' }, { kind: 'mail', value: 'locc@voorbeeld.nl' }], note: 'Vraag naar de liaison.' });
  await go(window, '#/contacten/landelijk', 'Landelijke diensten');
  const locc = row(window, 'LOCC, Landelijk Operationeel Coördinatiecentrum');
  const own = locc.getByRole('region', { name: /^Ingevuld op deze post/ });
  await expect(own).toContainText('locc@voorbeeld.nl');
  await locc.getByRole('button', { name: /^Wijzig/ }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Verwijder regel 1' }).click();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(own).not.toContainText('088 000 00 00');
  await expect(own).toContainText('Vraag naar de liaison.');
  await locc.getByRole('button', { name: /^Wijzig/ }).click();
  await dialog.getByRole('button', { name: 'Wis wat hier is ingevuld' }).click();
  await expect(own).toHaveCount(0);
  await expect(locc).toContainText('088 662 80 48');
  await expect(locc).toContainText('openbaar');
  expect((await call(window, 'contacts.all', {})).completions).toEqual([]);
});

test('a duty that ends before it begins is not saved; one that is past steps back; one is removed', async ({ window }) => {
  await openPost(window);
  await go(window, '#/contacten/VR24', 'Zuid-Limburg');
  await expect(roster(window)).toContainText('Het rooster is leeg');
  await roster(window).getByRole('button', { name: 'Voeg dienst toe' }).click();
  const dialog = window.getByRole('dialog', { name: 'Nieuwe dienst' });
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(dialog.getByText('Vul dit in.')).toHaveCount(3);
  await dialog.getByRole('textbox', { name: /^Wie/ }).fill('Piket RMC Zuid');
  await typeMoment(window, /^Begin/, 5);
  await typeMoment(window, /^Einde/, 4);
  await expect(dialog.getByText('Het einde moet na het begin liggen.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  expect((await call(window, 'contacts.all', {})).duties).toEqual([]);
  await typeMoment(window, /^Begin/, -50);
  await typeMoment(window, /^Einde/, -40);
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(roster(window)).toContainText('heeft nu niemand dienst');
  await expect(roster(window).getByRole('listitem')).toHaveCount(0);
  await roster(window).getByRole('button', { name: 'Toon 1 voorbije dienst' }).click();
  await roster(window).getByRole('button', { name: 'Verwijder dienst: Piket RMC Zuid' }).click();
  await expect(roster(window)).toContainText('Het rooster is leeg');
  expect((await call(window, 'contacts.all', {})).duties).toEqual([]);
});

test('an office goes along as a vCard, and the contacts go on A4', async ({ window }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'steunpunt-papier-'));
  // a question for a file comes with a name to propose, one for a folder does not
  window.on('dialog', (dialog) => void dialog.accept(path.extname(dialog.defaultValue()) === '' ? folder : path.join(folder, path.basename(dialog.defaultValue()))));
  try {
    await openPost(window);
    await call(window, 'contacts.complete', { contactId: 'rmoa-vr24', channels: [{ kind: 'phone', value: '06 12 34 56 78' }] });
    await call(window, 'request.create', { templateId: 'wvr-51', values: { 'applicant.incident': 'Hoogwater Geul' } });
    await go(window, '#/contacten/VR24', 'Zuid-Limburg');
    await row(window, 'RMOA Zuid-Limburg').getByRole('button', { name: /^vCard/ }).click();
    await expect(window.getByText(/\.vcf staat in /).first()).toBeAttached();

    await window.getByRole('button', { name: 'Druk noodset af' }).press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Noodset op papier' });
    await expect(dialog.getByRole('checkbox', { name: /Hoogwater Geul/ })).toBeChecked();
    await dialog.getByRole('textbox', { name: 'Zoek in de catalogus' }).fill('blushelikopter');
    await dialog.getByRole('button', { name: 'Kies alle getoonde (2)' }).click();
    await expect(dialog.getByText('Bladen uit de catalogus (2 gekozen)')).toBeVisible();
    await dialog.getByRole('button', { name: 'Maak PDF' }).click();
    await expect(dialog).toHaveCount(0, { timeout: 30_000 });

    const files = await readdir(folder);
    const card = await readFile(path.join(folder, files.find((name) => name.endsWith('.vcf')) ?? ''), 'utf8');
    expect(card).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
    expect(card).toMatch(/\r\nTEL[;:].*06[ -]?12[ -]?34[ -]?56[ -]?78/);
    const paper = await PDFDocument.load(await readFile(path.join(folder, files.find((name) => name.endsWith('.pdf')) ?? '')), { updateMetadata: false });
    expect(paper.getPageCount()).toBeGreaterThanOrEqual(3);
    for (const page of paper.getPages()) expect([Math.round(page.getWidth()), Math.round(page.getHeight())]).toEqual([595, 842]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('axe finds nothing in the contacts by day and by night, nor does anything stick out at 200 %', async ({ window }) => {
  test.slow();
  await openPost(window);
  await call(window, 'contacts.complete', { contactId: 'rmoa-vr24', channels: [{ kind: 'phone', value: '06 12 34 56 78' }], note: 'Buiten kantooruren via de meldkamer.' });
  await window.reload();
  const found: string[] = [];
  const look = async (where: string): Promise<void> => {
    for (const one of await axeFindings(window)) found.push(`${where}: ${one}`);
  };
  await go(window, '#/contacten/landelijk', 'Landelijke diensten');
  await look('national');
  await go(window, '#/contacten/VR24', 'Zuid-Limburg');
  await addDuty(window, 'RMOA van dienst', -1, 9);
  await row(window, 'RMOA Zuid-Limburg').getByText(/^Wanneer bellen/).click();
  await look('region');
  await row(window, 'RMOA Zuid-Limburg').getByRole('button', { name: /^Wijzig/ }).click();
  await look('completion');
  await window.keyboard.press('Escape');
  await roster(window).getByRole('button', { name: /^Wijzig/ }).click();
  await look('duty');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Druk noodset af' }).click();
  await expect(window.getByRole('dialog').getByText('Er staat geen verzoek open.')).toBeVisible();
  await look('emergency set');
  await window.keyboard.press('Escape');
  expect(found).toEqual([]);
  await window.setViewportSize({ width: 640, height: 360 });
  for (const [address, title] of [['#/contacten/VR24', 'Zuid-Limburg'], ['#/contacten/landelijk', 'Landelijke diensten']] as const) {
    await go(window, address, title);
    expect(await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), address).toBe(0);
  }
});
