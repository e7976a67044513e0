/** Requests at full depth: one per municipality, versions beside each other, copies, and a list without end. */
import type { Page } from '@playwright/test';
import type { CallInput } from '../../shared/contract.ts';
import schiermonnikoog from '../scenarios/msc-zoe-2019-schiermonnikoog.json' with { type: 'json' };
import terschelling from '../scenarios/msc-zoe-2019-terschelling.json' with { type: 'json' };
import utrecht from '../scenarios/umc-utrecht-2020.json' with { type: 'json' };
import { axeFindings } from '../helpers/axe.ts';
import { call, goTo, openPost, requestHere, section, showRequest, storedValues, type } from '../helpers/desk.ts';
import { type FieldValues, fillCase } from '../helpers/fill-case.ts';
import { exportAll, finalise } from '../helpers/take-along.ts';
import { expect, test } from '../helpers/window.ts';

type Values = CallInput<'request.create'>['values'];
const friesland = { name: 'FR-01', function: 'rmoa', regionCode: 'VR02' } as const;
const inUtrecht = { name: 'UT-01', function: 'rmoa', regionCode: 'VR09' } as const;

test.use({ post: friesland });

/** In a list that opens or among radio buttons, whichever the field is. */
async function choose(window: Page, label: RegExp, option: string): Promise<void> {
  const radio = window.getByRole('radiogroup', { name: label }).getByRole('radio', { name: option, exact: true });
  if ((await radio.count()) > 0) {
    await radio.focus();
    await window.keyboard.press('Space');
    await expect(radio).toBeChecked();
    return;
  }
  await window.getByRole('button', { name: label }).press('Enter');
  await window.getByRole('option', { name: option, exact: true }).press('Enter');
  await expect(window.getByRole('listbox')).toHaveCount(0);
  await expect(window.getByRole('button', { name: label })).toBeFocused();
}

const openSection = async (window: Page, name: string): Promise<void> => {
  await window.getByRole('navigation', { name: 'Onderdelen' }).getByRole('button', { name: new RegExp(`^${name}`) }).press('Enter');
  await expect(section(window, name)).toBeVisible();
};

