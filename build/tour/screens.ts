/** Every screen that a person can come to, in the order in which a working day meets them, with how to get there by hand. */
import { word } from './options.ts';
import { type Screen, at, button, closes, dialogOn, settled } from './screen.ts';
import { fieldValues } from '../../shared/domain/request.ts';
import terschelling from '../../test/scenarios/msc-zoe-2019-terschelling.json' with { type: 'json' };
import { exchangeScreens } from './exchange-screens.ts';
import { exerciseScreens } from './exercise-screens.ts';
import { finderScreens } from './finder-screens.ts';
import { spaceScreens } from './space-screens.ts';

/** A drafted request with steps and an advice on it, an empty one, one that is linked to another, and a dossier with a log to look at. */
export interface TourPlaces {
  readonly linked: string;
  readonly advice: string;
  readonly request: string;
  readonly empty: string;
  readonly dossier: string;
  readonly space: string;
}

export function screens(places: TourPlaces): readonly Screen[] {
  const request = `#/verzoeken/${places.request}`;
  const dossier = `#/dossiers/${places.dossier}`;
  const section = (index: number, name: string): Screen => ({
    name: `verzoek-${name}`,
    go: async (page) => {
      await at('', request).go(page);
      await page.keyboard.press(`Alt+${index}`);
      await settled(page);
    },
  });
  return [
    at('werkblad', '#/werkblad'),
    at('dossiers', '#/dossiers'),
    at('dossier', dossier),
    dialogOn('dossier-kopie', dossier, 'depth.duplicate'),
    {
      name: 'dossier-verbeter',
      go: async (page) => {
        await at('', dossier).go(page);
        await button(page, 'dossier.correct').click();
        await settled(page);
      },
      leave: async (page) => {
        await button(page, 'dossier.correctCancel').click();
      },
    },
    {
      name: 'dossier-exporteer',
      go: async (page) => {
        await at('', dossier).go(page);
        await page.keyboard.press('Control+e');
        await page.getByRole('dialog').waitFor();
      },
      leave: closes,
    },
    dialogOn('dossier-nieuw', '#/dossiers', 'dossier.new'),
    dialogOn('dossier-gegevens', dossier, 'dossier.details'),
    dialogOn('dossier-leg-verzoek', dossier, 'dossier.requestPlace'),
    at('verzoeken', '#/verzoeken'),
    dialogOn('verzoek-nieuw', '#/verzoeken', 'request.new'),
    dialogOn('verzoek-vaststellen', request, 'request.finalise'),
    dialogOn('verzoek-vaststellen-leeg', `#/verzoeken/${places.empty}`, 'request.finalise'),
    {
      name: 'verzoek-splits',
      go: async (page) => {
        const id = await page.evaluate(async (values) => {
          const made = await self.steunpunt.call('request.create', { templateId: 'msob', values });
          if (!made.ok) throw new Error('the request to split could not be made');
          return made.value.id;
        }, fieldValues.parse(terschelling.values));
        await dialogOn('', `#/verzoeken/${id}`, 'depth.split').go(page);
      },
      leave: closes,
    },
    at('verzoek-verloop', `${request}/verloop`),
    {
      name: 'verzoek-verloop-meer',
      go: async (page) => {
        await at('', `${request}/verloop`).go(page);
        await page.keyboard.press('Alt+m');
        await settled(page);
      },
    },
    at('verloop', '#/verloop'),
    dialogOn('vooraankondiging', '#/verloop', 'lifeDesk.announce'),
    at('adviezen', '#/adviezen'),
    dialogOn('advies-nieuw', '#/adviezen', 'adviceDesk.new'),
    ...['vraag', 'criteria', 'beschikbaarheid', 'voorstellen', 'uitkomst'].map(
      (name, index): Screen => ({
        name: `advies-${name}`,
        go: async (page) => {
          await at('', `#/adviezen/${places.advice}`).go(page);
          await page.keyboard.press(`Alt+${index + 1}`);
          await settled(page);
        },
      }),
    ),
    ...['aanvrager', 'grondslag', 'situatie', 'effect', 'capaciteiten', 'motivering', 'randvoorwaarden', 'kosten', 'verzending'].map((name, index) => section(index + 1, name)),
    at('verzoek-leeg', `#/verzoeken/${places.empty}`),
    at('verzoek-gekoppeld', `#/verzoeken/${places.linked}`),
    dialogOn('verzoek-koppel', `#/verzoeken/${places.empty}`, 'links.offer'),
    {
      name: 'verzoek-koppel-bestaand',
      go: async (page) => {
        await at('', request).go(page);
        await button(page, 'links.joinOffer').click();
        await page.locator('[role=dialog] [role=combobox]:focus').waitFor();
        await page.keyboard.type('nafase', { delay: 10 });
        // by its name: until the answer to the whole word is there, others are offered in its place
        await page.getByRole('option', { name: /nafase/i }).first().click();
        await page.getByRole('radiogroup').first().waitFor();
        await settled(page);
      },
      leave: closes,
    },
    {
      name: 'verzoek-voorbeeld',
      go: async (page) => {
        await at('', request).go(page);
        await button(page, 'request.preview').click();
        await settled(page);
      },
      leave: async (page) => {
        await button(page, 'request.preview').click();
      },
    },
    {
      name: 'verzoek-exporteer',
      go: async (page) => {
        await at('', request).go(page);
        await page.keyboard.press('Control+e');
        await page.getByRole('dialog').waitFor();
      },
      leave: closes,
    },
    {
      name: 'zoeken',
      go: async (page) => {
        await at('', '#/werkblad').go(page);
        await page.keyboard.press('Control+k');
        await page.keyboard.type('valkenburg', { delay: 10 });
        await page.getByRole('option').first().waitFor();
        await settled(page);
      },
      leave: closes,
    },
    ...Object.entries({ waarom: 'den bosch', opdracht: 'nieuw', niets: 'xyzzy', typefout: 'blushelicopter' }).map(
      ([name, words]): Screen => ({
        name: `zoeken-${name}`,
        go: async (page) => {
          await at('', '#/werkblad').go(page);
          await page.keyboard.press('Control+k');
          await page.keyboard.type(words, { delay: 10 });
          await settled(page);
        },
        leave: closes,
      }),
    ),
    {
      name: 'sneltoetsen',
      go: async (page) => {
        await at('', '#/werkblad').go(page);
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
      },
      leave: closes,
    },
    ...exchangeScreens(),
    at('catalogus', '#/catalogus'),
    at('catalogus-chinook', '#/catalogus/fire-helicopter-chinook'),
    {
      name: 'catalogus-vergelijk',
      go: async (page) => {
        await at('', '#/catalogus').go(page);
        for (const row of [1, 2]) await page.getByRole('grid').locator('label').nth(row).click();
        await page.getByRole('button', { name: word('catalogue.compareCount', { count: 2 }) }).click();
        await page.getByRole('dialog').waitFor();
      },
      leave: async (page) => {
        await closes(page);
        await button(page, 'catalogue.pickNone').click();
      },
    },
    dialogOn('catalogus-zet-in', '#/catalogus/fire-helicopter-chinook', 'catalogue.toRequest'),
    {
      name: 'catalogus-niets',
      go: async (page) => {
        await at('', '#/catalogus').go(page);
        await page.locator('main input').first().fill('xyzzy');
        await settled(page);
      },
      leave: (page) => page.locator('main input').first().fill(''),
    },
    at('contacten', '#/contacten'),
    at('contacten-zuid-limburg', '#/contacten/VR24'),
    at('contacten-landelijk', '#/contacten/landelijk'),
    dialogOn('contacten-invullen', '#/contacten/VR24', 'contacts.fill'),
    dialogOn('contacten-dienst', '#/contacten/VR24', 'contacts.dutyAdd'),
    dialogOn('noodset', '#/contacten/VR24', 'contacts.emergency'),
    ...finderScreens,
    at('rechtsgrondslagen', '#/rechtsgrondslagen'),
    at('rechtsgrondslag-wvr-51', '#/rechtsgrondslagen/wvr-51'),
    at('rechtsgrondslag-pw-62', '#/rechtsgrondslagen/pw-62'),
    ...spaceScreens(places.space),
    at('pakketten', '#/pakketten'),
    at('instellingen', '#/instellingen'),
    ...exerciseScreens(),
    at('ontwerp', '#/ontwerp'),
  ];
}
