/** Dossiers: their fields, their requests, and a log in which nothing is ever rewritten. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { placeRequest } from '../../../db/documents/copies.ts';
import type { Desk } from '../../../db/documents/desk.ts';
import { createRequest, openRequest } from '../../../db/documents/requests.ts';
import { listRequests, requestsOfDossier } from '../../../db/documents/request-list.ts';
import { revisionsOf } from '../../../db/documents/revisions.ts';
import { listDossiers } from '../../../db/dossiers/dossier-list.ts';
import { createAdvice } from '../../../db/advices/advices.ts';
import { createDossier, readDossier, saveDossier } from '../../../db/dossiers/dossiers.ts';
import { logOf, writeEntry } from '../../../db/dossiers/log.ts';
import { sql } from '../../../db/file/driver.ts';
import { calls } from '../../../shared/contract.ts';
import { verifyTrail } from '../../../db/trail/trail.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const regions = [{ regionCode: 'VR24', grip: 'grip4' as const }];
const note = (desk: Desk, id: string, text: string, more: object = {}) => writeEntry(desk, id, { text, kind: 'entry', ...more }).entry;

test('a dossier has a reference of its own sequence, saves field by field, and a repeat changes nothing', () => {
  const { desk } = testStore();
  const { id, reference, values } = createDossier(desk, 'Hoogwater Geul', regions);
  expect(reference).toBe('VR24-2026-D001');
  expect(values).toEqual({ title: 'Hoogwater Geul', regions });
  expect(createRequest(desk, 'sample', {}).reference).toBe('VR24-2026-001');
  const saved = saveDossier(desk, id, { description: 'Neerslag in de Ardennen', startedAt: '2021-07-14T04:00+02:00[Europe/Amsterdam]', regions: null });
  expect(saveDossier(desk, id, { description: 'Neerslag in de Ardennen', regions: null })).toEqual(saved);
  expect(readDossier(desk, id)).toMatchObject({ seq: saved.seq, values: { title: 'Hoogwater Geul', startedAt: '2021-07-14T04:00+02:00[Europe/Amsterdam]' } });
  expect(readDossier(desk, id).values).not.toHaveProperty('regions');
});

test('what is no region, no moment or no character is refused, and nothing of the save stays', async () => {
  const { desk } = testStore();
  const { id } = createDossier(desk, 'Hoogwater', regions);
  expect(await codeOf(() => saveDossier(desk, id, { title: 'Anders', regions: [{ regionCode: 'VR25', grip: 'none' }] }))).toBe('reference.unknown');
  expect(await codeOf(() => saveDossier(desk, id, { startedAt: '2021-02-30T04:00+01:00[Europe/Amsterdam]' }))).toBe('input.invalid');
  expect(await codeOf(() => saveDossier(desk, id, { title: 'half \uD800' }))).toBe('input.invalid');
  expect(readDossier(desk, id)).toMatchObject({ seq: 1, values: { title: 'Hoogwater', regions } });
  expect(calls['dossier.save'].input.safeParse({ id, changes: { regions: [...regions, ...regions] } }).success).toBe(false);
});

test('a request lies in one dossier at most, and a dossier is no request', async () => {
  const { desk } = testStore();
  const first = createDossier(desk, 'Een').id;
  const second = createDossier(desk, 'Twee').id;
  const { id } = createRequest(desk, 'sample', {}, first);
  expect(openRequest(desk, id).dossierId).toBe(first);
  expect(placeRequest(desk, id, second).dossiers).toEqual([first, second]);
  expect(placeRequest(desk, id, second).dossiers).toEqual([]);
  expect(requestsOfDossier(desk, second)).toMatchObject([{ id, dossierId: second }]);
  expect(listDossiers(desk).dossiers.map(({ title, requests }) => [title, requests]).toSorted()).toEqual([['Een', 0], ['Twee', 1]]);
  // an advice on a question lies in a dossier too, and is no request
  createAdvice(desk, { question: 'Kan Defensie zandzakken vullen?', dossierId: second });
  expect(listDossiers(desk).dossiers.map(({ requests }) => requests).toSorted()).toEqual([0, 1]);
  placeRequest(desk, id, null);
  expect(openRequest(desk, id)).not.toHaveProperty('dossierId');
  expect(await codeOf(() => openRequest(desk, first))).toBe('document.unknown');
  expect(await codeOf(() => readDossier(desk, id))).toBe('document.unknown');
  expect(await codeOf(() => placeRequest(desk, id, id))).toBe('document.unknown');
  expect(await codeOf(() => createRequest(desk, 'sample', {}, randomUUID()))).toBe('document.unknown');
  expect(listRequests(desk).requests).toHaveLength(1);
});

test('the log is told in the order in which things happened; a correction stands beside what it corrects', async () => {
  const { desk, file } = testStore();
  const { id } = createDossier(desk, 'Hoogwater', regions);
  const now = note(desk, id, 'Gebeld met het LOCC', { kind: 'call' });
  expect(now.at).toMatch(/^2026-11-22T02:\d\d:00\+01:00\[Europe\/Amsterdam\]$/);
  const earlier = note(desk, id, 'Twee pelotons gevraagd', { at: '2026-11-22T01:30+01:00[Europe/Amsterdam]' });
  const correction = note(desk, id, 'Het waren er drie', { corrects: earlier.id, at: '2026-11-22T01:31+01:00[Europe/Amsterdam]' });
  const log = logOf(desk, id);
  expect(log.map(({ text }) => text)).toEqual(['Twee pelotons gevraagd', 'Het waren er drie', 'Gebeld met het LOCC']);
  expect(log[0]).toEqual({ ...earlier, correctedBy: correction.id });
  expect(log[1]?.corrects).toBe(earlier.id);
  expect(calls['dossier.open'].output.safeParse({ dossier: readDossier(desk, id), requests: [], log, attachments: [] }).error).toBeUndefined();
  expect(listDossiers(desk).dossiers).toMatchObject([{ lastEntryAt: correction.writtenAt }]);
  const other = createDossier(desk, 'Ander').id;
  expect(await codeOf(() => note(desk, other, 'x', { corrects: earlier.id }))).toBe('entry.unknown');
  expect(await codeOf(() => note(desk, id, 'x', { at: '2026-02-30T01:30+01:00[Europe/Amsterdam]' }))).toBe('input.invalid');
  expect(logOf(desk, id)).toHaveLength(3);
  expect(verifyTrail(file)).toMatchObject({ ok: true });
});

test('the list tells the entry that happened last and still holds, its beginning when it is long', () => {
  const { desk } = testStore();
  const { id } = createDossier(desk, 'Hoogwater', regions);
  const told = () => listDossiers(desk).dossiers[0];
  expect(told()).not.toHaveProperty('lastEntry');
  const wrong = note(desk, id, 'Driehonderd zakken', { at: '2026-11-22T11:50+01:00[Europe/Amsterdam]' });
  note(desk, id, 'Achteraf genoteerd', { at: '2026-11-22T09:00+01:00[Europe/Amsterdam]' });
  expect(told()?.lastEntry).toEqual({ at: wrong.at, text: 'Driehonderd zakken' });
  note(desk, id, 'Dertigduizend zakken', { at: '2026-11-22T11:40+01:00[Europe/Amsterdam]', corrects: wrong.id });
  expect(told()?.lastEntry?.text).toBe('Dertigduizend zakken');
  // later by its offset, although its text sorts before
  const last = note(desk, id, 'x'.repeat(9000), { at: '2026-11-22T11:00+00:00[UTC]' });
  expect(told()?.lastEntry).toEqual({ at: last.at, text: 'x'.repeat(400) });
  expect(calls['dossier.list'].output.safeParse(listDossiers(desk)).error).toBeUndefined();
});

test('the same words in the same minute are two entries; the same entry written again is one', () => {
  const { desk, file } = testStore();
  const { id } = createDossier(desk, 'Hoogwater');
  const at = '2026-11-22T01:30+01:00[Europe/Amsterdam]';
  expect(note(desk, id, 'Geen gehoor', { at }).id).not.toBe(note(desk, id, 'Geen gehoor', { at }).id);
  const entry = randomUUID();
  const first = note(desk, id, 'Gehoor', { at, entry });
  expect(note(desk, id, 'Gehoor', { at, entry })).toEqual(first);
  expect(logOf(desk, id)).toHaveLength(3);
  expect(file.rows(sql`SELECT number FROM trail WHERE act = 'logged'`)).toHaveLength(3);
});

test('an entry can be neither changed nor removed, and one that was changed around that is not believed', async () => {
  const { desk, file } = testStore();
  const { id } = createDossier(desk, 'Hoogwater');
  const entry = note(desk, id, 'Besluit: ontruimen', { kind: 'decision' });
  expect(() => file.run(sql`UPDATE revision SET body = replace(body, 'ontruimen', 'blijven') WHERE id = ${entry.id}`)).toThrow(/never changes/);
  expect(() => file.run(sql`DELETE FROM revision WHERE id = ${entry.id}`)).toThrow(/FOREIGN KEY|never removed/);
  file.script('DROP TRIGGER revision_stays');
  file.run(sql`UPDATE revision SET body = replace(body, 'ontruimen', 'blijven') WHERE id = ${entry.id}`);
  expect(await codeOf(() => logOf(desk, id))).toBe('file.damaged');
});

test('an entry and closing leave a revision of the dossier, and the same content leaves none', () => {
  const { desk, file } = testStore();
  const { id } = createDossier(desk, 'Hoogwater');
  const revisions = () => revisionsOf(file, id, 'dossier');
  note(desk, id, 'een');
  note(desk, id, 'twee');
  expect(revisions()).toHaveLength(1);
  saveDossier(desk, id, { closed: true });
  saveDossier(desk, id, { closed: true });
  expect(revisions().map(({ content }) => content.values)).toEqual([{ title: 'Hoogwater' }, { title: 'Hoogwater', closed: true }]);
  saveDossier(desk, id, { closed: null });
  expect(revisions().at(-1)?.content).toMatchObject({ parents: [revisions()[1]?.id], values: { title: 'Hoogwater' } });
});