test('MSC Zoe 2019 by keyboard: two mayors, two requests, what is shared in step, each finalised and exported', async ({ window }) => {
  test.slow();
  await openPost(window, friesland);

  await test.step('the palette asks the place first', async () => {
    await window.keyboard.press('Control+k');
    await window.keyboard.type('nieuw');
    await window.keyboard.press('ArrowDown');
    await expect(window.getByRole('option', { selected: true })).toContainText('steun');
    await window.keyboard.press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Nieuw verzoek' });
    await expect(dialog.getByRole('combobox').first()).toBeFocused();
    await window.keyboard.type('schiermonnikoog');
    await expect(window.getByRole('option', { name: /^Schiermonnikoog/ })).toBeVisible();
    await window.keyboard.press('Enter');
    await type(window, 'Naam van het incident', 'Aangespoelde lading MSC Zoe, januari 2019');
    await window.keyboard.press('Enter');
    await expect(section(window, 'Aanvrager')).toBeVisible();
  });
  const first = requestHere(window);

  await test.step('a mayor asks: one request per municipality is offered', async () => {
    await choose(window, /Wie vraagt/, 'Burgemeester');
    await window.getByRole('button', { name: 'Maak per gemeente een verzoek' }).press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Per gemeente een verzoek' });
    await expect(dialog.getByRole('list', { name: 'Gemeenten' })).toContainText('Schiermonnikoog');
    await expect(dialog.getByRole('button', { name: 'Maak de verzoeken' })).toBeDisabled();
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await window.keyboard.type('terschelling');
    await expect(window.getByRole('option', { name: /^Terschelling/ })).toBeVisible();
    await window.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Maak 2 verzoeken' }).press('Enter');
    await expect(window.getByRole('region', { name: 'Groep van 2 verzoeken' })).toBeVisible();
  });
  const group = window.getByRole('region', { name: 'Groep van 2 verzoeken' });

  await test.step('each field says whether it is shared', async () => {
    await expect(section(window, 'Aanvrager').getByText('gedeeld met 1 ander verzoek').first()).toBeVisible();
    await expect(section(window, 'Aanvrager').getByText('alleen in dit verzoek').first()).toBeVisible();
  });

  const { templates } = await call(window, 'reference.all', {});
  const template = templates.find(({ id }) => id === 'msob');
  const ofEach = new Set(template?.sections.flatMap(({ fields }) => fields.flatMap(({ id, perMunicipality }) => (perMunicipality ? [id] : []))));

  await test.step('the facts of both and the own of the first, section by section', async () => {
    expect(await fillCase(window, schiermonnikoog.values as FieldValues, template)).toEqual([]);
  });

  await test.step('the mayor of Terschelling has a request of his own, with the same facts', async () => {
    await group.getByRole('link', { name: 'Terschelling' }).press('Enter');
    await expect(section(window, 'Aanvrager').getByRole('button', { name: 'Verwijder Terschelling' })).toBeVisible();
    const second = requestHere(window);
    expect(second).not.toBe(first);
    const own = Object.entries(terschelling.values as FieldValues).filter(([id]) => ofEach.has(id));
    expect(await fillCase(window, Object.fromEntries(own), template)).toEqual([]);
    await openSection(window, 'Situatie');
    const described = window.getByRole('textbox', { name: /^Wat er gebeurd is/ });
    await expect(described).toHaveValue(/zakken met peroxide/);
    await described.focus();
    await window.keyboard.press('Control+End');
    await window.keyboard.type(' Het ruimen begon op 2 januari.');
    await expect.poll(async () => (await storedValues(window, first))['situation.description']).toBe(`${schiermonnikoog.values['situation.description']} Het ruimen begon op 2 januari.`);
    expect(await storedValues(window, second)).toMatchObject({ 'applicant.municipalities': ['GM0093'], 'costs.payer': 'De rederij van de MSC Zoe', 'sending.signature': { office: 'Burgemeester van Terschelling' } });
    expect(await storedValues(window, first)).toMatchObject({ 'applicant.municipalities': ['GM0088'], 'sending.signature': { office: 'Burgemeester van Schiermonnikoog' } });
  });

  await test.step('each mayor signs and sends his own paper', async () => {
    await finalise(window);
    const second = await exportAll(window);
    await group.getByRole('link', { name: 'Schiermonnikoog' }).press('Enter');
    await expect(section(window, 'Aanvrager').getByRole('button', { name: 'Verwijder Schiermonnikoog' })).toBeVisible();
    // the draft in the window has what was typed at the other
    await openSection(window, 'Situatie');
    await expect(window.getByRole('textbox', { name: /^Wat er gebeurd is/ })).toHaveValue(/Het ruimen begon op 2 januari\.$/);
    await finalise(window);
    const papers = [await exportAll(window), second];
    for (const [index, mayor] of ['Burgemeester van Schiermonnikoog', 'Burgemeester van Terschelling'].entries()) {
      const { names, word, pages, lcms, readout } = papers[index] ?? second;
      expect(names).toHaveLength(4);
      expect(pages).toBeGreaterThan(0);
      for (const text of [word, lcms, readout]) for (const said of [mayor, 'De rederij van de MSC Zoe', 'Het ruimen begon op']) expect(text).toContain(said);
      expect(`${word} ${lcms}`).not.toContain('CONCEPT');
      expect(word).not.toContain(index === 0 ? 'Burgemeester van Terschelling' : 'Burgemeester van Schiermonnikoog');
    }
  });
});

test('what another draft of the group saves shows at once and leaves alone what is being typed', async ({ window }) => {
  await openPost(window, friesland);
  const { id } = await call(window, 'request.create', { templateId: 'msob', values: terschelling.values as Values });
  const { requests } = await call(window, 'request.split', { id, municipalities: ['GM0093', 'GM0088'] });
  const other = requests.find((request) => request.id !== id)?.id ?? '';
  await showRequest(window, id);
  await openSection(window, 'Situatie');
  const described = window.getByRole('textbox', { name: /^Wat er gebeurd is/ });
  await described.focus();
  await window.keyboard.press('Control+End');
  await window.keyboard.type(' Hier getypt', { delay: 5 });
  await call(window, 'request.save', { id: other, changes: { 'situation.locations': 'Stranden van beide eilanden.' } });
  await window.keyboard.type(' en verder.', { delay: 5 });
  await expect(window.getByRole('textbox', { name: /^Plaatsen/ })).toHaveValue('Stranden van beide eilanden.');
  await expect(described).toHaveValue(/ Hier getypt en verder\.$/);
  await expect(described).toBeFocused();
  await expect.poll(async () => (await storedValues(window, other))['situation.description']).toMatch(/ Hier getypt en verder\.$/);
});

