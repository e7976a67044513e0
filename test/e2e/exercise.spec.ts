/** An exercise in the window: gone into and out of, OEFENING on every screen, its script played, exported whole, frozen, and taken off the post. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { axeFindings, everyTheme } from '../helpers/axe.ts';
import { call, goTo, openPost, zuidLimburg } from '../helpers/desk.ts';
import { expect, runtime, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });

test('an exercise is played apart from operational work, says so everywhere, and goes without touching it', async ({ window }) => {
  test.slow();
  test.skip(runtime === 'electron', 'the dialog for a file is the system’s own there');
  const folder = await mkdtemp(path.join(tmpdir(), 'steunpunt-exercise-'));
  const zip = path.join(folder, 'oefening.zip');
  window.on('dialog', (dialog) => void dialog.accept(zip));
  await openPost(window);
  const real = await call(window, 'dossier.create', { title: 'Echte storm' });
  const { id } = await call(window, 'space.create', { kind: 'exercise', name: 'Waterwolf' });

  // into it with the keyboard alone
  await goTo(window, `#/dossiers/${real.id}`);
  await window.getByRole('button', { name: /^Waarin u werkt: operationeel/ }).press('Enter');
  await expect(window.getByRole('menuitem', { name: 'Oefening Waterwolf' })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  const band = window.getByRole('region', { name: 'Oefening Waterwolf. Alles hier is oefening.' });
  await expect(band).toBeVisible();
  await expect(window).toHaveTitle('OEFENING · Werkblad · Steunpunt');
  await expect(window.getByText('Echte storm')).toBeHidden();
  await goTo(window, `#/dossiers/${real.id}`);
  await expect(window.getByText('Dit is operationeel, en u werkt nu in een oefening.')).toBeVisible();

  // the script: an example, started as if it began a while ago; what has appeared goes into the log once
  await window.getByRole('link', { name: /^Draaiboek/ }).click();
  await window.getByRole('button', { name: /^Voorbeeld: Hoogwater/ }).click();
  await expect(window.getByText('Er is nog geen inbreng.')).toBeVisible();
  await window.getByRole('button', { name: 'Begin nu' }).click();
  await expect(window.getByText('1 van 10')).toBeVisible();
  await window.getByRole('button', { name: 'Breng nu in T+00:25' }).click();
  await window.getByRole('button', { name: 'Neem over in het journaal T+00:25' }).click();
  await expect(window.getByText('overgenomen door post ZL-01')).toBeVisible();
  expect(await axeFindings(window, everyTheme)).toEqual([]);
  await window.getByRole('link', { name: 'Open het dossier' }).click();
  await expect(window.getByText('OEFENING T+00:25, van Veiligheidsregio Zuid-Limburg aan RMOA').first()).toBeVisible();
  await expect(band).toBeVisible();

  // a pack of the script counts from now on, here alone and marked everywhere
  await goTo(window, '#/draaiboek');
  await window.getByRole('button', { name: 'Laat nu gelden T+02:00' }).click();
  await expect(window.getByRole('listitem').getByText("Pakket ‘Te weinig mensen en vrachtauto's’ geldt nu in deze oefening.")).toBeVisible();
  await goTo(window, '#/catalogus/general-force');
  await expect(window.getByText("OEFENING: uit pakket ‘Te weinig mensen en vrachtauto's’ (draaiboek T+02:00)")).toBeVisible();
  await expect(window.getByText("40 militairen met zes vrachtauto's")).toBeVisible();
  expect(await axeFindings(window, everyTheme)).toEqual([]);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('zandzakken');
  await expect(window.getByRole('option', { name: /^Algemene eenheid met vrachtauto's.*OEFENING/ })).toBeVisible();
  await window.keyboard.press('Escape');
  await goTo(window, '#/pakketten');
  await expect(window.getByRole('grid', { name: 'Van oefening Waterwolf' }).getByRole('row', { name: /Te weinig mensen/ })).toBeVisible();
  expect(await axeFindings(window)).toEqual([]);
  await call(window, 'space.enter', { id: null });
  await goTo(window, '#/catalogus/general-force');
  await expect(window.getByRole('heading', { level: 2, name: "Algemene eenheid met vrachtauto's" })).toBeVisible();
  await expect(window.getByText("40 militairen met zes vrachtauto's")).toHaveCount(0);
  await expect(window.getByText('OEFENING: uit pakket')).toHaveCount(0);
  await call(window, 'space.enter', { id });
  await expect(band).toBeVisible();

  // a lock changes nothing in what is worked in
  await window.reload();
  await expect(band).toBeVisible();

  await goTo(window, `#/ruimten/${id}`);
  await window.getByRole('button', { name: 'Meer', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Exporteer voor de evaluatie…' }).click();
  await window.getByRole('button', { name: 'Kies plaats en exporteer' }).click();
  await expect(window.getByRole('dialog').getByText('De oefening staat in oefening.zip.')).toBeVisible({ timeout: 60_000 });
  const names = Object.keys((await JSZip.loadAsync(await readFile(zip))).files);
  expect(names).toEqual(expect.arrayContaining(['OEFENING wie deed wat wanneer.csv', 'manifest.json']));
  expect(names.some((name) => name.endsWith('.pdf'))).toBe(true);
  await window.keyboard.press('Escape');

  await call(window, 'space.freeze', { id });
  await expect(window.getByRole('region', { name: 'Oefening Waterwolf is bevroren. Er verandert niets meer.' })).toBeVisible();
  for (const { id: dossier } of (await call(window, 'dossier.list', {})).dossiers) await goTo(window, `#/dossiers/${dossier}`);
  await expect(window.getByText('Deze oefening is bevroren: u kunt lezen en exporteren.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Exporteer dossier' })).toBeVisible();
  await expect(window.getByRole('textbox', { name: 'Nieuwe regel' })).toHaveCount(0);
  await expect(window.getByRole('button', { name: /^(Gegevens|Verbeter|Voeg bijlage toe)/ })).toHaveCount(0);
  // nothing new is offered anywhere, and the one sentence stands in its place
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('nieuw verzoek');
  await expect(window.getByRole('option', { name: /^Nieuw verzoek/ })).toHaveCount(1);
  await expect(window.getByRole('option', { name: /^Nieuw verzoek/ })).toBeDisabled();
  await window.keyboard.press('Escape');
  await goTo(window, '#/werkblad');
  await expect(window.getByRole('main').getByText('Deze oefening is bevroren: u kunt lezen en exporteren.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Nieuw verzoek' })).toHaveCount(0);
  await goTo(window, `#/ruimten/${id}`);
  await call(window, 'space.erase', { id });
  await expect(window.getByRole('region', { name: /^Oefening Waterwolf/ })).toHaveCount(0);
  expect((await call(window, 'dossier.list', {})).dossiers.map(({ title }) => title)).toEqual(['Echte storm']);
  await rm(folder, { recursive: true, force: true });
});
