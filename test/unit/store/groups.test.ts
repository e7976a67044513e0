/** One need, several municipalities: a request each, with what they share in step until it is finalised; and copies of requests. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openClaims, rivalClaims } from '../../../db/documents/claims.ts';
import { duplicateRequest } from '../../../db/documents/copies.ts';
import type { Desk } from '../../../db/documents/desk.ts';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { listRequests } from '../../../db/documents/request-list.ts';
import { splitRequest } from '../../../db/documents/split.ts';
import { finaliseRequest, nextVersion, openRevision, reviseRequest } from '../../../db/documents/versions.ts';
import { createDossier, saveDossier } from '../../../db/dossiers/dossiers.ts';
import { calls } from '../../../shared/contract.ts';
import type { FieldChanges } from '../../../shared/domain/request.ts';
import { inStep } from '../../../shared/rules/in-step.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const start = '2026-11-25T18:00+01:00[Europe/Amsterdam]';
const end = '2026-11-26T18:00+01:00[Europe/Amsterdam]';
const boats = { id: randomUUID(), capabilityId: 'boats', description: 'Boten' };
const values: FieldChanges = {
  'applicant.incident': 'Containers',
  'effect.text': 'Stranden schoon',
  'applicant.municipalities': ['GM0994', 'GM1701'],
  'applicant.contact': { function: 'burgemeester' },
  'applicant.oralAt': start,
  'effect.period': { start, end },
  'capabilities.lines': [boats],
  'sending.signature': { name: 'de burgemeester' },
};
const split = (desk: Desk) => {
  const { id } = createRequest(desk, 'sample', values);
  const [first = '', second = '', third = ''] = splitRequest(desk, id, ['GM0935', 'GM1701', 'GM0994']).members;
  return { id, first, second, third };
};
const one = (desk: Desk, id: string) => openRequest(desk, id);

test('a split gives each municipality a request: shared fields alike, region its own, contact and signature empty', () => {
  const { desk } = testStore();
  const { id, first, second, third } = split(desk);
  expect(first).toBe(id);
  const [own, next, last] = [one(desk, first), one(desk, second), one(desk, third)];
  expect([own, next, last].map((each) => each.values['applicant.municipalities'])).toEqual([['GM1701'], ['GM0935'], ['GM0994']]);
  expect([own, next, last].map((each) => each.values['applicant.region'])).toEqual(['VR02', 'VR24', 'VR24']);
  const shared = inStep(desk.reference.template('sample'), desk.reference.template('sample'));
  for (const field of shared) expect(next.values[field]).toEqual(own.values[field]);
  expect(shared).toContain('capabilities.lines');
  expect(own.values['applicant.contact']).toEqual({ function: 'burgemeester' });
  expect(next.values).not.toHaveProperty(['applicant.contact']);
  expect(next.values).not.toHaveProperty(['sending.signature']);
  expect(new Set([own, next, last].map(({ reference }) => reference)).size).toBe(3);
  expect(own.group?.members.map(({ municipality, follows }) => [municipality, follows])).toEqual([['GM1701', true], ['GM0935', true], ['GM0994', true]]);
  expect(calls['request.split'].output.safeParse({ requests: listRequests(desk).requests }).error).toBeUndefined();
  expect(calls['request.open'].output.safeParse(own).error).toBeUndefined();
});

test('a save of a shared field reaches every draft of the group at once, one of its own reaches none', () => {
  const { desk } = testStore();
  const { first, second, third } = split(desk);
  const { followers } = saveRequest(desk, second, { 'effect.text': 'Stranden en wad schoon', 'applicant.contact': { function: 'ambtenaar' }, 'effect.number': null });
  expect(followers.map(({ id }) => id).toSorted()).toEqual([first, third].toSorted());
  expect(one(desk, first).values['effect.text']).toBe('Stranden en wad schoon');
  expect(one(desk, third)).toMatchObject({ seq: followers.find(({ id }) => id === third)?.seq });
  expect(one(desk, first).values['applicant.contact']).toEqual({ function: 'burgemeester' });
  expect(saveRequest(desk, second, { 'effect.text': 'Stranden en wad schoon' }).followers).toEqual([]);
  expect(saveRequest(desk, second, { 'applicant.contact': null }).followers).toEqual([]);
});

test('what one member refuses, all refuse', async () => {
  const { desk } = testStore();
  const { first, second } = split(desk);
  expect(await codeOf(() => saveRequest(desk, second, { 'effect.text': 'half', 'effect.priority': 'none of these' }))).toBe('input.invalid');
  expect(one(desk, first).values['effect.text']).toBe('Stranden schoon');
});

test('a finalised member stays as it was, and its next version goes its own way', () => {
  const { desk } = testStore();
  const { first, second } = split(desk);
  finaliseRequest(desk, first, { seq: one(desk, first).seq });
  saveRequest(desk, second, { 'effect.text': 'Anders' });
  expect(one(desk, first)).toMatchObject({ state: 'finalised', values: { 'effect.text': 'Stranden schoon' } });
  expect(one(desk, first).group?.members.find(({ id }) => id === first)?.follows).toBe(false);
  nextVersion(desk, first);
  expect(saveRequest(desk, second, { 'effect.text': 'Nog anders' }).followers.map(({ id }) => id)).not.toContain(first);
  expect(saveRequest(desk, first, { 'effect.text': 'Eigen weg' }).followers).toEqual([]);
  expect(one(desk, second).values['effect.text']).toBe('Nog anders');
});

test('a group grows by a municipality, never twice by the same; too few, unknown ones and a finalised request are refused', async () => {
  const { desk } = testStore();
  const { id } = createRequest(desk, 'sample', values);
  expect(await codeOf(() => splitRequest(desk, id, ['GM0994', 'GM0994']))).toBe('input.invalid');
  expect(await codeOf(() => splitRequest(desk, id, ['GM0994', 'GM9999']))).toBe('reference.unknown');
  expect(listRequests(desk).requests).toHaveLength(1);
  expect(one(desk, id)).not.toHaveProperty('group');
  expect(splitRequest(desk, id, ['GM0994', 'GM1701']).members).toHaveLength(2);
  expect(splitRequest(desk, id, ['GM0935', 'GM1701']).members).toHaveLength(3);
  expect(listRequests(desk).requests).toHaveLength(3);
  const alone = createRequest(desk, 'sample', values).id;
  finaliseRequest(desk, alone, { seq: one(desk, alone).seq });
  expect(await codeOf(() => splitRequest(desk, alone, ['GM0994', 'GM1701']))).toBe('document.finalised');
});

test('the revision of a member names its group, and a revision is opened with the group of today', () => {
  const { desk } = testStore();
  const { first } = split(desk);
  const revision = reviseRequest(desk, first);
  expect(openRevision(desk, first, revision.id).group?.members).toHaveLength(3);
  expect(reviseRequest(desk, first).id).toBe(revision.id);
});

test('a copy starts fresh: own reference, names its origin, without who signed and when was asked', () => {
  const { desk } = testStore();
  const origin = createRequest(desk, 'sample', values, createDossier(desk, 'Oud').id);
  finaliseRequest(desk, origin.id, { seq: origin.seq });
  const copy = duplicateRequest(desk, origin.id);
  expect(copy).toMatchObject({ state: 'draft', version: 1, reference: 'VR24-2026-002', origin: { id: origin.id, reference: 'VR24-2026-001' } });
  expect(copy).not.toHaveProperty('dossierId');
  const { 'applicant.oralAt': _oral, 'sending.signature': _signature, ...copied } = origin.values;
  expect(copy.values).toEqual(copied);
  expect(duplicateRequest(desk, copy.id).origin?.id).toBe(copy.id);
});

test('claims are of requests whose period is not over and whose dossier is open; a group is no rival of itself', () => {
  const { desk, file } = testStore();
  const { first, second } = split(desk);
  const now = '2026-11-22T02:00:00.000Z';
  const other = createRequest(desk, 'sample', { 'capabilities.lines': [boats], 'effect.period': { start } });
  expect(openClaims(file, now)).toHaveLength(4);
  expect(openClaims(file, now, 'boats')).toContainEqual({ requestId: other.id, reference: other.reference, capabilityId: 'boats', templateId: 'sample', period: { start } });
  expect(openClaims(file, now, 'tanks')).toEqual([]);
  expect(rivalClaims(file, first, now).map(({ requestId }) => requestId)).toEqual([other.id]);
  expect(rivalClaims(file, other.id, now)).toHaveLength(3);
  const later = createRequest(desk, 'sample', { 'capabilities.lines': [boats], 'effect.period': { start: end } });
  expect(rivalClaims(file, first, now).map(({ requestId }) => requestId)).toEqual([other.id]);
  expect(rivalClaims(file, later.id, now).map(({ requestId }) => requestId)).toEqual([other.id]);
  saveRequest(desk, later.id, { 'capabilities.lines': null });
  expect(openClaims(file, '2026-11-26T17:00:00.000Z').map(({ requestId }) => requestId)).toEqual([other.id]);
  saveRequest(desk, second, { 'capabilities.lines': null });
  expect(openClaims(file, now).map(({ requestId }) => requestId)).toEqual([other.id]);
  const dossier = createDossier(desk, 'Dicht').id;
  createRequest(desk, 'sample', { 'capabilities.lines': [boats] }, dossier);
  expect(openClaims(file, now)).toHaveLength(2);
  saveDossier(desk, dossier, { closed: true });
  expect(openClaims(file, now)).toHaveLength(1);
});
