/** Advice and the life of a request: from pre-announcement to settled by keyboard, a proposal taken over, axe by day and by night. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { CallInput } from '../../shared/contract.ts';
import type { LifeStepKind } from '../../shared/domain/life.ts';
import { say } from '../../shared/messages/index.ts';
import { axeFindings } from '../helpers/axe.ts';
import { call, goTo, openPost, zuidLimburg } from '../helpers/desk.ts';
import { expect, test } from '../helpers/window.ts';

test.use({ post: zuidLimburg });

const { values: flood } = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'scenarios', 'zuid-limburg-2021.json'), 'utf8')) as { values: NonNullable<CallInput<'request.create'>['values']> };

const nl = (id: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]): string => say('nl', id, values);
const button = (window: Page | Locator, name: string | RegExp): Locator => window.getByRole('button', { name });
const timeline = (window: Page): Locator => window.getByRole('list', { name: nl('lifeDesk.timeline') });
const remark = (window: Page): Locator => window.getByRole('region', { name: nl('lifeDesk.recordTitle') }).getByRole('textbox', { name: nl('lifeDesk.remark') });
const stepsOf = async (window: Page, requestId: string): Promise<readonly string[]> => (await call(window, 'life.open', { requestId })).steps.map(({ kind }) => kind);
const idOnScreen = (window: Page): string => decodeURIComponent(new URL(window.url()).hash.split('/')[2] ?? '');

/** Types the step that the form proposes, or the kind whose word begins so, and waits until it is on the disk. */
async function record(window: Page, id: string, kind: LifeStepKind, text: string, search?: string): Promise<void> {
  const before = (await stepsOf(window, id)).length;
  await window.keyboard.press('Alt+j');
  if (search !== undefined) await window.keyboard.type(search);
  await expect(window.getByRole('region', { name: nl('lifeDesk.recordTitle') }).getByRole('button', { name: nl('lifeDesk.record', { kind: nl(`life.kind.${kind}`) }) })).toBeVisible();
  await window.keyboard.press('Tab');
  await expect(remark(window)).toBeFocused();
  await window.keyboard.type(text);
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await stepsOf(window, id)).length).toBe(before + 1);
  await expect(timeline(window)).toContainText(text);
}