test.describe('in Utrecht', () => {
  test.use({ post: inUtrecht });

  test('UMC Utrecht 2020: a minister asks, so the market is no step and no remark, up to the files', async ({ window }) => {
    test.slow();
    await openPost(window, inUtrecht);
    await window.getByRole('button', { name: 'Nieuw verzoek' }).first().press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Nieuw verzoek' });
    await expect(dialog.getByRole('combobox').first()).toBeFocused();
    await window.keyboard.type('utrecht');
    await expect(window.getByRole('option', { name: /^Utrecht/ }).first()).toBeVisible();
    await window.keyboard.press('Enter');
    await type(window, 'Naam van het incident', utrecht.values['applicant.incident']);
    await choose(window, /Soort verzoek/, 'Verzoek om militaire steunverlening in het openbaar belang');
    await dialog.getByRole('button', { name: 'Begin verzoek' }).press('Enter');
    await expect(section(window, 'Aanvrager')).toBeVisible();
    const steps = window.getByRole('navigation', { name: 'Onderdelen' });
    await choose(window, /Wie vraagt/, 'Burgemeester');
    await expect(steps.getByRole('button', { name: /^Markt/ })).toBeVisible();

    const { templates } = await call(window, 'reference.all', {});
    expect(await fillCase(window, utrecht.values as FieldValues, templates.find(({ id }) => id === 'msob'))).toEqual([]);
    await expect(steps.getByRole('button', { name: /^Gebouwen en terreinen/ })).toBeVisible();
    await expect(steps.getByRole('button', { name: /^Markt/ })).toHaveCount(0);
    await expect(section(window, 'Toets').getByText(/markt/i)).toHaveCount(0);
    await finalise(window);
    const { word, lcms, readout, pages } = await exportAll(window);
    expect(pages).toBeGreaterThan(0);
    for (const text of [word, lcms, readout]) expect(text).toContain('Minister van Volksgezondheid, Welzijn en Sport');
    expect(word).not.toMatch(/CONCEPT|Verklaring van de branche/);
  });
});

test('at the line itself: notice, readiness, people counted twice, and who else asks for it', async ({ window }) => {
  await openPost(window, friesland);
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const period = { start: `${soon}T09:00:00+00:00[UTC]`, end: `${later}T09:00:00+00:00[UTC]` };
  const line = (last: number): { id: string; capabilityId: string; description: string; people: number } => ({ id: `6c0c0000-0000-4000-8000-00000000000${last}`, capabilityId: 'engineers', description: 'Genie', people: 20 });
  const { reference } = await call(window, 'request.create', { templateId: 'wvr-51', values: { 'effect.period': period, 'capabilities.lines': [line(1)] } });
  const { id } = await call(window, 'request.create', { templateId: 'wvr-51', values: { 'effect.period': period, 'capabilities.lines': [line(2), line(3)] } });
  await showRequest(window, id);
  await openSection(window, 'Capaciteiten');
  for (const number of [1, 2]) {
    const item = window.getByRole('listitem', { name: new RegExp(`^Regel ${number}:`) });
    await expect(item.getByText(/staat 2 keer in de lijst, samen 40 personen/)).toBeVisible();
    await expect(item.getByText(new RegExp(`ook gevraagd in verzoek ${reference}`))).toBeVisible();
    await expect(item.getByText(/inzettermijn/)).toBeVisible();
    await expect(item.getByText(/Wat ook voldoet als dit er niet is/)).toBeVisible();
  }
  await expect(section(window, 'Capaciteiten').getByText(/staat 2 keer in de lijst/)).toHaveCount(2);
});

