/** What a post works in: operational work or one exercise, and neither shows in the other. */
import { expect, test } from 'vitest';
import { listAdvices } from '../../../db/advices/advice-list.ts';
import { createAdvice, linkAdvice } from '../../../db/advices/advices.ts';
import { openClaims, rivalClaims } from '../../../db/documents/claims.ts';
import { duplicateRequest } from '../../../db/documents/copies.ts';
import { indexSaved } from '../../../db/documents/projection.ts';
import { listRequests, requestAttention } from '../../../db/documents/request-list.ts';
import { createRequest } from '../../../db/documents/requests.ts';
import { enterSpace, spacesInView, viewOf } from '../../../db/documents/view.ts';
import { listDossiers } from '../../../db/dossiers/dossier-list.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { eraseExercise, freeze, makeSpace } from '../../../db/exchange/spaces.ts';
import { announce, announcementsOf } from '../../../db/life/announcements.ts';
import { lifeOverview } from '../../../db/life/overview.ts';
import { recordStep } from '../../../db/life/steps.ts';
import { halfTyped, keepTyped } from '../../../db/local/half-typed.ts';
import { search } from '../../../db/search/search.ts';
import { dispatch } from '../../../electron/store/dispatch.ts';
import type { Session } from '../../../electron/store/session.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const line = { id: '018f0000-0000-7000-8000-000000000001', capabilityId: 'boats', description: 'Boten' };
const period = { start: '2026-12-01T08:00+01:00[Europe/Amsterdam]', end: '2026-12-02T08:00+01:00[Europe/Amsterdam]' };
const values = { 'effect.text': 'Zandzakken leggen bij Arcen', 'effect.period': period, 'capabilities.lines': [line] };

/** Everything that a window lists, in short. */
function seen(desk: ReturnType<typeof testStore>['desk']) {
  indexSaved(desk.file, desk.reference);
  const attention = requestAttention(desk);
  return {
    requests: listRequests(desk).requests.map(({ reference }) => reference),
    drafts: attention.open.total,
    dossiers: listDossiers(desk).dossiers.map(({ reference }) => reference),
    advices: listAdvices(desk).advices.map(({ reference }) => reference),
    overview: lifeOverview(desk).rows.map(({ reference }) => reference).toSorted(),
    announcements: announcementsOf(desk).map(({ reference }) => reference),
    claims: openClaims(desk.file, desk.now().toISOString()).map(({ reference }) => reference),
    found: search(desk.file, { text: 'Arcen' }).total,
  };
}

function filled() {
  const store = testStore();
  const { desk } = store;
  const fill = () => {
    const dossier = createDossier(desk, 'Hoogwater Arcen');
    const request = createRequest(desk, 'sample', values, dossier.id);
    const advice = createAdvice(desk, { requestId: request.id });
    const announcement = announce(desk, { id: crypto.randomUUID(), text: 'Arcen gaat boten vragen' }).announcement;
    return { dossier, request, advice, announcement };
  };
  const real = fill();
  const exercise = makeSpace(desk, { kind: 'exercise', name: 'Waterwolf' });
  enterSpace(desk.file, exercise.id);
  const played = fill();
  return { ...store, exercise, real, played };
}

test('an exercise and operational work show nothing of each other, in no list, count, search or claim, and number apart', () => {
  const { desk, exercise, real, played } = filled();
  const there = { drafts: 1, found: 3 };
  expect(seen(desk)).toEqual({
    ...there,
    requests: ['OEF-VR24-2026-001'],
    dossiers: ['OEF-VR24-2026-D001'],
    advices: ['OEF-VR24-2026-A001'],
    overview: ['OEF-VR24-2026-001', 'OEF-VR24-2026-V001'],
    announcements: ['OEF-VR24-2026-V001'],
    claims: ['OEF-VR24-2026-001'],
  });
  expect(spacesInView(desk.file)).toEqual([exercise.id]);
  // what an exercise asks for, nobody is really asked for: no double counting either way
  expect(rivalClaims(desk.file, played.request.id, desk.now().toISOString())).toEqual([]);
  expect(rivalClaims(desk.file, real.request.id, desk.now().toISOString())).toEqual([]);

  expect(enterSpace(desk.file, null)).toEqual({ kind: 'operational' });
  expect(seen(desk)).toEqual({
    ...there,
    requests: ['VR24-2026-001'],
    dossiers: ['VR24-2026-D001'],
    advices: ['VR24-2026-A001'],
    overview: ['VR24-2026-001', 'VR24-2026-V001'],
    announcements: ['VR24-2026-V001'],
    claims: ['VR24-2026-001'],
  });
  // operational spaces are worked in together, and there double counting is found
  makeSpace(desk, { kind: 'command', name: 'RMC' });
  expect(spacesInView(desk.file)).toHaveLength(2);
  createRequest(desk, 'sample', values);
  expect(rivalClaims(desk.file, real.request.id, desk.now().toISOString()).map(({ reference }) => reference)).toEqual(['VR24-2026-002']);
});

