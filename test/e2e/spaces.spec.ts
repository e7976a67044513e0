/** Spaces as a keeper and a guest use them, by keyboard: made, another post invited by voice, its invitation withdrawn; an invitation by words taken up. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { wordsOf } from '../../db/exchange/words.ts';
import { axeFindings, everyTheme } from '../helpers/axe.ts';
import { call, goTo, openPost, section, zuidLimburg } from '../helpers/desk.ts';
import { paperCard } from '../helpers/space-maker.ts';
import { expect, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });

test('a keeper makes a space, invites a post by the words of its card and withdraws it; what that post keeps is said before and after', async ({ window, profile }) => {
  await openPost(window);
  const guest = paperCard('ML-01');
  await goTo(window, '#/ruimten');
  await expect(window.getByText('U deelt nog met niemand')).toBeVisible();
  await window.getByRole('button', { name: 'Maak een ruimte' }).press('Enter');
  await expect(window.getByRole('textbox', { name: /^Naam/ })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText('Geef de ruimte een naam van ten minste twee tekens.')).toBeVisible();
  await window.keyboard.type('RMC Zuid en regio’s');
  await window.keyboard.press('Tab');
  await expect(window.getByRole('radio', { name: 'Oefening' })).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'RMC Zuid en regio’s' })).toBeVisible();
  const id = window.url().split('/').at(-1) ?? '';
  expect(await call(window, 'space.open', { id })).toMatchObject({ summary: { kind: 'command', standing: 'keeper' } });

  // a card that was opened in the exchange room goes along into the space that is chosen there
  const file = path.join(profile, 'kaart.steunpunt');
  await writeFile(file, guest.text);
  await goTo(window, '#/uitwisseling');
  await window.getByRole('button', { name: 'Lees een bestand…' }).press('Enter');
  window.once('dialog', (asked) => void asked.accept(file));
  await window.getByRole('button', { name: 'Kies een bestand…' }).press('Enter');
  const reading = window.getByRole('dialog', { name: 'Lees een bestand' });
  await expect(reading).toContainText('Dit is de kaart van post ML-01');
  await reading.getByRole('button', { name: /In welke ruimte/ }).click();
  await window.getByRole('option', { name: 'RMC Zuid en regio’s' }).click();
  await reading.getByRole('button', { name: 'Nodig deze post uit…' }).press('Enter');
  const invite = window.getByRole('dialog');
  await expect(window.getByRole('dialog', { name: 'Een post uitnodigen voor RMC Zuid en regio’s' })).toContainText(guest.card.fingerprint);
  await window.keyboard.press('Escape');
  // without what the library still tells a screen reader of the button that is gone
  await window.reload();

  await window.getByRole('button', { name: 'Nodig een post uit' }).press('Enter');
  const words = invite.getByRole('textbox', { name: 'Woorden van de kaart' });
  await expect(words).toBeFocused();
  await window.keyboard.type('babab zzz ');
  await expect(invite).toContainText('Woord 2, ‘zzz’, kan niet kloppen');
  // an Escape loses nothing that was typed
  await window.keyboard.press('Escape');
  await expect(invite).toHaveCount(0);
  await window.getByRole('button', { name: 'Nodig een post uit' }).press('Enter');
  await expect(words).toHaveValue('babab zzz ');
  // one word heard wrong: each could be right, together they are not
  await words.fill(guest.words.with(3, guest.words[3] === 'babab' ? 'dadad' : 'babab').join(' '));
  await expect(invite).toContainText('Deze woorden passen niet bij elkaar.');
  await words.fill(guest.words.join(' '));
  await expect(invite).toContainText(guest.card.fingerprint);
  expect(await axeFindings(window)).toEqual([]);
  await words.press('Tab');
  await window.keyboard.type('ML-01');
  await window.keyboard.press('Enter');
  const invitation = window.getByRole('dialog', { name: 'Uitnodiging voor ML-01' });
  await expect(invitation.getByRole('listitem')).toHaveCount(4);
  await expect(invitation).toContainText('Deze post kent nog geen hub');
  expect(await axeFindings(window)).toEqual([]);
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: 'Nodig een post uit' }).press('Enter');
  await words.fill(guest.words.join(' '));
  await invite.getByRole('textbox', { name: /^Naam van de post/ }).fill('nog eens');
  await window.keyboard.press('Enter');
  await expect(words).toBeFocused();
  await expect(invite).toContainText('Deze post hoort al bij de ruimte.');
  await window.keyboard.press('Escape');

  const row = section(window, 'Wie erbij hoort').getByRole('row').filter({ hasText: 'ML-01' });
  await expect(row).toContainText('uitgenodigd tot');
  expect(await axeFindings(window, everyTheme)).toEqual([]);
  await section(window, 'Wie erbij hoort').getByRole('row').filter({ hasText: 'ZL-01' }).focus();
  await window.keyboard.press('ArrowDown');
  await section(window, 'ML-01').getByRole('button', { name: 'Trek de uitnodiging in' }).press('Enter');
  const question = window.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Annuleer' })).toBeFocused();
  await expect(question).toContainText('houdt hij wat hij toen kreeg: nu nog geen document');
  await expect(question).toContainText('Wat vanaf nu wordt geschreven, kan ML-01 niet lezen.');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'De uitnodiging van ML-01 is ingetrokken' })).toContainText('De ruimte heeft een nieuwe sleutel.');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(section(window, 'Wat er gebeurde')).toContainText('ZL-01 verwijderde ML-01.');
  await expect(row).toContainText('verwijderd');
  expect((await call(window, 'space.open', { id })).events.map(({ act }) => act)).toEqual(['found', 'admit', 'remove']);
});

test('an invitation that was read aloud says what comes next, and can be forgotten; an exercise is erased only after a plain question', async ({ window }) => {
  await openPost(window);
  await goTo(window, '#/ruimten');
  await window.getByRole('button', { name: 'Neem deel' }).press('Enter');
  const words = window.getByRole('textbox', { name: 'Woorden van de uitnodiging' });
  await expect(words).toBeFocused();
  await words.fill(invitationWords(-3));
  await expect(window.getByRole('alert')).toContainText('Deze uitnodiging is verlopen.');
  await expect(window.getByRole('dialog').getByRole('button', { name: 'Neem deel' })).toHaveCount(0);
  await words.fill(invitationWords(3));
  await expect(window.getByRole('dialog')).toContainText('Geldig tot');
  await window.getByRole('dialog').getByRole('button', { name: 'Neem deel' }).press('Enter');
  await expect(window.getByText('De uitnodiging is hier, de ruimte nog niet')).toBeVisible();
  // without what the library still tells a screen reader of the button that is gone
  await window.reload();
  await expect(window.getByText('De uitnodiging is hier, de ruimte nog niet')).toBeVisible();
  expect(await axeFindings(window)).toEqual([]);
  await window.getByRole('button', { name: 'Meer' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Vergeet deze uitnodiging' }).press('Enter');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Vergeet' }).press('Enter');
  await expect(window.getByRole('grid', { name: 'Ruimten' }).getByRole('rowheader')).toHaveCount(1);

  const { id } = await call(window, 'space.create', { kind: 'exercise', name: 'Maas' });
  await call(window, 'request.create', { templateId: 'wvr-51', spaceId: id });
  const real = await call(window, 'dossier.create', { title: 'Hoogwater Geul' });
  await call(window, 'dossier.log', { id: real.id, text: 'Gebeld met ROT', kind: 'call' });
  await goTo(window, `#/dossiers/${real.id}`);
  await window.getByRole('button', { name: 'Maak een kopie' }).press('Enter');
  const copying = window.getByRole('dialog', { name: `Kopie van ${real.reference}` });
  await expect(copying).toContainText('De ene regel van het journaal, met wie schreef en wanneer');
  await expect(copying).toContainText('Verzoeken en adviezen: kopieer wat u daar nodig hebt apart');
  await copying.getByRole('button', { name: 'Maak de kopie' }).press('Enter');
  await expect(window.getByText(`kopie van ${real.reference} uit Zuid-Limburg`)).toBeVisible();
  await goTo(window, `#/ruimten/${id}`);
  await expect(window.getByRole('button', { name: 'Terug naar operationeel werk' })).toBeVisible();
  expect(await call(window, 'space.view', {})).toMatchObject({ view: { id } });
  await window.getByRole('button', { name: 'Meer' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Wis de oefening van deze post' }).press('Enter');
  const question = window.getByRole('alertdialog', { name: 'Oefening Maas van deze post wissen?' });
  await expect(question).toContainText('Dit gaat weg: 1 verzoek en 1 dossier, met alle versies.');
  await expect(question).toContainText('Niets operationeels wordt geraakt.');
  await question.getByRole('button', { name: 'Wis van deze post' }).press('Enter');
  await expect(window).toHaveURL(/#\/ruimten$/);
  expect((await call(window, 'space.list', {})).map(({ name }) => name)).toEqual(['Zuid-Limburg']);
  expect(await call(window, 'space.view', {})).toEqual({ view: { kind: 'operational' } });
});

/** Sixteen words of an invitation to some space, which holds until so many days from now. */
function invitationWords(days: number): string {
  const bytes = randomBytes(30);
  bytes[0] = 0x21;
  // a version and variant that a uuid may have
  bytes[7] = 0x70 | ((bytes[7] ?? 0) & 0x0f);
  bytes[9] = 0x80 | ((bytes[9] ?? 0) & 0x3f);
  bytes.writeUInt16BE(Math.floor(Date.now() / 86_400_000) + days, 17);
  return wordsOf(bytes).join(' ');
}
