/** An exercise as it is played, and what is left of it when it is frozen. */
import type { Page } from '@playwright/test';
import { word } from './options.ts';
import { type Screen, at } from './screen.ts';

/** Fills the exercise in view and lets nothing of it change any more; gives where its documents are. */
const freeze = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    const { call } = self.steunpunt;
    const dossiers = await call('dossier.list', {});
    const [dossier] = dossiers.ok ? dossiers.value.dossiers : [];
    const request = await call('request.create', { templateId: 'wvr-51', values: { 'effect.text': 'Dijkdoorbraak langs de Geul voorkomen.' }, ...(dossier && { dossierId: dossier.id }) });
    const advice = request.ok ? await call('advice.create', { requestId: request.value.id }) : request;
    const view = await call('space.view', {});
    if (!dossier || !request.ok || !advice.ok || !view.ok || view.value.view.kind !== 'exercise') throw new Error('the exercise to look at could not be filled');
    await call('space.freeze', { id: view.value.view.id });
    return { dossier: `dossiers/${dossier.id}`, verzoek: `verzoeken/${request.value.id}`, verloop: `verzoeken/${request.value.id}/verloop`, advies: `adviezen/${advice.value.id}`, draaiboek: 'draaiboek', werkblad: 'werkblad' };
  });

/** Then back to operational work. */
function frozenScreens(): readonly Screen[] {
  let made: Readonly<Record<string, string>> = {};
  return ['dossier', 'verzoek', 'verloop', 'advies', 'draaiboek', 'werkblad'].map((name, place, all) => ({
    name: `oefening-bevroren-${name}`,
    go: async (page) => {
      if (place === 0) made = await freeze(page);
      await at('', `#/${made[name] ?? name}`).go(page);
    },
    ...(place === all.length - 1 ? { leave: async (page: Page) => void (await page.evaluate(() => self.steunpunt.call('space.enter', { id: null }))) } : {}),
  }));
}

export function exerciseScreens(): readonly Screen[] {
  return [
    {
      name: 'oefening',
      go: async (page) => {
        await page.evaluate(async () => {
          const made = await self.steunpunt.call('space.create', { kind: 'exercise', name: 'Waterwolf' });
          if (!made.ok) throw new Error('the exercise to look at could not be made');
          await self.steunpunt.call('space.enter', { id: made.value.id });
          await self.steunpunt.call('exercise.addScript', { example: 'hoogwater-zuid-limburg' });
          await self.steunpunt.call('exercise.direct', { kind: 'start' });
          await self.steunpunt.call('exercise.direct', { kind: 'release', inject: 'scarce-force' });
        });
        await at('', '#/draaiboek').go(page);
        await page.getByRole('heading', { level: 2, name: word('exercise.inbox') }).waitFor();
      },
    },
    {
      name: 'oefening-werkblad',
      go: at('', '#/werkblad').go,
    },
    {
      name: 'oefening-catalogus',
      go: async (page) => {
        await at('', '#/catalogus/general-force').go(page);
        await page.getByText(word('exercise.ofPackInstead', { name: 'Waterwolf' })).waitFor();
      },
    },
    {
      name: 'oefening-pakketten',
      go: async (page) => {
        await at('', '#/pakketten').go(page);
        await page.getByRole('heading', { name: word('exercise.packsTitle', { name: 'Waterwolf' }) }).waitFor();
      },
    },
    ...frozenScreens(),
  ];
}
