/** The screens of spaces, and a space with posts to look at. */
import type { Page } from '@playwright/test';
import { paperCard } from '../../test/helpers/space-maker.ts';
import type { MessageId } from '../../shared/messages/index.ts';
import { word } from './options.ts';
import { type Screen, at, dialogOn } from './screen.ts';

/** The space of an RMC: one post invited, one whose invitation was withdrawn. Gives its id. */
export async function makeSpace(page: Page): Promise<string> {
  const cards = ['ML-01', 'BN-02'].map((name) => paperCard(name).text);
  return page.evaluate(async (guests) => {
    const { call } = self.steunpunt;
    const space = await call('space.create', { kind: 'command', name: 'RMC Zuid en regio’s' });
    if (!space.ok) throw new Error('the space to look at could not be made');
    const { id } = space.value;
    const invited = await Promise.all(guests.map((card) => call('space.invite', { id, card, role: 'editor', days: 7 })));
    const last = invited.at(-1);
    if (!last?.ok || !(await call('space.remove', { id, signKey: last.value.signKey })).ok) throw new Error('the posts to look at could not be invited');
    return id;
  }, cards);
}

export function spaceScreens(space: string): readonly Screen[] {
  const address = `#/ruimten/${space}`;
  /** a dialog of the post that was invited */
  const ofGuest = (name: string, opens: MessageId): Screen => {
    return {
      ...dialogOn(name, address, opens),
      go: async (page: Page) => {
        await at('', address).go(page);
        await page.getByRole('row').filter({ hasText: 'ML-01' }).click();
        await page.getByRole('button', { name: word(opens) }).first().click();
        await page.locator('[role=dialog], [role=alertdialog]').waitFor();
      },
    };
  };
  return [
    at('ruimten', '#/ruimten'),
    dialogOn('ruimte-nieuw', '#/ruimten', 'spaces.new'),
    dialogOn('ruimte-deelnemen', '#/ruimten', 'spaces.join'),
    dialogOn('ruimte-kaart', '#/ruimten', 'spaces.card'),
    at('ruimte', address),
    dialogOn('ruimte-uitnodigen', address, 'spaces.invite'),
    ofGuest('ruimte-uitnodiging', 'spaces.member.showInvitation'),
    ofGuest('ruimte-rol', 'spaces.member.changeRole'),
    ofGuest('ruimte-intrekken', 'spaces.member.withdraw'),
  ];
}