test('two versions beside each other: words, lines and values, said in words too', async ({ window }) => {
  await openPost(window, friesland);
  const { id } = await call(window, 'request.create', { templateId: 'msob', values: terschelling.values as Values });
  await call(window, 'request.revise', { id });
  const [line] = terschelling.values['capabilities.lines'];
  await call(window, 'request.save', {
    id,
    changes: {
      'effect.text': terschelling.values['effect.text'].replace('twee', 'drie'),
      'capabilities.lines': [{ ...line, id: line?.id ?? '', description: line?.description ?? '', quantity: 70 }],
      'costs.payer': null,
    },
  });
  await showRequest(window, id);
  await window.keyboard.press('Alt+g');
  const now = section(window, 'Zoals het nu is');
  await expect(now.getByText('3 velden verschillen')).toBeVisible();
  await expect(now.locator('del', { hasText: 'twee' })).toContainText('weggehaald:');
  await expect(now.locator('ins', { hasText: 'drie' })).toContainText('toegevoegd:');
  await expect(now.getByText(/50 militairen/)).toBeVisible();
  await expect(now.getByText(/70 militairen/)).toBeVisible();
  await expect(now.getByText('De rederij van de MSC Zoe')).toBeVisible();
});

test('a copy is a fresh draft without signature, from the editor, the list and the dialog', async ({ window }) => {
  await openPost(window, friesland);
  const { id, reference } = await call(window, 'request.create', { templateId: 'msob', values: terschelling.values as Values });
  await showRequest(window, id);
  await window.getByRole('button', { name: 'Maak een kopie' }).press('Enter');
  await expect(window.getByText(`kopie van ${reference}`, { exact: false }).first()).toBeVisible();
  await expect.poll(async () => requestHere(window)).not.toBe(id);
  const copy = await storedValues(window, requestHere(window));
  expect(copy['effect.text']).toBe(terschelling.values['effect.text']);
  expect(copy).not.toHaveProperty('sending.signature');

  await goTo(window, '#/verzoeken');
  await expect(window.getByRole('button', { name: /^Maak een kopie van/ })).toHaveCount(2);
  await window.getByRole('button', { name: 'Nieuw verzoek' }).first().press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Nieuw verzoek' });
  await window.keyboard.type('schiermonnikoog');
  await expect(window.getByRole('option', { name: /^Schiermonnikoog/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: /^Begin vanuit een eerder verzoek/ }).focus();
  await window.keyboard.type('zoe');
  await expect(window.getByRole('option').first()).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Begin verzoek' }).press('Enter');
  await expect(section(window, 'Aanvrager').getByRole('button', { name: 'Verwijder Schiermonnikoog' })).toBeVisible();
  expect(await storedValues(window, requestHere(window))).toMatchObject({ 'applicant.municipalities': ['GM0088'], 'effect.text': terschelling.values['effect.text'] });
});

test('the list draws a page of its rows and tells the place of each in the whole', async ({ window }) => {
  test.slow();
  await openPost(window, friesland);
  await window.evaluate(async () => {
    for (let number = 1; number <= 105; number += 1) await self.steunpunt.call('request.create', { templateId: 'wvr-51', values: { 'applicant.incident': `Incident ${number}` } });
  });
  await goTo(window, '#/verzoeken');
  const table = window.getByRole('grid', { name: 'Verzoeken' });
  await expect(table).toHaveAttribute('aria-rowcount', '106');
  await expect(table.getByRole('row')).toHaveCount(26);
  await expect(table.getByRole('row').nth(1)).toContainText('Incident 105');
  await window.getByRole('button', { name: 'Volgende 25' }).press('Enter');
  await expect(table.getByRole('row').nth(1)).toContainText('Incident 80');
  await expect(table.getByRole('row').nth(1)).toHaveAttribute('aria-rowindex', '27');
  for (const first of [55, 30, 5]) {
    await window.getByRole('button', { name: 'Volgende 25' }).press('Enter');
    await expect(table.getByRole('row').nth(1)).toContainText(`Incident ${first}`);
  }
  await expect(table.getByRole('row')).toHaveCount(6);
  await expect(window.getByRole('button', { name: 'Volgende 25' })).toBeDisabled();
  await window.getByRole('textbox', { name: 'Zoek in verzoeken' }).fill('incident 103');
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table).toHaveAttribute('aria-rowcount', '2');
});

