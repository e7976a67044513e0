/** One incident, several legal bases: a request under each, with the facts of the incident in step until it is finalised. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { rivalClaims } from '../../../db/documents/claims.ts';
import type { Desk } from '../../../db/documents/desk.ts';
import { createLinked, linkRequest } from '../../../db/documents/links.ts';
import { listRequests, requestsOfDossier } from '../../../db/documents/request-list.ts';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { splitRequest } from '../../../db/documents/split.ts';
import { finaliseRequest, nextVersion, reviseRequest } from '../../../db/documents/versions.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { verifyTrail } from '../../../db/trail/trail.ts';
import { inStep, sharers } from '../../../shared/rules/in-step.ts';
import { linkedStore } from '../../helpers/linked-packs.ts';
import { codeOf } from '../../helpers/store.ts';

const period = { start: '2026-11-25T18:00+01:00[Europe/Amsterdam]', end: '2026-11-26T18:00+01:00[Europe/Amsterdam]' };
const pair = [{ templateId: 'relief', values: { 'effect.text': 'Voedsel verdeeld' } }, { templateId: 'order' }] as const;
const make = (desk: Desk) => {
  const [relief, order] = createLinked(desk, { templates: pair, values: { 'applicant.incident': 'Orkaan', 'applicant.region': 'VR24', 'effect.period': period } });
  return { relief: relief?.id ?? '', order: order?.id ?? '' };
};
const valuesOf = (desk: Desk, id: string) => openRequest(desk, id).values;

test('two bases give two drafts of one group, with the shared facts in both and the own ones apart', () => {
  const { desk } = linkedStore();
  const dossier = createDossier(desk, 'Orkaan').id;
  const made = createLinked(desk, { templates: pair, values: { 'applicant.incident': 'Orkaan', 'effect.period': period }, dossierId: dossier });
  const [relief, order] = made.map(({ id }) => openRequest(desk, id));
  expect([relief?.legalBasisId, order?.legalBasisId]).toEqual(['relief-basis', 'order-basis']);
  expect(relief?.values).toEqual({ 'applicant.incident': 'Orkaan', 'applicant.exercise': false, 'effect.period': period, 'effect.text': 'Voedsel verdeeld' });
  expect(order?.values).toEqual({ 'applicant.incident': 'Orkaan', 'applicant.exercise': false, 'effect.period': period });
  expect(order?.group).toEqual(relief?.group);
  expect(order?.group?.members.map(({ templateId, follows }) => [templateId, follows])).toEqual([['relief', true], ['order', true]]);
  expect(requestsOfDossier(desk, dossier)).toHaveLength(2);
  expect(new Set(listRequests(desk).requests.map(({ reference }) => reference)).size).toBe(2);
  expect(verifyTrail(desk.file).ok).toBe(true);
});

test('all drafts are made or none: one template, an unknown one, a value that nobody asks for, a shared fact said for one of them', async () => {
  const { desk } = linkedStore();
  expect(await codeOf(() => createLinked(desk, { templates: [{ templateId: 'relief' }, { templateId: 'relief' }] }))).toBe('input.invalid');
  expect(await codeOf(() => createLinked(desk, { templates: [{ templateId: 'relief' }, { templateId: 'nothing' }] }))).toBe('reference.unknown');
  expect(await codeOf(() => createLinked(desk, { templates: pair, values: { 'no.field': 'x' } }))).toBe('input.invalid');
  expect(await codeOf(() => createLinked(desk, { templates: [{ templateId: 'relief', values: { 'applicant.incident': 'Orkaan' } }, { templateId: 'order' }] }))).toBe('input.invalid');
  expect(await codeOf(() => createLinked(desk, { templates: [{ templateId: 'relief' }, { templateId: 'order', values: { 'effect.priority': 'none' } }] }))).toBe('input.invalid');
  expect(await codeOf(() => createLinked(desk, { templates: pair, dossierId: randomUUID() }))).toBe('document.unknown');
  expect(listRequests(desk).requests).toEqual([]);
});

test('a save of a common fact reaches the other draft at once; one of its own basis, of its place, or with other options reaches none', () => {
  const { desk } = linkedStore();
  const { relief, order } = make(desk);
  expect(saveRequest(desk, order, { 'situation.description': 'Haven dicht' }).followers.map(({ id }) => id)).toEqual([relief]);
  expect(valuesOf(desk, relief)['situation.description']).toBe('Haven dicht');
  for (const changes of [{ 'effect.text': 'Rust' }, { 'effect.number': 3 }, { 'applicant.region': 'VR02' }, { 'effect.priority': 'lifeSaving' }]) {
    expect(saveRequest(desk, order, changes).followers).toEqual([]);
  }
  expect(valuesOf(desk, relief)).toMatchObject({ 'effect.text': 'Voedsel verdeeld', 'applicant.region': 'VR24' });
  expect(saveRequest(desk, relief, { 'situation.description': null }).followers).toHaveLength(1);
  expect(valuesOf(desk, order)).not.toHaveProperty(['situation.description']);
});

test('fields are in step the same way from both sides, and only where what may stand in the one may stand in the other', () => {
  const { desk } = linkedStore();
  const of = (one: string, other: string): readonly string[] => [...inStep(desk.reference.template(one), desk.reference.template(other))];
  expect(of('relief', 'order').toSorted()).toEqual(of('order', 'relief').toSorted());
  expect(of('relief', 'order')).toEqual(['applicant.incident', 'applicant.exercise', 'situation.description', 'effect.period']);
  expect(of('relief', 'works')).toContain('effect.priority');
  expect(of('relief', 'relief')).not.toContain('applicant.region');
  expect(of('relief', 'sample')).toEqual([]);
});

test('a field tells which drafts it is shared with: none once a request was finalised, on either side', () => {
  const { desk } = linkedStore();
  const { relief, order } = make(desk);
  const templates = Object.fromEntries(desk.reference.all.templates.map((template) => [template.id, template]));
  const told = (id: string, field: string) => sharers(openRequest(desk, id).group ?? { id: '', members: [] }, id, field, templates).map((member) => member.id);
  expect(told(relief, 'applicant.incident')).toEqual([order]);
  expect(told(relief, 'effect.text')).toEqual([]);
  finaliseRequest(desk, order, { seq: openRequest(desk, order).seq, despite: 'voor de proef' });
  expect(told(relief, 'applicant.incident')).toEqual([]);
  expect(told(order, 'applicant.incident')).toEqual([]);
});

test('a request gets another beside it under a second basis, in its dossier, with the facts it has; never twice under one template', async () => {
  const { desk } = linkedStore();
  const dossier = createDossier(desk, 'Orkaan').id;
  const own = createRequest(desk, 'relief', { 'applicant.incident': 'Orkaan', 'applicant.municipalities': ['GM0935'], 'effect.text': 'Voedsel' }, dossier);
  const made = linkRequest(desk, own.id, 'order');
  expect(made).toMatchObject({ dossierId: dossier, templateId: 'order', state: 'draft' });
  expect(made.values).toEqual({ 'applicant.incident': 'Orkaan', 'applicant.exercise': false, 'applicant.municipalities': ['GM0935'] });
  saveRequest(desk, own.id, { 'applicant.municipalities': ['GM0994'] });
  expect(valuesOf(desk, made.id)['applicant.municipalities']).toEqual(['GM0935']);
  expect(await codeOf(() => linkRequest(desk, own.id, 'order'))).toBe('input.invalid');
  expect(await codeOf(() => linkRequest(desk, own.id, 'relief'))).toBe('input.invalid');
  expect(linkRequest(desk, made.id, 'works').group?.members.map(({ templateId }) => templateId)).toEqual(['relief', 'order', 'works']);
});

test('a finalised request stays as it was; what is linked to it later begins with its facts, or with those of the drafts that go on', () => {
  const { desk } = linkedStore();
  const alone = createRequest(desk, 'relief', { 'applicant.incident': 'Orkaan' }).id;
  const finalise = (id: string) => finaliseRequest(desk, id, { seq: openRequest(desk, id).seq, despite: 'voor de proef' });
  finalise(alone);
  const order = linkRequest(desk, alone, 'order');
  expect(order.values['applicant.incident']).toBe('Orkaan');
  expect(saveRequest(desk, order.id, { 'applicant.incident': 'Orkaan Maria' }).followers).toEqual([]);
  expect(linkRequest(desk, alone, 'works').values['applicant.incident']).toBe('Orkaan Maria');
  nextVersion(desk, alone);
  expect(saveRequest(desk, order.id, { 'applicant.incident': 'Orkaan Irma' }).followers).toHaveLength(1);
  expect(valuesOf(desk, alone)['applicant.incident']).toBe('Orkaan');
});

test('one group holds both: each municipality under the one basis, and all of them in step with the request under the other', () => {
  const { desk } = linkedStore();
  const { relief, order } = make(desk);
  const { members } = splitRequest(desk, relief, ['GM0935', 'GM0994']);
  expect(members).toHaveLength(2);
  expect(openRequest(desk, order).group?.members).toHaveLength(3);
  const other = members.find((id) => id !== relief) ?? '';
  expect(saveRequest(desk, other, { 'situation.description': 'Water', 'effect.text': 'Droog' }).followers.map(({ id }) => id).toSorted()).toEqual([relief, order].toSorted());
  expect(valuesOf(desk, relief)['effect.text']).toBe('Droog');
  expect(valuesOf(desk, order)).toMatchObject({ 'situation.description': 'Water' });
  expect(valuesOf(desk, order)).not.toHaveProperty(['effect.text']);
  expect(splitRequest(desk, relief, ['GM1701']).members).toHaveLength(3);
  expect(splitRequest(desk, order, ['GM0935', 'GM0994']).members).toHaveLength(2);
});

test('the same capability under another basis is asked twice, for another municipality it is not', () => {
  const { desk, file } = linkedStore();
  const { relief, order } = make(desk);
  const boats = { id: randomUUID(), capabilityId: 'boats', description: 'Boten' };
  splitRequest(desk, relief, ['GM0935', 'GM0994']);
  saveRequest(desk, relief, { 'capabilities.lines': [boats] });
  const now = '2026-11-22T02:00:00.000Z';
  expect(rivalClaims(file, relief, now)).toEqual([]);
  saveRequest(desk, order, { 'capabilities.lines': [boats] });
  expect(rivalClaims(file, relief, now).map(({ requestId }) => requestId)).toEqual([order]);
  expect(rivalClaims(file, order, now)).toHaveLength(2);
});

test('the revision of a linked request names its group and is the same when nothing changed', () => {
  const { desk } = linkedStore();
  const { relief, order } = make(desk);
  const revision = reviseRequest(desk, relief);
  expect(reviseRequest(desk, order).id).not.toBe(revision.id);
  expect(reviseRequest(desk, relief).id).toBe(revision.id);
});
