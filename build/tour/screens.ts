/** Every screen that a person can come to, in the order in which a working day meets them, with how to get there by hand. */
import type { Page } from '@playwright/test';
import { word } from './options.ts';
import { exchangeScreens } from './exchange-screens.ts';
import { finderScreens } from './finder-screens.ts';
import { spaceScreens } from './space-screens.ts';

export interface Screen {
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
  /** puts the window back as it was before, where the screen lies over another */
  readonly leave?: (page: Page) => Promise<void>;
}

/** A drafted request with steps and an advice on it, an empty one, one that is linked to another, and a dossier with a log to look at. */
export interface TourPlaces {
  readonly linked: string;
  readonly advice: string;
  readonly request: string;
  readonly empty: string;
  readonly dossier: string;
  readonly space: string;
}

export const at = (name: string, hash: string): Screen => ({
  name,
  go: async (page) => {
    await page.evaluate((address) => {
      location.hash = address;
    }, hash);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await settled(page);
  },
});

const closes = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog], [role=alertdialog]').waitFor({ state: 'hidden' });
};

const button = (page: Page, id: Parameters<typeof word>[0]): ReturnType<Page['getByRole']> => page.getByRole('button', { name: word(id) }).first();

/** The screen with the dialog that one of its buttons opens. */
const dialogOn = (name: string, hash: string, opens: Parameters<typeof word>[0]): Screen => ({
  name,
  go: async (page) => {
    await at('', hash).go(page);
    await page.getByRole('button', { name: word(opens) }).first().click();
    await page.getByRole('dialog').waitFor();
    await settled(page);
  },
  leave: closes,
});

/** Loading shows only above 150 ms; a picture waits until it is over. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(200);
  // the design page shows a screen that is loading as one of its examples
  if (!page.url().endsWith('#/ontwerp')) await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null);
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
    at('verzoeken', '#/verzoeken'),
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
    {
      name: 'sneltoetsen',
      go: async (page) => {
        await at('', '#/werkblad').go(page);
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
      },
      leave: closes,
    },
    ...exchangeScreens(at, dialogOn),
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
    ...spaceScreens(places.space, at, dialogOn),
    at('pakketten', '#/pakketten'),
    at('instellingen', '#/instellingen'),
    {
      name: 'oefening',
      go: async (page) => {
        await page.evaluate(async () => {
          const made = await self.steunpunt.call('space.create', { kind: 'exercise', name: 'Waterwolf' });
          if (!made.ok) throw new Error('the exercise to look at could not be made');
          await self.steunpunt.call('space.enter', { id: made.value.id });
          await self.steunpunt.call('exercise.addScript', { example: 'hoogwater-zuid-limburg' });
          await self.steunpunt.call('exercise.direct', { kind: 'start' });
        });
        await at('', '#/draaiboek').go(page);
        await page.getByRole('heading', { level: 2, name: word('exercise.inbox') }).waitFor();
      },
    },
    {
      name: 'oefening-werkblad',
      go: at('', '#/werkblad').go,
      leave: async (page) => {
        await page.evaluate(() => self.steunpunt.call('space.enter', { id: null }));
      },
    },
    at('ontwerp', '#/ontwerp'),
  ];
}
