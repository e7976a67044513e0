/** The main job of the post, as a person does it: from first start to an exported request, by keyboard, without a network. */
import type { Page } from '@playwright/test';
import type { CallInput } from '../../shared/contract.ts';
import { zuidLimburgValues } from '../helpers/request.ts';
import { startApp } from '../helpers/app.ts';
import { axeFindings } from '../helpers/axe.ts';
import { call, goTo, openPost, passphrase, section, showRequest, storedValues, type, typeMoment, zuidLimburg } from '../helpers/desk.ts';
import { exportAll, finalise } from '../helpers/take-along.ts';
import { expect, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });

async function openDraft(window: Page, values: CallInput<'request.create'>['values'] = {}): Promise<string> {
  const { id } = await call(window, 'request.create', { templateId: 'wvr-51', values });
  await showRequest(window, id);
  return id;
}

const focused = (window: Page): Promise<string> => window.evaluate(() => document.activeElement?.closest('[id^="field."]')?.id ?? '');

async function choose(window: Page, group: RegExp, option: string): Promise<void> {
  const radio = window.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option, exact: true });
  await radio.focus();
  await window.keyboard.press('Space');
  await expect(radio).toBeChecked();
}

test.describe('on a machine without a post', () => {
  test.use({ post: null });

  test('from first start to the exported request of Zuid-Limburg 2021, by keyboard', async ({ window }) => {
    test.slow();

    await test.step('first start: Valkenburg is enough to find the region', async () => {
      await type(window, /^Naam van de post/, 'ZL-01');
      await window.getByRole('combobox', { name: /^Veiligheidsregio/ }).focus();
      await window.keyboard.type('Valkenburg');
      await expect(window.getByRole('option', { name: /VR24 Zuid-Limburg/ })).toBeVisible();
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('Enter');
      await window.getByLabel(/^Wachtwoordzin verplicht|^Wachtwoordzin$/).first().focus();
      await window.keyboard.type(passphrase);
      await window.getByLabel(/^Wachtwoordzin nogmaals/).focus();
      await window.keyboard.type(passphrase);
      await window.keyboard.press('Enter');
      await window.getByRole('checkbox', { name: 'Ik heb de code bewaard' }).focus();
      await window.keyboard.press('Space');
      await window.getByRole('button', { name: 'Naar het werkblad' }).press('Enter');
      await expect(window.getByText('Het werkblad is leeg')).toBeVisible();
    });

    await test.step('a new request: the municipality fills in itself and its region', async () => {
      await window.getByRole('button', { name: 'Nieuw verzoek' }).first().press('Enter');
      const dialog = window.getByRole('dialog', { name: 'Nieuw verzoek' });
      await expect(dialog.getByRole('combobox')).toBeFocused();
      await window.keyboard.type('valkenburg');
      await expect(window.getByRole('option', { name: /Valkenburg aan de Geul/ })).toBeVisible();
      await window.keyboard.press('Enter');
      await expect(dialog.getByText('Zuid-Limburg (regio van deze post)')).toBeVisible();
      await type(window, 'Naam van het incident', 'Hoogwater Geul, juli 2021');
      await window.keyboard.press('Enter');
      await expect(window.getByRole('heading', { level: 1, name: 'Verzoek om militaire bijstand: Hoogwater Geul, juli 2021' })).toBeVisible();
      await expect(section(window, 'Aanvrager').getByRole('button', { name: 'Verwijder Valkenburg aan de Geul' })).toBeVisible();
    });

    const checks = section(window, 'Toets');
    await test.step('the checks say what is missing, and a remark leads to its field', async () => {
      await expect(checks.getByText('Wat er gebeurd is en wat dreigt')).toBeVisible();
      await checks.getByRole('button', { name: /Wat moet er bereikt worden/ }).press('Enter');
      await expect(section(window, 'Gewenst effect')).toBeVisible();
      expect(await focused(window)).toBe('field.effect.text');
    });

    await test.step('the sections, one after the other', async () => {
      await window.keyboard.press('Alt+1');
      await type(window, 'Functie', 'Piketfunctionaris crisisbeheersing');
      await type(window, 'Telefoon', 'plaatshouder');

      await window.keyboard.press('Control+Enter');
      await expect(section(window, 'Rechtsgrondslag')).toBeVisible();
      await choose(window, /^Aanleiding/, 'Ramp');
      await choose(window, /^Commissaris van de Koning/, 'Ja');
      await typeMoment(window, 'In kennis gesteld op', '140720211545');

      await window.keyboard.press('Control+Enter');
      await expect(section(window, 'Situatie')).toBeVisible();
      await window.keyboard.type('De Geul treedt buiten haar oevers; straten in Valkenburg staan onder water.');
      await type(window, /^Plaatsen/, 'Valkenburg aan de Geul: het centrum.');
      await section(window, 'Situatie').getByRole('button', { name: /GRIP-niveau/ }).press('Enter');
      await window.getByRole('option', { name: 'GRIP 4' }).press('Enter');
      await type(window, /^Civiele eenheden/, 'Brandweer, politie, gemeente en waterschap.');

      await window.keyboard.press('Control+Enter');
      await expect(section(window, 'Gewenst effect')).toBeVisible();
      await window.keyboard.type('Water keren in Valkenburg tot 15 juli 18.00 uur met ongeveer 100.000 zandzakken, en bewoners van het overstroomde centrum evacueren.');
      const proposals = section(window, 'Passend bij dit effect');
      await proposals.getByRole('button', { name: "Voeg toe: Algemene eenheid met vrachtauto's" }).press('Enter');
      await expect(window.getByRole('button', { name: /^Capaciteiten \(1\)/ })).toBeVisible();
      await typeMoment(window, 'Begin', '140720211800');
      await typeMoment(window, 'Einde', '150720211800');
      await expect(section(window, 'Gewenst effect').getByText('24 uur', { exact: true })).toBeVisible();
      await choose(window, /^Voorrang/, 'Levensreddend');

      await window.keyboard.press('Control+Enter');
      const lines = section(window, 'Capaciteiten');
      await lines.getByRole('textbox', { name: 'Aantal' }).focus();
      await window.keyboard.type('70');
      await type(window, 'Eenheid', 'militairen');
      await lines.getByRole('textbox', { name: 'Mensen in totaal' }).focus();
      await window.keyboard.type('70');

      await window.keyboard.press('Control+Enter');
      await expect(section(window, 'Motivering')).toBeVisible();
      await window.keyboard.type('Eigen personeel en voertuigen zijn volledig ingezet.');
      await type(window, /^Wat eerder is geprobeerd/, 'Buurgemeenten zijn al ingezet.');

      await window.keyboard.press('Control+Enter');
      await expect(section(window, 'Randvoorwaarden')).toBeVisible();
      await type(window, 'Functie', 'Regionaal operationeel leider');
      await type(window, 'Telefoon', 'plaatshouder');
      await type(window, /^Meldpunt/, 'Te bepalen door het ROT');
      await type(window, /^Legering/, 'Legering door het waterschap.');
      await type(window, /^Gevaren/, 'Sterke stroming. Gevaarlijke stoffen: niets bekend.');

      await window.keyboard.press('Alt+9');
      await expect(section(window, 'Verzending')).toBeVisible();
      await expect(checks.getByRole('button', { name: /^Blokkeert/ })).toHaveCount(1);
    });

    await test.step('F8 goes to what is still missing', async () => {
      await window.keyboard.press('F8');
      expect(await focused(window)).toBe('field.sending.signature');
      await type(window, 'Ambt', 'Voorzitter Veiligheidsregio Zuid-Limburg');
      await expect(checks.getByRole('button', { name: /^Blokkeert/ })).toHaveCount(0);
    });

    await test.step('finalised: it no longer changes', () => finalise(window));

    await test.step('all four files lie in the folder that was chosen', async () => {
      const { names, word, pages, lcms, readout } = await exportAll(window);
      expect(names).toHaveLength(4);
      expect(word).toContain('Hoogwater Geul, juli 2021');
      expect(word).not.toContain('CONCEPT');
      expect(pages).toBeGreaterThan(0);
      for (const text of [lcms, readout]) expect(text).toContain('Valkenburg aan de Geul');
    });
  });
});