test('axe finds nothing on groups, versions and copies by day and by night', async ({ window }) => {
  test.slow();
  await openPost(window, friesland);
  const look = async (where: string): Promise<void> => {
    expect(await axeFindings(window), where).toEqual([]);
  };
  const { id } = await call(window, 'request.create', { templateId: 'msob', values: terschelling.values as Values });
  for (const size of [
    { width: 1280, height: 720 },
    { width: 640, height: 360 },
  ]) {
    await window.setViewportSize(size);
    await showRequest(window, id);
    await openSection(window, 'Aanvrager');
    if (size.width === 1280) {
      await window.getByRole('button', { name: 'Maak per gemeente een verzoek' }).press('Enter');
      await expect(window.getByRole('dialog', { name: 'Per gemeente een verzoek' }).getByRole('combobox')).toBeFocused();
      await look(`split ${size.width}`);
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toHaveCount(0);
      await call(window, 'request.split', { id, municipalities: ['GM0093', 'GM0088'] });
      await call(window, 'request.revise', { id });
      await call(window, 'request.save', { id, changes: { 'effect.text': 'De stranden vrijmaken.', 'applicant.incident': null } });
      await window.reload();
    }
    await expect(window.getByRole('region', { name: 'Groep van 2 verzoeken' })).toBeVisible();
    await look(`group ${size.width}`);
    await openSection(window, 'Capaciteiten');
    await look(`lines ${size.width}`);
    await window.keyboard.press('Alt+g');
    await expect(section(window, 'Zoals het nu is').getByText(/verschillen/)).toBeVisible();
    await look(`compare ${size.width}`);
    expect(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no scrolling sideways').toBe(true);
    await goTo(window, '#/verzoeken');
    await expect(window.getByRole('grid')).toBeVisible();
    await look(`list ${size.width}`);
    await window.getByRole('button', { name: 'Nieuw verzoek' }).first().press('Enter');
    await expect(window.getByRole('dialog').getByRole('combobox', { name: /eerder verzoek/ })).toBeVisible();
    await look(`new ${size.width}`);
    await window.keyboard.press('Escape');
  }
});

test('two drafts of one incident are joined: what they say otherwise stands side by side, and what gives way stays in the history', async ({ window }) => {
  await openPost(window, friesland);
  const flood = await call(window, 'request.create', { templateId: 'wvr-51', values: { 'applicant.incident': 'Hoogwater Geul', 'situation.description': 'Het water stijgt nog.' } });
  const after = await call(window, 'request.create', { templateId: 'msob', values: { 'applicant.incident': 'Nafase hoogwater' } });
  await showRequest(window, flood.id);
  await window.getByRole('button', { name: 'Koppel een concept' }).click();
  const dialog = window.getByRole('dialog', { name: 'Koppel aan een bestaand concept' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await window.keyboard.type('nafase');
  await window.getByRole('option', { name: /^Nafase hoogwater/ }).click();
  const incident = dialog.getByRole('radiogroup', { name: 'Naam van het incident' });
  await expect(incident).toContainText('Hoogwater Geul');
  await expect(dialog.getByRole('region', { name: 'Vult het andere verzoek aan' })).toContainText('Het water stijgt nog.');
  const join = dialog.getByRole('button', { name: 'Koppel', exact: true });
  await expect(join).toBeDisabled();
  expect(await axeFindings(window)).toEqual([]);
  await incident.getByRole('radio', { name: after.reference }).press('Space');
  await join.click();
  await expect(window.getByRole('region', { name: '2 gekoppelde verzoeken' })).toBeVisible();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Nafase hoogwater');
  expect((await call(window, 'request.open', { id: after.id })).values['situation.description']).toBe('Het water stijgt nog.');
  const [former] = (await call(window, 'request.open', { id: flood.id })).revisions;
  expect((await call(window, 'request.revision', { id: flood.id, revisionId: former?.id ?? '' })).values['applicant.incident']).toBe('Hoogwater Geul');
});
