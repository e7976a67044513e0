/**
 * The states of the rooms that a working day seldom shows: nothing there yet, still loading, and failed. What the window asks of the store
 * is let through, held, or answered with an error, as the tour says.
 */
import type { Page } from '@playwright/test';
import { type Screen, at } from './screen.ts';
import type { TourPlaces } from './screens.ts';

type Answering = 'as it is' | 'never' | 'with an error';

declare global {
  interface Window {
    tourAnswers?: Answering;
  }
}

/** Before the page of the application runs: what it is given to call the store with goes through the tour. */
export async function answerable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const define = Object.defineProperty;
    Object.defineProperty = <T>(target: T, key: PropertyKey, what: PropertyDescriptor): T => {
      if (key !== 'steunpunt') return define(target, key, what);
      const { call, ...rest } = what.value as Window['steunpunt'];
      const asked = (...args: Parameters<typeof call>) => {
        if (window.tourAnswers === 'never') return new Promise(() => undefined);
        if (window.tourAnswers === 'with an error') return Promise.resolve({ ok: false, error: { code: 'store.down', message: '' } });
        return call(...args);
      };
      return define(target, key, { ...what, value: Object.freeze({ ...rest, call: asked }) });
    };
  });
}

const rooms = ['werkblad', 'dossiers', 'verzoeken', 'adviezen', 'verloop', 'catalogus', 'contacten', 'uitwisseling', 'draaiboek', 'ruimten'];

/** Before anything was made. */
export function emptyScreens(): readonly Screen[] {
  return [...rooms.map((room) => at(`leeg-${room}`, `#/${room}`)), at('bestaat-niet', '#/bestaat-niet'), at('dossier-bestaat-niet', '#/dossiers/00000000-0000-7000-8000-000000000000')];
}

export function stateScreens(places: TourPlaces): readonly Screen[] {
  const documents = { dossier: `dossiers/${places.dossier}`, verzoek: `verzoeken/${places.request}`, 'verzoek-verloop': `verzoeken/${places.request}/verloop`, advies: `adviezen/${places.advice}`, ruimte: `ruimten/${places.space}`, geschiedenis: `geschiedenis/${places.request}`, verschil: `verschillen/${places.request}` };
  const addresses = { ...Object.fromEntries(rooms.map((room) => [room, room])), ...documents };
  const of = (prefix: string, answering: Answering): readonly Screen[] =>
    Object.entries(addresses).map(([name, address]) => ({
      name: `${prefix}-${name}`,
      go: async (page) => {
        await page.evaluate(() => {
          location.hash = '#/instellingen';
        });
        await page.locator('main h1').waitFor();
        await page.evaluate(([how, hash]) => {
          window.tourAnswers = how;
          location.hash = hash;
        }, [answering, `#/${address}`] as const);
        // longer than the patience of a person, after which the window says that it loads
        await page.waitForTimeout(500);
      },
      leave: (page) => page.evaluate(() => void (window.tourAnswers = 'as it is')),
    }));
  return [...of('laadt', 'never'), ...of('fout', 'with an error')];
}
