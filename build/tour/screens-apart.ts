/** Screens of a post that worked apart from another. */
import type { Page } from '@playwright/test';
import type { Differing } from '../../test/helpers/differing-profile.ts';
import { word } from './options.ts';
import { type Screen, at, settled } from './screens.ts';

export function screensApart({ request, finalised, dossier }: Pick<Differing, 'request' | 'finalised' | 'dossier'>): readonly Screen[] {
  const history = `#/geschiedenis/${request}`;
  const view = (name: string, tab: 'history.was' | 'history.signature'): Screen => ({
    name,
    go: async (page: Page) => {
      await at('', history).go(page);
      await page.getByRole('tab', { name: word(tab) }).click();
      await settled(page);
    },
  });
  return [
    at('werkblad-verschillen', '#/werkblad'),
    at('verzoeken-verschillen', '#/verzoeken'),
    at('verzoek-verschil', `#/verzoeken/${request}`),
    at('verschil', `#/verschillen/${request}`),
    {
      name: 'verschil-gekozen',
      go: async (page) => {
        await at('', `#/verschillen/${request}`).go(page);
        await page.getByRole('button', { name: word('difference.take', { value: '100 militairen' }) }).click();
        // the end of the period, the second field in the order of the template
        await page.getByRole('button', { name: word('difference.own') }).nth(1).click();
        await settled(page);
      },
    },
    at('verschil-dossier', `#/verschillen/${dossier}`),
    at('voorstel', `#/verschillen/${finalised}`),
    at('geschiedenis', history),
    view('geschiedenis-zoals-het-was', 'history.was'),
    view('geschiedenis-handtekening', 'history.signature'),
    at('geschiedenis-vastgesteld', `#/geschiedenis/${finalised}`),
    at('geschiedenis-dossier', `#/geschiedenis/${dossier}`),
  ];
}
