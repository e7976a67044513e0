/** Lists in pages: what they find, their order, their totals, and what asks for attention. */
import { expect, test } from 'vitest';
import { bringCountsUpToDate, letCountsWait } from '../../../db/documents/counts.ts';
import type { Desk } from '../../../db/documents/desk.ts';
import { listRequests, requestAttention, requestsById } from '../../../db/documents/request-list.ts';
import { createRequest, saveRequest } from '../../../db/documents/requests.ts';
import { finaliseRequest } from '../../../db/documents/versions.ts';
import { listDossiers } from '../../../db/dossiers/dossier-list.ts';
import { createDossier, saveDossier } from '../../../db/dossiers/dossiers.ts';
import { sql } from '../../../db/file/driver.ts';
import type { RequestQuery } from '../../../shared/domain/listing.ts';
import type { FieldChanges } from '../../../shared/domain/request.ts';
import { calls } from '../../../shared/contract.ts';
import { testStore } from '../../helpers/store.ts';

const named = (desk: Desk, title: string, more: FieldChanges = {}, dossier?: string): string => createRequest(desk, 'sample', { 'applicant.incident': title, ...more }, dossier).id;
const startsAt = (start: string) => ({ 'effect.period': { start } });
const titles = (desk: Desk, query: RequestQuery): readonly string[] => listRequests(desk, query).requests.map(({ title }) => title);

test('a list gives one page and the number of all', () => {
  const { desk } = testStore();
  for (let number = 1; number <= 7; number += 1) named(desk, `Verzoek ${number}`);
  expect(titles(desk, { limit: 3 })).toEqual(['Verzoek 7', 'Verzoek 6', 'Verzoek 5']);
  expect(titles(desk, { limit: 3, from: 6 })).toEqual(['Verzoek 1']);
  expect(listRequests(desk, { limit: 3, from: 6 }).total).toBe(7);
  expect(listRequests(desk, { limit: 3, from: 9 })).toEqual({ requests: [], total: 7 });
  expect(calls['request.list'].output.safeParse(listRequests(desk)).error).toBeUndefined();
});

test('a list is found by the beginnings, ends and middles of words of title, number and region, whatever the case and accents', () => {
  const { desk } = testStore();
  named(desk, 'Hoogwater Geul', { 'applicant.region': 'VR24' });
  named(desk, 'Natuurbrand Échterheide');
  const dossier = createDossier(desk, 'D').id;
  named(desk, 'Natuurbrand in dossier', {}, dossier);
  expect(titles(desk, { find: 'GEUL water' })).toEqual(['Hoogwater Geul']);
  expect(titles(desk, { find: 'echter' })).toEqual(['Natuurbrand Échterheide']);
  expect(titles(desk, { find: 'limburg' })).toEqual(['Hoogwater Geul']);
  expect(titles(desk, { find: '2026-002' })).toEqual(['Natuurbrand Échterheide']);
  expect(titles(desk, { find: '100%_' })).toEqual([]);
  expect(titles(desk, { find: 'natuurbrand', notInDossierId: dossier })).toEqual(['Natuurbrand Échterheide']);
  expect(titles(desk, { dossierId: dossier })).toEqual(['Natuurbrand in dossier']);
  expect(titles(desk, { templates: ['other'] })).toEqual([]);
});

test('a list is ordered by what is asked; an unknown start comes last both ways', () => {
  const { desk } = testStore();
  named(desk, 'B laat', startsAt('2026-11-25T08:00+01:00[Europe/Amsterdam]'));
  named(desk, 'c zonder');
  // later on the clock, earlier in time
  named(desk, 'A vroeg', startsAt('2026-11-25T08:30+02:00[Europe/Helsinki]'));
  expect(titles(desk, { sort: 'title', direction: 'ascending' })).toEqual(['A vroeg', 'B laat', 'c zonder']);
  expect(titles(desk, { sort: 'start', direction: 'ascending' })).toEqual(['A vroeg', 'B laat', 'c zonder']);
  expect(titles(desk, { sort: 'start', direction: 'descending' })).toEqual(['B laat', 'A vroeg', 'c zonder']);
});