test('a document of an exercise is tied to nothing operational, and never becomes operational', async () => {
  const { desk, exercise, real, played } = filled();
  expect(await codeOf(() => createAdvice(desk, { requestId: real.request.id, dossierId: played.dossier.id }))).toBe('space.other');
  expect(await codeOf(() => linkAdvice(desk, played.advice.id, real.request.id))).toBe('space.other');
  const announced = { id: crypto.randomUUID(), kind: 'preAnnouncement', at: '2026-11-22T01:00+01:00[Europe/Amsterdam]', announcement: real.announcement.id } as const;
  expect(await codeOf(() => recordStep(desk, played.request.id, announced))).toBe('entry.unknown');
  expect(recordStep(desk, played.request.id, { ...announced, announcement: played.announcement.id }).step.announcement).toBe(played.announcement.id);
  // a copy into an exercise names its origin; a copy out of one is refused
  const copy = duplicateRequest(desk, real.request.id, exercise.id);
  expect(copy).toMatchObject({ reference: 'OEF-VR24-2026-002', exercise: true, origin: { reference: 'VR24-2026-001' } });
  expect(await codeOf(() => duplicateRequest(desk, played.request.id, real.request.spaceId))).toBe('space.exercise');
});

test('what lies outside the view is refused in words that say where it is, but what was typed before is still kept', async () => {
  const { desk, exercise, real, played } = filled();
  const absent = (): never => {
    throw new Error('not asked for here');
  };
  const session: Session = { status: absent, regionChoices: absent, create: absent, unlock: absent, recover: absent, resume: absent, close: absent, changed: absent, exchanging: absent, desk: () => desk };
  const told: unknown[] = [];
  const call = (name: string, input: unknown) => dispatch(session, (event, payload) => void (event === 'space.viewChanged' && told.push(payload)), name, input);
  expect(await codeOf(() => call('request.open', { id: real.request.id }))).toBe('space.operational');
  expect(await codeOf(() => call('dossier.open', { id: real.dossier.id }))).toBe('space.operational');
  expect(await codeOf(() => call('advice.open', { id: real.advice.id }))).toBe('space.operational');
  expect(await codeOf(() => call('life.open', { requestId: real.request.id }))).toBe('space.operational');
  expect(await codeOf(() => call('request.create', { templateId: 'sample', dossierId: real.dossier.id }))).toBe('space.operational');
  expect(await call('request.save', { id: real.request.id, changes: { 'effect.text': 'nog getypt' } })).toMatchObject({ seq: 2 });
  expect(await call('request.open', { id: played.request.id })).toMatchObject({ exercise: true });
  expect(await codeOf(() => call('request.open', { id: exercise.id }))).toBe('document.unknown');

  expect(await call('space.enter', { id: null })).toEqual({ view: { kind: 'operational' } });
  expect(await call('space.enter', { id: null })).toEqual({ view: { kind: 'operational' } });
  await expect(call('request.open', { id: played.request.id })).rejects.toMatchObject({ code: 'space.inExercise', details: { space: exercise.id, name: 'Waterwolf' } });
  expect(await codeOf(() => call('space.enter', { id: real.request.spaceId }))).toBe('space.role');
  await call('space.enter', { id: exercise.id });
  await call('space.freeze', { id: exercise.id });
  await call('space.erase', { id: exercise.id });
  const there = { kind: 'exercise', id: exercise.id, name: 'Waterwolf', standing: 'keeper' };
  expect(told).toEqual([{ kind: 'operational' }, { ...there, frozen: false }, { ...there, frozen: true }, { kind: 'operational' }].map((view) => ({ view })));
});

test('the view survives a lock, and goes with the exercise', () => {
  const { desk, exercise, reopen } = filled();
  freeze(desk, exercise.id);
  const { file } = reopen();
  expect(viewOf(file)).toMatchObject({ id: exercise.id, frozen: true });
  eraseExercise({ ...desk, file }, exercise.id);
  expect(viewOf(file)).toEqual({ kind: 'operational' });
});

test('what is half typed on a screen stays with the view, and goes with the exercise', () => {
  const { desk, exercise, played } = filled();
  const typed = (text: string) => ({ announcement: { text } });
  keepTyped(desk, 'overview', typed('geoefend'));
  keepTyped(desk, played.dossier.id, typed('in het dossier'));
  enterSpace(desk.file, null);
  keepTyped(desk, 'overview', typed('echt'));
  expect(halfTyped(desk.file, 'overview')).toEqual(typed('echt'));
  enterSpace(desk.file, exercise.id);
  expect(halfTyped(desk.file, 'overview')).toEqual(typed('geoefend'));
  eraseExercise(desk, exercise.id);
  expect(halfTyped(desk.file, 'overview')).toEqual(typed('echt'));
  expect(halfTyped(desk.file, played.dossier.id)).toEqual({});
});