test('over an open block only a written reason finalises, and the reason stays', async ({ window }) => {
  await openPost(window);
  await openDraft(window, { 'applicant.region': 'VR24' });
  await window.getByRole('button', { name: 'Vaststellen' }).press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Stel het verzoek vast' });
  await expect(dialog.getByText(/punten blokkeren het vaststellen/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Stel vast' }).press('Enter');
  await expect(dialog.getByText('Schrijf de reden in minstens 10 tekens.').first()).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Reden/ }).focus();
  await window.keyboard.type('Mondeling gevraagd om 13.20 uur, de gegevens volgen.');
  await dialog.getByRole('button', { name: 'Stel vast' }).press('Enter');
  await expect(window.getByText('Vastgesteld. Dit verzoek verandert niet meer.')).toBeVisible();
  await expect(window.getByText(/Mondeling gevraagd om 13.20 uur/).first()).toBeVisible();

  await window.getByRole('button', { name: 'Nieuwe versie' }).press('Enter');
  await expect(window.getByText(/versie 2/).first()).toBeVisible();
  await window.getByRole('button', { name: /Versie 1, vastgesteld/ }).press('Enter');
  await expect(window.getByText('U leest een eerdere versie. Die verandert niet meer.')).toBeVisible();
});

test('what was typed is durable 300 ms after the last key, whatever happens then', async ({ app, window, profile }) => {
  test.skip(app.standIn === undefined, 'ends the processes of the stand-in by their ids');
  await openPost(window);
  const id = await openDraft(window);
  await window.keyboard.press('Alt+3');
  await expect(section(window, 'Situatie')).toBeVisible();
  const text = 'De Geul stijgt; om 16.00 uur staat het centrum onder water.';
  await window.keyboard.type(text, { delay: 15 });
  await window.waitForTimeout(300);
  await app.standIn?.kill();

  const again = await startApp({ profile });
  try {
    await window.goto(again.address);
    await call(window, 'post.unlock', { passphrase });
    expect((await storedValues(window, id))['situation.description']).toBe(text);
  } finally {
    await again.stop();
  }
});

