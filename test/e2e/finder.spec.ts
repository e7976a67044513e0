/** Which legal basis: from answers to the right request or requests, to whom to call instead, by keyboard and in any order. */
import type { Locator, Page } from '@playwright/test';
import { axeFindings } from '../helpers/axe.ts';
import { call, goTo, openPost, requestHere, zuidLimburg } from '../helpers/desk.ts';
import { expect, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });


const outcome = (window: Page): Locator => window.getByRole('region', { name: 'Uitkomst' });
const options = (window: Page, question: RegExp): Locator => window.getByRole('radiogroup', { name: question });

/** By pointer, wherever the question stands. */
async function answer(window: Page, question: RegExp, option: string): Promise<void> {
  if (!(await options(window, question).isVisible())) await window.getByRole('button', { name: question, expanded: false }).click();
  await options(window, question).getByText(option, { exact: true }).click();
}

test('by keyboard alone: four answers, the basis with its reasons, and the draft with who asks filled in', async ({ window }) => {
  await openPost(window);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('welke grondslag');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Welke grondslag?' })).toBeVisible();
  await expect(outcome(window)).toContainText('Begin met wat u weet');

  await test.step('Alt and a digit enter a question, Space and arrows choose, Enter goes on to what is needed', async () => {
    await window.keyboard.press('Alt+1');
    await expect(options(window, /^Waar/).getByRole('radio').first()).toBeFocused();
    await window.keyboard.press('Space');
    await expect(options(window, /^Waar/).getByRole('radio', { name: 'Europees Nederland' })).toBeChecked();
    await window.keyboard.press('Enter');
    await expect(options(window, /^Voor welke taak/).getByRole('radio').first()).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('ArrowUp');
    await expect(options(window, /^Voor welke taak/).getByRole('radio', { name: /^Een brand, ramp of crisis/ })).toBeChecked();
    await window.keyboard.press('Enter');
    await expect(options(window, /^Wat is er nodig/).getByRole('radio').first()).toBeFocused();
    await window.keyboard.press('Space');
    await window.keyboard.press('Enter');
    await expect(options(window, /^Wie vraagt/).getByRole('radio').first()).toBeFocused();
    await window.keyboard.press('Space');
  });
  await test.step('the outcome names basis, force powers, chain and reasons, and what would change it', async () => {
    await expect(outcome(window).getByRole('link', { name: 'Wvr art. 51' })).toBeVisible();
    await expect(outcome(window)).toContainText('Geweldsbevoegdheid');
    await expect(outcome(window).getByRole('listitem').filter({ hasText: 'Commissaris van de Koning' }).first()).toBeVisible();
    await expect(outcome(window).getByText('Een ander antwoord geeft een andere uitkomst')).toBeVisible();
  });
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Maak verzoek' })).toBeFocused();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Nieuw verzoek' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await window.keyboard.type('valkenburg aan de geul');
  await expect(window.getByRole('option', { name: /^Valkenburg aan de Geul/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Begin verzoek' }).press('Enter');
  await expect(window.getByRole('navigation', { name: 'Onderdelen' })).toBeVisible();
  const made = await call(window, 'request.open', { id: requestHere(window) });
  expect(made).toMatchObject({ legalBasisId: 'wvr-51', values: { 'applicant.actor': 'chairSafetyRegion', 'applicant.region': 'VR24', 'applicant.municipalities': ['GM0994'] } });
  expect(await call(window, 'typing.open', { place: 'finder' }), 'the form is an empty one again').toEqual({});
});

test('from a dossier: two tasks give two linked requests, what concerns the incident is typed once', async ({ window }) => {
  await openPost(window);
  const dossier = await call(window, 'dossier.create', { title: 'Hoogwater Geul', regions: [{ regionCode: 'VR24', grip: 'grip4' }] });
  await goTo(window, `#/dossiers/${dossier.id}`);
  await window.getByRole('button', { name: 'Welke grondslag?' }).click();
  await answer(window, /^Is er bij hetzelfde voorval/, 'Ja, ook een andere wettelijke taak');
  await answer(window, /^Wie vraagt/, 'Voorzitter van een veiligheidsregio');
  await answer(window, /^Wat is er nodig/, 'Militairen of een eenheid, met of zonder materieel');
  await answer(window, /^Voor welke taak/, 'Een brand, ramp of crisis, of ernstige vrees daarvoor');
  await answer(window, /^Waar/, 'Europees Nederland');
  await expect(outcome(window)).toContainText('Nog 1 vraag kan uitmaken');
  await answer(window, /^Voor wie/, 'Voor de eigen wettelijke taak van wie vraagt');
  await expect(outcome(window)).toContainText('Meer dan één verzoek');
  // on the disk all six outlive the window
  await expect.poll(async () => Object.keys((await call(window, 'typing.open', { place: dossier.id }))['finder'] ?? {}).length).toBe(6);
  await window.reload();
  await expect(outcome(window), 'the answers are kept').toContainText('Meer dan één verzoek');
  await window.getByRole('button', { name: 'Maak 2 gekoppelde verzoeken' }).click();
  const dialog = window.getByRole('dialog', { name: '2 gekoppelde verzoeken' });
  await expect(dialog.getByRole('textbox', { name: /^Naam van het incident/ })).toHaveValue('Hoogwater Geul');
  await dialog.getByRole('button', { name: 'Begin verzoek' }).click();

  const group = window.getByRole('region', { name: '2 gekoppelde verzoeken' });
  await expect(group.getByRole('link')).toHaveCount(2);
  const first = requestHere(window);
  await window.getByRole('navigation', { name: 'Onderdelen' }).getByRole('button', { name: /^Situatie/ }).click();
  const described = window.getByRole('textbox', { name: /^Wat er gebeurd is/ });
  await described.fill('De Geul is buiten haar oevers.');
  await expect(window.getByRole('region', { name: 'Situatie' }).getByText('gedeeld met 1 ander verzoek').first()).toBeVisible();
  await group.getByRole('link').filter({ hasNot: window.locator('[aria-current]') }).last().click();
  await expect.poll(() => requestHere(window)).not.toBe(first);
  await window.getByRole('navigation', { name: 'Onderdelen' }).getByRole('button', { name: /^Situatie/ }).click();
  await expect(described).toHaveValue('De Geul is buiten haar oevers.');
  const [one, other] = await Promise.all([first, requestHere(window)].map((id) => call(window, 'request.open', { id })));
  expect([one, other].map((request) => [request?.templateId, request?.dossierId, request?.values['situation.grip']])).toEqual([['wvr-51', dossier.id, 'grip4'], ['msob', dossier.id, 'grip4']]);
  expect(other?.values['applicant.actor']).not.toBe('chairSafetyRegion');
});

test('no request: whom to call instead; contradicting answers are named at their questions; axe finds nothing, small too', async ({ window }) => {
  test.slow();
  await openPost(window);
  const look = async (what: string): Promise<void> => {
    expect(await axeFindings(window), what).toEqual([]);
    expect(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what}: no scrolling sideways`).toBe(true);
  };
  await window.getByRole('button', { name: 'Welke grondslag?' }).click();
  await look('untouched');
  await answer(window, /^Wat is er nodig/, 'Een gevonden of vermoed explosief laten ruimen');
  await answer(window, /^Waar/, 'Europees Nederland');
  await expect(outcome(window)).toContainText('geen verzoek nodig');
  await expect(outcome(window).getByRole('link', { name: 'EOD, via de politie' })).toBeVisible();
  await expect(window.getByRole('button', { name: /^Maak/ })).toHaveCount(0);
  await look('no request');

  await answer(window, /^Wat is er nodig/, 'Het Veteranen Search Team');
  await expect(outcome(window)).toContainText('niet bij Defensie');
  await answer(window, /^Wat is er nodig/, 'Militairen of een eenheid, met of zonder materieel');
  await answer(window, /^Wie vraagt/, 'Gezaghebber');
  await expect(outcome(window)).toContainText('Deze antwoorden gaan niet samen');
  await expect(window.getByRole('region', { name: 'Vragen' }).getByText('Deze functie vraagt alleen voor het Caribisch deel')).toHaveCount(2);
  await window.setViewportSize({ width: 640, height: 360 });
  await look('contradiction at 200 %');
  await window.getByRole('button', { name: 'Wis het antwoord op: Wie vraagt, en in welke functie?' }).click();
  await expect(outcome(window)).not.toContainText('gaan niet samen');
  await call(window, 'app.setPreferences', { locale: 'en', theme: 'night' });
  await window.reload();
  await expect(window.getByRole('heading', { level: 1, name: 'Which legal basis?' })).toBeVisible();
  await look('english by night');
});
