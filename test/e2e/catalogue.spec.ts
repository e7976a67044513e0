/** The catalogue as a person uses it: narrow it, compare, note what the post knows, see what is outdated, put one in a request. */
import type { Page } from '@playwright/test';
import { axeFindings } from '../helpers/axe.ts';
import { call, derivation, goTo, openPost, passphrase, zuidLimburg } from '../helpers/desk.ts';
import { expect, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });


async function openCatalogue(window: Page, address = '#/catalogus'): Promise<void> {
  await goTo(window, address);
  await expect(window.getByRole('heading', { level: 1, name: 'Catalogus' })).toBeVisible();
}

/** Clicks the box of a row, as a pointer does. */
const tick = (window: Page, index: number): Promise<void> => window.getByRole('grid').locator('label').nth(index).click();

test('two capabilities are ticked and compared by keyboard; one of them goes into a draft', async ({ window }) => {
  await openPost(window);
  const { id } = await call(window, 'request.create', { templateId: 'wvr-51', values: { 'applicant.incident': 'Brand Deurnese Peel' } });
  await openCatalogue(window);
  const compare = window.getByRole('button', { name: /^Vergelijk \(/ });
  await expect(compare).toBeDisabled();
  await window.getByRole('textbox', { name: 'Zoek in de catalogus' }).fill('blushelikopter');
  await expect(window.getByText('2 capaciteiten', { exact: true })).toBeVisible();
  // from the filters one Tab into the list, to the box of its row, and down to the next
  await window.getByRole('button', { name: /Elke weg/ }).focus();
  for (const key of ['Tab', 'ArrowRight', 'Space', 'ArrowDown', 'Space']) await window.keyboard.press(key);
  await expect(compare).toHaveText('Vergelijk (2)');
  await compare.press('Enter');
  const dialog = window.getByRole('dialog', { name: '2 capaciteiten naast elkaar' });
  const fact = (name: RegExp) => dialog.getByRole('row').filter({ has: window.getByRole('rowheader', { name }) });
  await expect(fact(/^Aantallen verschilt/)).toContainText('2.500 liter per keer');
  await expect(fact(/^Klasse gelijk/)).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Toon alleen verschillen' }).press('Space');
  await expect(fact(/gelijk$/)).toHaveCount(0);
  await expect(fact(/^Aantallen verschilt/)).toBeVisible();
  await dialog.getByRole('button', { name: /^Zet in verzoek\s+Blushelikopter Cougar/ }).press('Enter');
  const put = window.getByRole('dialog', { name: 'Zet in welk verzoek?' }).getByRole('button', { name: 'Zet in verzoek' });
  await expect(put).toBeEnabled();
  await put.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/verzoeken/${id}$`));
  await expect(window.getByRole('dialog')).toHaveCount(0);
  expect((await call(window, 'request.open', { id })).values['capabilities.lines']).toMatchObject([{ capabilityId: 'fire-helicopter-cougar' }]);
});

test('a fifth cannot come into the comparison', async ({ window }) => {
  await openPost(window);
  await openCatalogue(window);
  const box = (index: number) => window.getByRole('grid').getByRole('checkbox').nth(index);
  for (let index = 0; index < 4; index += 1) await tick(window, index);
  await expect(box(4)).toBeDisabled();
  await tick(window, 1);
  await expect(box(4)).toBeEnabled();
  await window.getByRole('button', { name: 'Wis keuze' }).click();
  await expect(window.getByRole('button', { name: 'Vergelijk (0)' })).toBeDisabled();
});

test('a note is saved as it is typed, stands apart from the pack, and is there after the lock', async ({ window }) => {
  await openPost(window);
  await openCatalogue(window, '#/catalogus/engineers');
  const note = window.getByRole('textbox', { name: 'Notitie van deze post' });
  await note.focus();
  await window.keyboard.type('Vraag om het zandplan. ');
  await expect.poll(async () => (await call(window, 'catalogue.notes', {})).map(({ text }) => text)).toEqual(['Vraag om het zandplan.']);
  await expect(window.getByText(/Lokaal bewaard \d\d:\d\d:\d\d/).first()).toBeVisible();
  await expect(window.getByRole('row', { name: /Genie-eenheid/ })).toContainText('notitie');

  // what was typed in the last moment is not lost by the lock
  await window.keyboard.type('Ook in het weekend.');
  await window.keyboard.press('Control+Shift+L');
  await expect(window.getByLabel('Wachtwoordzin', { exact: true })).toBeFocused(derivation);
  await window.keyboard.type(passphrase);
  await window.keyboard.press('Enter');
  await expect(note).toHaveValue('Vraag om het zandplan. Ook in het weekend.', derivation);

  await note.fill('');
  await expect.poll(async () => await call(window, 'catalogue.notes', {})).toEqual([]);
});

test('class, readiness and way of calling narrow the list together; an effect leads to its capabilities', async ({ window }) => {
  await openPost(window);
  await openCatalogue(window);
  const choose = async (field: string, option: string): Promise<void> => {
    await window.getByRole('button', { name: new RegExp(field) }).press('Enter');
    await window.getByRole('option', { name: option, exact: true }).click();
  };
  const { effects } = await call(window, 'reference.all', {});
  const { capabilities } = await call(window, 'reference.capabilities', {});
  const direct = capabilities.filter(({ call: way }) => way.how === 'directAlarm');
  await choose('Elke weg', 'directe alarmering, zonder verzoek');
  await expect(window.getByText(`${direct.length} capaciteiten`, { exact: true })).toBeVisible();
  const structural = direct.filter(({ supply }) => supply.class === 'structural');
  expect(structural.length).toBeLessThan(direct.length);
  await choose('Elke klasse', 'structureel');
  await expect(window.getByRole('grid').getByRole('checkbox')).toHaveCount(structural.length);

  await openCatalogue(window);
  await window.reload();
  const find = window.getByRole('textbox', { name: 'Zoek in de catalogus' });
  await find.fill('bambi');
  await expect(window.getByRole('row', { name: /Chinook/ })).toContainText(/gevonden als ‘.*bambi.*’/i);
  await find.fill('blushelikoptr');
  await expect(window.getByRole('row', { name: /Chinook/ })).toContainText('lijkt op ‘');

  const narrower = effects.find(({ broader }) => broader !== undefined)!;
  await openCatalogue(window, `#/catalogus/${narrower.id}`);
  const serving = capabilities.filter((capability) => capability.effects.includes(narrower.id));
  await expect(window.getByRole('grid').getByRole('checkbox')).toHaveCount(serving.length);
  await expect(window.getByRole('button', { name: new RegExp(`^${narrower.title.nl}`) })).toHaveAttribute('aria-pressed', 'true');
});

test('the day after its last one an entry looks outdated, in the list and in full', async ({ window }) => {
  await openPost(window);
  await window.clock.setFixedTime('2027-01-01T08:00:00+01:00');
  await openCatalogue(window, '#/catalogus/engineers');
  await expect(window.getByRole('row', { name: /Genie-eenheid/ })).toContainText('verouderd sinds 31-12-2026');
  await expect(window.getByText('De geldigheid van dit gegeven is voorbij.')).toBeVisible();
});

test('axe finds nothing in the catalogue by day and by night, nor does anything stick out at 200 %', async ({ window }) => {
  test.slow();
  await openPost(window);
  await call(window, 'catalogue.saveNote', { capabilityId: 'engineers', text: 'Vraag om het zandplan.' });
  await window.reload();
  const found: string[] = [];
  const look = async (where: string): Promise<void> => {
    for (const one of await axeFindings(window)) found.push(`${where}: ${one}`);
  };
  await openCatalogue(window, '#/catalogus/engineers');
  await expect(window.getByRole('textbox', { name: 'Notitie van deze post' })).toHaveValue('Vraag om het zandplan.');
  for (let index = 0; index < 2; index += 1) await tick(window, index);
  await look('catalogue');
  await window.getByRole('button', { name: 'Vergelijk (2)' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('comparison');
  await window.setViewportSize({ width: 640, height: 360 });
  await look('comparison at 200 %');
  await window.keyboard.press('Escape');
  await look('catalogue at 200 %');
  expect(found).toEqual([]);
  expect(await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
