/** Screens of a post that worked apart from another. */
import type { Page } from '@playwright/test';
import type { Differing } from '../../test/helpers/differing-profile.ts';
import { word } from './options.ts';
import { type Screen, at, settled } from './screen.ts';

/** The other post keeps the space, and this one reads it only. Once: a reader gives no roles. */
const becomeReader = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { call } = self.steunpunt;
    const spaces = await call('space.list', {});
    const [space] = spaces.ok ? spaces.value : [];
    const opened = space && (await call('space.open', { id: space.id }));
    if (!opened?.ok) throw new Error('no space to read');
    const { id, standing } = opened.value.summary;
    if (standing === 'reader') return;
    for (const { signKey, own } of opened.value.members.toSorted((one, other) => Number(one.own) - Number(other.own))) {
      const given = await call('space.setRole', { id, signKey, role: own ? 'reader' : 'keeper' });
      if (!given.ok) throw new Error('the roles could not be changed');
    }
  });

export function screensApart({ request, finalised, dossier }: Pick<Differing, 'request' | 'finalised' | 'dossier'>, stick: string): readonly Screen[] {
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
    {
      name: 'uitwisseling-gelezen',
      go: async (page) => {
        await at('', '#/uitwisseling').go(page);
        page.once('dialog', (asked) => void asked.accept(stick));
        await page.getByRole('button', { name: word('exchangeDesk.read') }).click();
        await page.getByRole('dialog').getByRole('button', { name: word('exchangeDesk.read.choose') }).click();
        await page.getByRole('dialog').getByText(stick.split('/').at(-1) ?? '').waitFor();
        await settled(page);
      },
      leave: (page) => page.keyboard.press('Escape'),
    },
    ...Object.entries({ verzoek: `verzoeken/${finalised}`, concept: `verzoeken/${request}`, verloop: `verzoeken/${request}/verloop`, dossier: `dossiers/${dossier}`, verschil: `verschillen/${request}`, geschiedenis: history.slice(2), werkblad: 'werkblad', ruimten: 'ruimten' }).map(
      ([name, address]): Screen => ({
        name: `lezer-${name}`,
        go: async (page) => {
          await becomeReader(page);
          await at('', `#/${address}`).go(page);
        },
      }),
    ),
  ];
}