test('the store process may die under the typing: nothing is lost and the person goes on', async ({ app, window }) => {
  test.skip(app.standIn === undefined, 'ends the processes of the stand-in by their ids');
  await openPost(window);
  const id = await openDraft(window);
  await window.keyboard.press('Alt+3');
  await expect(section(window, 'Situatie')).toBeVisible();
  await window.keyboard.type('Voor de storing. ', { delay: 10 });
  process.kill(app.standIn?.pids.store ?? 0, 'SIGKILL');
  await window.keyboard.type('Tijdens en na de storing.', { delay: 30 });
  await expect.poll(async () => (await storedValues(window, id))['situation.description'], { timeout: 15_000 }).toBe('Voor de storing. Tijdens en na de storing.');
});

test('undo and redo go over the whole draft, field by field', async ({ window }) => {
  await openPost(window);
  const id = await openDraft(window);
  await window.keyboard.press('Alt+1');
  await type(window, /^Naam van het incident/, 'Geul');
  await window.keyboard.press('Alt+3');
  await expect(section(window, 'Situatie')).toBeVisible();
  await window.keyboard.type('Hoog water');
  await window.keyboard.press('Control+z');
  await expect(window.getByRole('textbox', { name: /^Wat er gebeurd is/ })).toHaveValue('');
  await window.keyboard.press('Control+z');
  await expect(section(window, 'Aanvrager')).toBeVisible();
  expect(await focused(window)).toBe('field.applicant.incident');
  await expect(window.getByRole('textbox', { name: /^Naam van het incident/ })).toHaveValue('');
  await window.keyboard.press('Control+Shift+Z');
  await window.keyboard.press('Control+Shift+Z');
  await expect(window.getByRole('textbox', { name: /^Wat er gebeurd is/ })).toHaveValue('Hoog water');
  await expect.poll(async () => await storedValues(window, id)).toMatchObject({ 'applicant.incident': 'Geul', 'situation.description': 'Hoog water' });
});