test('a request from pre-announcement to settled, by keyboard alone', async ({ window }) => {
  test.slow();
  await openPost(window);

  await test.step('a pre-announcement before there is a request, with the time at which it was told', async () => {
    await window.keyboard.press('Control+k');
    await window.keyboard.type('leg voor');
    await expect(window.getByRole('option', { name: nl('lifeDesk.announce') })).toBeVisible();
    await window.keyboard.press('Enter');
    const dialog = window.getByRole('dialog', { name: nl('lifeDesk.announce') });
    await expect(dialog.getByRole('textbox').first()).toBeFocused();
    await window.keyboard.type('LOCC gebeld: een verzoek volgt.');
    await dialog.getByRole('spinbutton').first().focus();
    await window.keyboard.type('140720211320');
    await dialog.getByRole('textbox', { name: nl('lifeDesk.announceBy') }).focus();
    await window.keyboard.type('RMOA');
    await window.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('in the overview it becomes the beginning of a request', async () => {
    await window.keyboard.press('Alt+5');
    await window.getByRole('row', { name: /LOCC gebeld/ }).press('Enter');
    await expect(button(window, nl('lifeDesk.announcementStart'))).toBeFocused();
    await window.keyboard.press('Enter');
    await window.getByRole('textbox', { name: nl('request.newIncident') }).focus();
    await window.keyboard.type('Hoogwater Geul');
    await window.keyboard.press('Enter');
    await expect(timeline(window)).toContainText('LOCC gebeld: een verzoek volgt.');
    await expect(timeline(window)).toContainText('13:20');
  });
  const id = idOnScreen(window);

  await test.step('asked orally at an earlier time: that paper must follow counts up, also on the workboard', async () => {
    await window.keyboard.press('Alt+t');
    await window.getByRole('group', { name: nl('lifeDesk.at') }).getByRole('spinbutton').first().focus();
    await window.keyboard.type('140720211340');
    await record(window, id, 'oralRequest', 'Voorzitter vraagt 100 militairen.', 'mond');
    await expect(window.getByRole('region', { name: nl('lifeDesk.state'), exact: true })).toContainText(/Papier moet volgen.*sinds [\d.]+ dagen/);
    await window.keyboard.press('Alt+1');
    await expect(window.getByRole('region', { name: nl('lifeDesk.tasks') })).toContainText('Papier moet volgen');
    await window.getByRole('region', { name: nl('lifeDesk.tasks') }).getByRole('link', { name: /Hoogwater Geul/ }).press('Enter');
    await expect(timeline(window)).toBeVisible();
  });

  await test.step('a half-typed step is there after the window was gone', async () => {
    await remark(window).focus();
    await window.keyboard.type('Naar het LOCC');
    await expect.poll(() => call(window, 'typing.open', { place: `life-${id}` })).toEqual({ lifeStep: { remark: 'Naar het LOCC' } });
    await window.reload();
    await expect(remark(window)).toHaveValue('Naar het LOCC');
    await remark(window).focus();
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Delete');
  });

  await test.step('the request is finalised over what stands open', async () => {
    await window.keyboard.press('Alt+v');
    await button(window, nl('request.finalise')).press('Enter');
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('textbox').focus();
    await window.keyboard.type('Levensreddend: de rest volgt.');
    await button(dialog, nl('request.finaliseGo')).press('Enter');
    await expect(window.getByText(nl('request.finalisedBanner')).first()).toBeVisible();
    await window.keyboard.press('Alt+v');
    await expect(timeline(window)).toContainText(nl('request.versionFinalised', { version: 1 }));
  });

  await test.step('every next step is the one that the form proposes', async () => {
    for (const kind of ['sent', 'receivedByLocc', 'inDecision', 'granted', 'deployed', 'ended', 'settled'] as const) await record(window, id, kind, `Vastgelegd: ${kind}`);
    const { state, tasks, steps } = await call(window, 'life.open', { requestId: id });
    expect(state).toBe('settled');
    expect(tasks).toEqual([]);
    expect(steps.find(({ kind }) => kind === 'sent')).toMatchObject({ version: 1, author: { post: 'ZL-01', function: 'rmoa' } });
  });

  await test.step('what was wrong stays readable beside what puts it right', async () => {
    await button(timeline(window), new RegExp(`^Verbeter ?: ${nl('life.kind.granted')}`)).press('Enter');
    const form = timeline(window).getByRole('textbox', { name: nl('lifeDesk.remark') });
    await form.focus();
    await window.keyboard.press('End');
    await window.keyboard.type(', per telefoon');
    await window.keyboard.press('Enter');
    await expect(timeline(window).locator('s', { hasText: 'Vastgelegd: granted' })).toBeVisible();
    await expect(timeline(window)).toContainText('Vastgelegd: granted, per telefoon');
    expect((await call(window, 'life.open', { requestId: id })).state).toBe('settled');
  });

  await test.step('what cannot be is refused with the reason, and comes back into the form', async () => {
    await button(timeline(window), new RegExp(`^Verbeter ?: ${nl('life.kind.deployed')}`)).press('Enter');
    await timeline(window).getByRole('button', { name: new RegExp(nl('lifeDesk.kind')) }).focus();
    await window.keyboard.type('stap terug');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('alert')).toContainText(nl('life.refused.laterSteps'));
    await button(window, nl('lifeDesk.takeBack')).press('Enter');
    await expect(window.getByRole('alert')).toHaveCount(0);
  });
});

test('advice beside its request: a proposal taken over with one action, finalised, and never sent along unasked', async ({ window }) => {
  test.slow();
  await openPost(window);
  const request = await call(window, 'request.create', { templateId: 'wvr-51', values: flood });
  await goTo(window, `#/verzoeken/${request.id}`);
  await button(window, nl('adviceDesk.give')).press('Enter');
  await expect(window.getByText(nl('adviceDesk.internal'))).toBeVisible();
  const adviceId = idOnScreen(window);

  await test.step('a finding that the checks point to is taken over', async () => {
    const criterion = window.getByRole('region', { name: 'Rechtmatigheid' });
    await button(criterion, nl('adviceDesk.suggestedTake')).press('Enter');
    await expect(criterion.getByRole('radio', { name: nl('advice.finding.favourable'), exact: true })).toBeChecked();
  });

  await test.step('a proposal at a field of the request, old and new beside each other', async () => {
    await button(window, /^Stel voor ?: Naam van het incident/).press('Enter');
    const proposal = window.getByRole('region', { name: nl('adviceDesk.proposal', { field: 'Naam van het incident' }) });
    await proposal.getByRole('textbox', { name: /Naam van het incident/ }).focus();
    await window.keyboard.press('Control+a');
    await window.keyboard.type('Hoogwater Valkenburg');
    await expect(proposal.locator('ins')).toContainText('Valkenburg');
    await expect(proposal.locator('del')).toContainText('Geul');
    await proposal.getByRole('textbox', { name: nl('adviceDesk.proposalWhy') }).focus();
    await window.keyboard.type('Zoals in LCMS.');
    await button(proposal, nl('adviceDesk.proposalTake')).press('Enter');
    await expect(proposal).toContainText('Overgenomen door RMOA · post ZL-01');
    expect((await call(window, 'request.open', { id: request.id })).values['applicant.incident']).toBe('Hoogwater Valkenburg');
  });

  await test.step('the request says whose proposal stands in it', async () => {
    await goTo(window, `#/verzoeken/${request.id}`);
    await expect(window.getByRole('heading', { level: 1, name: /Hoogwater Valkenburg/ })).toBeVisible();
    await expect(window.locator('[id="field.applicant.incident"]').locator('xpath=..')).toContainText(/Voorstel van RMOA · post ZL-01.*Overgenomen/);
  });

  await test.step('finalised, it stands at its request; the next version supersedes it later', async () => {
    await goTo(window, `#/adviezen/${adviceId}`);
    await expect(window.getByText(nl('adviceDesk.internal'))).toBeVisible();
    await window.keyboard.press('Alt+5');
    await window.getByRole('radio', { name: nl('advice.outcome.positive'), exact: true }).focus();
    await window.keyboard.press('Space');
    await window.getByRole('textbox', { name: new RegExp(nl('adviceDesk.outcomeReason')) }).focus();
    await window.keyboard.type('Het effect is haalbaar met een compagnie.');
    await button(window, nl('request.finalise')).press('Enter');
    await button(window.getByRole('dialog'), nl('request.finaliseGo')).press('Enter');
    await expect(window.getByText(nl('adviceDesk.finalisedBanner')).first()).toBeVisible();
    const { advices: [summary] } = await call(window, 'advice.list', { requestId: request.id });
    expect(summary).toMatchObject({ state: 'finalised', outcome: 'positive', openProposals: 0 });
    await button(window, nl('adviceDesk.nextVersion')).press('Enter');
    await expect(button(window, nl('request.finalise'))).toBeVisible();
    expect(await call(window, 'advice.list', { requestId: request.id })).toMatchObject({ advices: [{ state: 'draft', version: 2, standing: { version: 1 } }], total: 1 });
  });

  await test.step('the export of the request sends it along only when asked', async () => {
    await goTo(window, `#/verzoeken/${request.id}`);
    await expect(window.getByRole('heading', { level: 1, name: /Hoogwater Valkenburg/ })).toBeVisible();
    await window.keyboard.press('Control+e');
    await expect(window.getByRole('checkbox', { name: nl('adviceDesk.exportWith') })).not.toBeChecked();
  });
});

test('axe finds nothing in advice and life by day and by night, in a small window too', async ({ window }) => {
  test.slow();
  await openPost(window);
  const look = async (where: string): Promise<void> => {
    expect(await axeFindings(window), where).toEqual([]);
  };
  const request = await call(window, 'request.create', { templateId: 'wvr-51', values: flood });
  const at = '2021-07-14T13:20:00+02:00[Europe/Amsterdam]';
  const wrong = await call(window, 'life.record', { requestId: request.id, step: { id: crypto.randomUUID(), kind: 'oralRequest', at, by: 'voorzitter', remark: 'Mondeling gevraagd' } });
  await call(window, 'life.record', { requestId: request.id, step: { id: crypto.randomUUID(), kind: 'oralRequest', at, remark: 'Per telefoon gevraagd', corrects: wrong.revisionId } });
  const advice = await call(window, 'advice.create', { requestId: request.id });
  await call(window, 'advice.save', { id: advice.id, changes: { outcome: 'conditional', proposals: [{ id: crypto.randomUUID(), field: 'applicant.incident', value: 'Hoogwater', why: '' }], availability: [{ id: crypto.randomUUID(), description: 'Compagnie', state: 'limited' }] } });

  await goTo(window, `#/verzoeken/${request.id}/verloop`);
  await expect(timeline(window)).toBeVisible();
  await window.keyboard.press('Alt+t');
  await window.keyboard.press('Alt+m');
  await button(timeline(window), nl('dossier.correct')).first().press('Enter');
  await look('life');
  await goTo(window, `#/adviezen/${advice.id}`);
  for (const part of [2, 3, 4, 5]) {
    await expect(window.getByText(nl('adviceDesk.internal'))).toBeVisible();
    await window.keyboard.press(`Alt+${part}`);
    await expect(window.locator('main [aria-busy=true]')).toHaveCount(0);
    await look(`advice part ${part}`);
  }
  for (const [address, title] of [
    ['#/adviezen', nl('adviceDesk.listTitle')],
    ['#/verloop', nl('lifeDesk.overview')],
  ] as const) {
    await goTo(window, address);
    await expect(window.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(window.getByRole('grid')).toBeVisible();
    await look(address);
  }
  await window.setViewportSize({ width: 640, height: 360 });
  // by its own heading: that of the screen before is there until the next one takes its place
  for (const [address, heading] of [
    [`#/verzoeken/${request.id}/verloop`, /^Verzoek om/],
    [`#/adviezen/${advice.id}`, /^Advies over/],
    ['#/adviezen', nl('adviceDesk.listTitle')],
    ['#/verloop', nl('lifeDesk.overview')],
  ] as const) {
    await goTo(window, address);
    await expect(window.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(window.locator('main [aria-busy=true]')).toHaveCount(0);
    const overflow = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${address} scrolls sideways`).toBe(0);
  }
  await look('small overview');
});
