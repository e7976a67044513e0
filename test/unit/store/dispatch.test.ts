/** What the window hears when a call made or changed documents: each of them once, so that no list stays behind. */
import { expect, test } from 'vitest';
import { dispatch } from '../../../electron/store/dispatch.ts';
import type { Session } from '../../../electron/store/session.ts';
import { type CallInput, type CallName, type CallOutput, calls } from '../../../shared/contract.ts';
import { linkedStore } from '../../helpers/linked-packs.ts';
import { testStore } from '../../helpers/store.ts';

function calling({ desk } = testStore()) {
  const absent = (): never => {
    throw new Error('not asked for here');
  };
  const session: Session = { status: absent, regionChoices: absent, create: absent, unlock: absent, recover: absent, resume: absent, close: absent, changed: absent, exchanging: absent, desk: () => desk };
  let heard: { id: string; seq: number }[] = [];
  return {
    call: async <N extends CallName>(name: N, input: CallInput<N>): Promise<{ value: CallOutput<N>; told: typeof heard }> => {
      heard = [];
      const value = await dispatch(session, (event, payload) => void (event === 'document.changed' && heard.push(payload as (typeof heard)[number])), name, input);
      // what main would refuse in development
      const { error } = calls[name].output.safeParse(value);
      expect(error, name).toBeUndefined();
      return { value: value as CallOutput<N>, told: heard };
    },
  };
}

test('every document that a call made or changed is told, with the number of its working copy', async () => {
  const { call } = calling();
  const { value: dossier, told: made } = await call('dossier.create', { title: 'Containers', regions: [{ regionCode: 'VR02', grip: 'grip2' }] });
  expect(made.map(({ id }) => id)).toEqual([dossier.id]);
  const { value: request, told: created } = await call('request.create', { templateId: 'sample', values: { 'effect.text': 'Stranden schoon' }, dossierId: dossier.id });
  expect(created.map(({ id }) => id)).toEqual([request.id, dossier.id]);

  const { value: split, told: parted } = await call('request.split', { id: request.id, municipalities: ['GM1701', 'GM1900'] });
  expect(parted.map(({ id }) => id)).toEqual(split.requests.map(({ id }) => id));
  const [first, second] = split.requests;
  const { told: followed } = await call('request.save', { id: request.id, changes: { 'effect.text': 'Alles schoon' } });
  expect(followed.map(({ id }) => id)).toEqual([first?.id, second?.id]);
  expect(followed[1]?.seq).toBe((await call('request.open', { id: second?.id ?? '' })).value.seq);

  const { value: copy, told: copied } = await call('request.duplicate', { id: request.id });
  expect(copied.map(({ id }) => id)).toEqual([copy.id]);
  expect((await call('request.place', { id: copy.id, dossierId: dossier.id })).told.map(({ id }) => id)).toEqual([copy.id, dossier.id]);
  const { value: entry, told: logged } = await call('dossier.log', { id: dossier.id, text: 'Gebeld', kind: 'call' });
  expect(logged.map(({ id }) => id)).toEqual([dossier.id]);
  const { value: opened, told: read } = await call('dossier.open', { id: dossier.id });
  expect(read).toEqual([]);
  expect(opened.requests).toHaveLength(3);
  expect(opened.log).toEqual([entry]);
  expect((await call('dossier.save', { id: dossier.id, changes: { closed: true } })).told.map(({ id }) => id)).toEqual([dossier.id]);
});

test('linked requests are told each once, with the dossier that they lie in', async () => {
  const { call } = calling(linkedStore());
  const { value: dossier } = await call('dossier.create', { title: 'Orkaan' });
  const { value: made, told } = await call('request.createLinked', { templates: [{ templateId: 'order' }, { templateId: 'relief' }], values: { 'applicant.incident': 'Orkaan' }, dossierId: dossier.id });
  expect(made.requests.map(({ templateId, title }) => [templateId, title])).toEqual([['order', 'Orkaan'], ['relief', 'Orkaan']]);
  expect(told.map(({ id }) => id)).toEqual([...made.requests.map(({ id }) => id), dossier.id]);
  const [order] = made.requests;
  const { value: works, told: linked } = await call('request.link', { id: order?.id ?? '', templateId: 'works' });
  expect(linked.map(({ id }) => id)).toEqual([works.id, order?.id, dossier.id]);
});

test('what is known locally is given as the contract says', async () => {
  const { call } = calling();
  await call('contacts.complete', { contactId: 'rmoa-vr24', channels: [{ kind: 'phone', value: '06' }] });
  await call('contacts.saveDuty', { contactId: 'rmoa-vr24', start: '2026-11-22T08:00+01:00[Europe/Amsterdam]', end: '2026-11-22T16:00+01:00[Europe/Amsterdam]', who: 'piket' });
  expect((await call('contacts.all', {})).value).toMatchObject({ contacts: [{ id: 'locc' }, { id: 'rmoa-vr24' }], completions: [{ contactId: 'rmoa-vr24' }], duties: [{ who: 'piket' }] });
  await call('catalogue.saveNote', { capabilityId: 'boats', text: 'vlet' });
  expect((await call('catalogue.notes', {})).value).toMatchObject([{ text: 'vlet' }]);
  await call('request.create', { templateId: 'sample', values: { 'capabilities.lines': [{ id: '018f0000-0000-7000-8000-000000000001', capabilityId: 'boats', description: 'Boten' }] } });
  expect((await call('capability.claims', { capabilityId: 'boats' })).value).toMatchObject([{ capabilityId: 'boats', period: {} }]);
});