test('a capability goes from the catalogue into a draft', async ({ window }) => {
  await openPost(window);
  const id = await openDraft(window, { 'applicant.incident': 'Hoogwater Geul' });
  await goTo(window, '#/catalogus/engineers');
  await window.getByRole('button', { name: 'Zet in verzoek' }).press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Zet in welk verzoek?' });
  await expect(dialog.getByRole('radio', { name: /Hoogwater Geul/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Zet in verzoek' }).press('Enter');
  await expect(window.getByRole('button', { name: /^Capaciteiten \(1\)/ })).toBeVisible();
  expect((await storedValues(window, id))['capabilities.lines']).toMatchObject([{ capabilityId: 'engineers' }]);
});

test('the map and the list choose the same region; Wijdemeren is said to end', async ({ window }) => {
  await openPost(window);
  await goTo(window, '#/contacten');
  await expect(window.getByRole('heading', { level: 2, name: 'Zuid-Limburg' })).toBeVisible();
  await window.locator('svg a[href="#/contacten/VR14"] path').click();
  await expect(window.getByRole('heading', { level: 2, name: 'Gooi en Vechtstreek' })).toBeVisible();
  await expect(window.getByText(/31-12-2026/).first()).toBeVisible();
  await window.getByRole('link', { name: 'Twente VR05' }).press('Enter');
  await expect(window.getByRole('heading', { level: 2, name: 'Twente' })).toBeVisible();
  await window.getByRole('combobox', { name: /Gemeente of regio/ }).focus();
  await window.keyboard.type('den bosch');
  await expect(window.getByRole('option', { name: /Hertogenbosch/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 2, name: 'Brabant-Noord' })).toBeVisible();
  await expect(window.getByRole('combobox', { name: /Gemeente of regio/ })).toHaveValue('');
});

test('axe finds nothing on the desk by day and by night', async ({ window }) => {
  test.slow();
  await openPost(window);
  const look = async (where: string): Promise<void> => {
    expect(await axeFindings(window), where).toEqual([]);
  };
  await look('empty workboard');
  const id = await openDraft(window, zuidLimburgValues as CallInput<'request.create'>['values']);
  for (const [index, name] of ['Aanvrager', 'Rechtsgrondslag', 'Situatie', 'Gewenst effect', 'Capaciteiten', 'Motivering', 'Randvoorwaarden', 'Kosten', 'Verzending'].entries()) {
    await window.keyboard.press(`Alt+${index + 1}`);
    await expect(section(window, name)).toBeVisible();
    if (name === 'Gewenst effect') await expect(window.getByText(/treffers/)).toBeVisible();
    await look(name);
  }
  await window.getByRole('button', { name: 'Voorbeeld' }).press('Enter');
  await expect(section(window, 'Voorbeeld op papier')).toBeVisible();
  await look('preview');
  await window.keyboard.press('Control+e');
  await expect(window.getByRole('dialog', { name: 'Exporteer het verzoek' })).toBeVisible();
  await look('export dialog');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.getByRole('button', { name: 'Vaststellen' }).press('Enter');
  await expect(window.getByRole('dialog', { name: 'Stel het verzoek vast' })).toBeVisible();
  await look('finalise dialog');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  for (const [address, heading] of [
    ['#/werkblad', 'Werkblad'],
    ['#/verzoeken', 'Verzoeken'],
    ['#/catalogus/engineers', 'Catalogus'],
    ['#/contacten/VR14', 'Contacten'],
  ] as const) {
    await goTo(window, address);
    await expect(window.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    if (heading === 'Contacten') await expect(window.locator('svg a[href="#/contacten/VR14"]')).toBeVisible();
    await look(heading);
  }
  expect(id).not.toBe('');
});