test('the counts of a list are of what is stored, whatever the order that they are asked in', () => {
  const { desk, file } = testStore();
  const full = named(desk, 'Vol', { 'effect.text': 'Water keren' });
  named(desk, 'Leeg');
  expect(listRequests(desk, { sort: 'open' }).requests.map(({ title, blocks }) => [title, blocks])).toEqual([['Leeg', 1], ['Vol', 0]]);
  saveRequest(desk, full, { 'effect.text': null });
  expect(listRequests(desk).requests.map(({ blocks }) => blocks)).toEqual([1, 1]);
  // other packs: made anew at rest, a slice at a time, until none waits
  letCountsWait(file);
  expect([bringCountsUpToDate(desk, 1), bringCountsUpToDate(desk, 5), bringCountsUpToDate(desk, 5)]).toEqual([1, 1, 0]);
});

test('what asks for attention: drafts by their start, what misses something, what starts within 48 hours, what was finalised last', () => {
  const { desk } = testStore();
  const now = '2026-11-22T12:00:00.000Z';
  const complete = { 'effect.text': 'Water keren' };
  named(desk, 'zonder begin');
  named(desk, 'over 48 uur', startsAt('2026-11-24T12:00+00:00[UTC]'));
  named(desk, 'over 49 uur', startsAt('2026-11-24T13:00+00:00[UTC]'));
  named(desk, 'begonnen', startsAt('2026-11-22T11:00+00:00[UTC]'));
  for (const [title, start] of [['klaar en begonnen', '2026-11-22T11:00+00:00[UTC]'], ['klaar en straks', '2026-11-22T15:00+01:00[Europe/Amsterdam]']] as const) {
    const id = named(desk, title, { ...complete, ...startsAt(start) });
    finaliseRequest(desk, id, { seq: desk.file.row<{ seq: number }>(sql`SELECT seq FROM document WHERE id = ${id}`)?.seq ?? -1, despite: 'beproeving van de lijst' });
  }
  const { open, missing, soon, finalised } = requestAttention(desk, now);
  const of = ({ requests }: typeof open): readonly string[] => requests.map(({ title }) => title);
  expect(of(open)).toEqual(['begonnen', 'over 48 uur', 'over 49 uur', 'zonder begin']);
  expect(new Set(of(missing))).toEqual(new Set(of(open)));
  expect(of(soon)).toEqual(['begonnen', 'klaar en straks', 'over 48 uur']);
  expect(of(finalised)).toEqual(['klaar en straks', 'klaar en begonnen']);
  expect(calls['request.attention'].output.safeParse({ open, missing, soon, finalised }).error).toBeUndefined();
});

test('summaries come in the order of the ids that are asked', () => {
  const { desk } = testStore();
  const [one, other] = [named(desk, 'een'), named(desk, 'ander')];
  expect(requestsById(desk, [one, createDossier(desk, 'geen verzoek').id, other]).map(({ title }) => title)).toEqual(['een', 'ander']);
});

test('dossiers are listed a page at a time, open or closed, found by name, number and region', () => {
  const { desk } = testStore();
  createDossier(desk, 'Hoogwater Geul', [{ regionCode: 'VR24', grip: 'grip4' }]);
  const closed = createDossier(desk, 'Brand').id;
  saveDossier(desk, closed, { closed: true });
  createRequest(desk, 'sample', {}, closed);
  const find = (query: Parameters<typeof listDossiers>[1]): readonly string[] => listDossiers(desk, query).dossiers.map(({ title }) => title);
  expect(find({ find: 'geul hoogwater' })).toEqual(['Hoogwater Geul']);
  expect(find({ find: '2026-d002' })).toEqual(['Brand']);
  expect(find({ find: 'zuid-limburg' })).toEqual(['Hoogwater Geul']);
  expect([find({ closed: false }), find({ closed: true }), find({ ids: [closed] })]).toEqual([['Hoogwater Geul'], ['Brand'], ['Brand']]);
  expect([find({ sort: 'title', direction: 'ascending' }), find({ sort: 'requests' }), find({ sort: 'state', direction: 'ascending' })]).toEqual([['Brand', 'Hoogwater Geul'], ['Brand', 'Hoogwater Geul'], ['Hoogwater Geul', 'Brand']]);
  expect(listDossiers(desk, { limit: 1 })).toMatchObject({ dossiers: [{ title: 'Brand' }], total: 2 });
  expect(calls['dossier.list'].output.safeParse(listDossiers(desk)).error).toBeUndefined();
});
