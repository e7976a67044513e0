/** Requests from draft to next version: what is stored, what is refused, what never changes. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Desk } from '../../../db/documents/desk.ts';
import { fingerprintOf } from '../../../db/documents/identity.ts';
import { isSignedBy } from '../../../db/exchange/keys.ts';
import { newId } from '../../../db/documents/ids.ts';
import { assessRequest, createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { listRequests } from '../../../db/documents/request-list.ts';
import { findRevision, revisionIdOf } from '../../../db/documents/revisions.ts';
import { homeSpace } from '../../../db/documents/spaces.ts';
import { finaliseRequest, nextVersion, openRevision, reviseRequest } from '../../../db/documents/versions.ts';
import { sql } from '../../../db/file/driver.ts';
import { calls } from '../../../shared/contract.ts';
import type { FieldChanges, FieldValue } from '../../../shared/domain/request.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const complete: FieldChanges = { 'applicant.incident': 'Hoogwater', 'effect.text': 'Inwoners uit het gebied brengen' };
const draft = (desk: Desk, values: FieldChanges = complete): string => createRequest(desk, 'sample', values).id;

test('a fresh request holds the initial values of its template, its space and the reference of this post', () => {
  const { desk, file } = testStore();
  const first = createRequest(desk, 'sample', { 'applicant.incident': 'Hoogwater' });
  expect(first).toMatchObject({ reference: 'VR24-2026-001', state: 'draft', version: 1, legalBasisId: 'sample-basis', revisions: [] });
  expect(first.values).toEqual({ 'applicant.exercise': false, 'applicant.incident': 'Hoogwater', 'effect.priority': 'normal' });
  expect(first.packVersions).toMatchObject({ templates: '2026.1', regions: '2026.1' });
  expect(createRequest(desk, 'sample', {}).reference).toBe('VR24-2026-002');
  expect(file.rows(sql`SELECT DISTINCT space FROM document`)).toEqual([{ space: homeSpace(file).id }]);
  expect(calls['request.create'].output.safeParse(first).error).toBeUndefined();
});

test('references begin anew in a new year, by the calendar of the Netherlands', () => {
  const { desk } = testStore();
  draft(desk);
  const at = (instant: string): string => createRequest({ ...desk, now: () => new Date(instant) }, 'sample', {}).reference;
  expect(at('2026-12-31T22:59:00.000Z')).toBe('VR24-2026-002');
  expect(at('2026-12-31T23:01:00.000Z')).toBe('VR24-2027-001');
});

test('a save touches only the rows of its fields, counts once, and a repeat changes nothing', () => {
  const { desk, file } = testStore();
  const id = draft(desk);
  const before = file.rows<{ id: string; seq: number }>(sql`SELECT id, seq FROM field WHERE document = ${id}`);
  const saved = saveRequest(desk, id, { 'effect.text': 'Anders', 'applicant.region': 'VR24' });
  expect(saved.seq).toBe(2);
  const touched = file.rows<{ id: string; seq: number }>(sql`SELECT id, seq FROM field WHERE document = ${id} AND seq = 2`).map((row) => row.id);
  expect(touched.toSorted()).toEqual(['applicant.region', 'effect.text']);
  expect(before.filter((row) => row.id === 'applicant.incident')).toEqual([{ id: 'applicant.incident', seq: 1 }]);
  expect(saveRequest(desk, id, { 'effect.text': 'Anders', 'applicant.region': 'VR24' })).toEqual(saved);
  expect(saveRequest(desk, id, { 'applicant.region': null }).seq).toBe(3);
  expect(openRequest(desk, id).values).not.toHaveProperty(['applicant.region']);
});

test('every type of field keeps what it is given', () => {
  const { desk } = testStore();
  const values: Record<string, FieldValue> = {
    'applicant.incident': 'Één “regel” 👍',
    'applicant.region': 'VR24',
    'applicant.municipalities': ['GM0994', 'GM0935'],
    'applicant.contact': { function: 'officier van dienst', phone: '+31 6 00000000' },
    'applicant.exercise': false,
    'applicant.oralAt': '2021-07-14T18:00:00+02:00[Europe/Amsterdam]',
    'effect.text': 'regel een\nregel twee',
    'effect.period': { start: '2021-07-14T18:00+02:00[Europe/Amsterdam]' },
    'effect.priority': 'high',
    'effect.number': -0.5,
    'capabilities.lines': [{ id: randomUUID(), capabilityId: 'boats', description: 'Boten', quantity: 4, people: 8 }],
    'sending.signature': { office: 'voorzitter', mandated: false },
  };
  const id = draft(desk, {});
  saveRequest(desk, id, values);
  expect(openRequest(desk, id).values).toEqual({ ...openRequest(desk, id).values, ...values });
});

const refused: readonly (readonly [field: string, value: FieldValue, code: string])[] = [
  ['unknown.field', 'x', 'input.invalid'],
  ['applicant.incident', 7, 'input.invalid'],
  ['applicant.incident', 'x'.repeat(501), 'input.invalid'],
  ['applicant.incident', 'half \uD800', 'input.invalid'],
  ['applicant.exercise', 'true', 'input.invalid'],
  ['applicant.region', 'VR25', 'reference.unknown'],
  ['applicant.region', 'constructor', 'input.invalid'],
  ['applicant.municipalities', ['GM0994', 'GM9999'], 'reference.unknown'],
  ['applicant.oralAt', '2021-02-30T18:00:00+01:00[Europe/Amsterdam]', 'input.invalid'],
  ['applicant.oralAt', '2021-07-14T25:00:00+02:00[Europe/Amsterdam]', 'input.invalid'],
  ['applicant.oralAt', '2021-07-14T18:00:00+02:00[Europe/Atlantis]', 'input.invalid'],
  ['effect.period', { start: 'morgen' }, 'input.invalid'],
  ['effect.priority', 'urgent', 'input.invalid'],
  ['capabilities.lines', [{ id: 'no-uuid', description: 'x' }], 'input.invalid'],
  ['capabilities.lines', [{ id: randomUUID(), capabilityId: 'tanks', description: 'x' }], 'reference.unknown'],
  ['sending.signature', { office: 7 } as unknown as FieldValue, 'input.invalid'],
];
test.each(refused)('%s refuses %j as %s, names the field, and stores nothing of the save', async (field, value, code) => {
  const { desk } = testStore();
  const id = draft(desk);
  const before = openRequest(desk, id);
  const thrown: unknown = await codeOf(() => saveRequest(desk, id, { 'effect.text': 'dit ook niet', [field]: value })).catch((error: unknown) => error);
  expect(thrown).toBe(code);
  expect(() => saveRequest(desk, id, { [field]: value })).toThrow(expect.objectContaining({ field }));
  expect(openRequest(desk, id)).toEqual(before);
});

test('two lines of one id are refused', async () => {
  const { desk } = testStore();
  const line = { id: randomUUID(), description: 'Boten' };
  expect(await codeOf(() => saveRequest(desk, draft(desk), { 'capabilities.lines': [line, line] }))).toBe('input.invalid');
});

test('a value with nothing in it empties the field', () => {
  const { desk } = testStore();
  const id = draft(desk, { ...complete, 'effect.period': { start: '2021-07-14T18:00+02:00[Europe/Amsterdam]' } });
  saveRequest(desk, id, { 'effect.text': '', 'effect.period': {}, 'applicant.municipalities': [] });
  expect(Object.keys(openRequest(desk, id).values).toSorted()).toEqual(['applicant.exercise', 'applicant.incident', 'effect.priority']);
});

test('unknown documents, templates and revisions have their codes', async () => {
  const { desk } = testStore();
  const id = draft(desk);
  const nowhere = newId(new Date());
  expect(await codeOf(() => openRequest(desk, nowhere))).toBe('document.unknown');
  expect(await codeOf(() => saveRequest(desk, nowhere, {}))).toBe('document.unknown');
  expect(await codeOf(() => openRevision(desk, id, '0'.repeat(64)))).toBe('document.unknown');
  expect(await codeOf(() => createRequest(desk, 'no-such-template', {}))).toBe('reference.unknown');
});

test('the list has the title, start and region of each request, newest work first, with the counts of what is stored', () => {
  const { desk } = testStore();
  const open = draft(desk, { 'applicant.incident': 'Hoogwater' });
  const named = draft(desk, { 'effect.text': 'Dit is een effect van meer dan acht woorden lang geworden' });
  saveRequest(desk, named, { 'effect.period': { start: '2021-07-14T18:00+02:00[Europe/Amsterdam]' }, 'applicant.region': 'VR24' });
  const list = listRequests(desk);
  expect(list.requests).toMatchObject([
    { id: named, title: 'Dit is een effect van meer dan acht…', start: '2021-07-14T18:00+02:00[Europe/Amsterdam]', regionCode: 'VR24', blocks: 0 },
    { id: open, title: 'Hoogwater', blocks: 1 },
  ]);
  expect(calls['request.list'].output.safeParse(list).error).toBeUndefined();
  saveRequest(desk, open, { 'effect.text': 'nu wel' });
  expect(listRequests(desk).requests.find(({ id }) => id === open)?.blocks).toBe(0);
});

test('a revision is the same while nothing changes, another after a change, and the old one again only as a child', () => {
  const { desk } = testStore();
  const id = draft(desk);
  const first = reviseRequest(desk, id);
  expect(reviseRequest(desk, id)).toEqual(first);
  saveRequest(desk, id, { 'effect.text': 'Anders' });
  const second = reviseRequest(desk, id);
  expect(second.number).toBe(2);
  saveRequest(desk, id, { 'effect.text': String(complete['effect.text']) });
  const third = reviseRequest(desk, id);
  expect(new Set([first.id, second.id, third.id]).size).toBe(3);
  expect(findRevision(desk.file, third.id)?.content.parents).toEqual([second.id]);
  expect(openRequest(desk, id).revisions.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(openRevision(desk, id, second.id).values['effect.text']).toBe('Anders');
  expect(calls['request.revision'].output.safeParse(openRevision(desk, id, second.id)).error).toBeUndefined();
});

test('a revision carries its content hash as name and the signature of the post', () => {
  const { desk, file } = testStore();
  const { id, at } = reviseRequest(desk, draft(desk));
  const revision = findRevision(file, id);
  expect(revision && revisionIdOf(revision.content)).toBe(id);
  const row = file.row<{ signature: Uint8Array; signer: Uint8Array }>(sql`SELECT signature, signer FROM revision WHERE id = ${id}`);
  if (!row) throw new Error('no row');
  expect(Buffer.from(row.signer).equals(Buffer.from(desk.post.publicKey))).toBe(true);
  const signed = Buffer.from(JSON.stringify({ at, format: 'steunpunt-signature/1', revision: id }));
  expect(isSignedBy(row.signer, signed, row.signature)).toBe(true);
  expect(isSignedBy(row.signer, Buffer.from(signed.toString().replace(at, '2020-01-01T00:00:00.000Z')), row.signature)).toBe(false);
});

test('a revision whose body was changed around the triggers is not believed', async () => {
  const { desk, file } = testStore();
  const id = draft(desk);
  const revision = reviseRequest(desk, id);
  file.script('DROP TRIGGER revision_stays');
  file.run(sql`UPDATE revision SET body = replace(body, 'Hoogwater', 'Laagwater')`);
  expect(await codeOf(() => openRevision(desk, id, revision.id))).toBe('file.damaged');
});

test('blocking checks stop a finalisation unless a reason is written, and the reason stays with it', async () => {
  const { desk } = testStore();
  const id = draft(desk, { 'applicant.incident': 'Hoogwater' });
  const { seq } = openRequest(desk, id);
  expect(await codeOf(() => finaliseRequest(desk, id, { seq }))).toBe('document.blocked');
  const done = finaliseRequest(desk, id, { seq, despite: 'Mondeling akkoord, tijd dringt' });
  expect(done).toMatchObject({ state: 'finalised', finalisedDespite: 'Mondeling akkoord, tijd dringt' });
  expect(done.revisions.at(-1)).toMatchObject({ state: 'finalised', reason: 'Mondeling akkoord, tijd dringt' });
});

test('a reason that nothing asked for is not kept', () => {
  const { desk } = testStore();
  const id = draft(desk);
  expect(finaliseRequest(desk, id, { seq: 1, despite: 'voor de zekerheid' })).not.toHaveProperty('finalisedDespite');
});

test('a finalisation of another working copy than the stored one is stale', async () => {
  const { desk } = testStore();
  const id = draft(desk);
  const { seq } = openRequest(desk, id);
  saveRequest(desk, id, { 'effect.text': 'door een ander venster' });
  expect(await codeOf(() => finaliseRequest(desk, id, { seq }))).toBe('document.stale');
});

test('a finalised version never changes; the next version goes on from it and leaves it as it is', async () => {
  const { desk } = testStore();
  const id = draft(desk);
  expect(await codeOf(() => nextVersion(desk, id))).toBe('input.invalid');
  const done = finaliseRequest(desk, id, { seq: 1 });
  expect(await codeOf(() => saveRequest(desk, id, { 'effect.text': 'x' }))).toBe('document.finalised');
  expect(await codeOf(() => finaliseRequest(desk, id, { seq: 1 }))).toBe('document.finalised');
  expect(reviseRequest(desk, id)).toEqual(done.revisions.at(-1));

  const next = nextVersion(desk, id);
  expect(next).toMatchObject({ state: 'draft', version: 2, reference: done.reference, values: done.values });
  saveRequest(desk, id, { 'effect.text': 'tweede versie' });
  const second = finaliseRequest(desk, id, { seq: next.seq + 1 });
  const [firstVersion] = done.revisions;
  if (!firstVersion) throw new Error('no revision');
  expect(openRevision(desk, id, firstVersion.id)).toMatchObject({ state: 'finalised', version: 1, values: done.values });
  const secondId = second.revisions.at(-1)?.id ?? '';
  expect(findRevision(desk.file, secondId)?.content).toMatchObject({ version: 2, parents: [firstVersion.id] });
});

test('a finalised version keeps the packs it was made with, a draft follows the packs of today', () => {
  const { desk } = testStore();
  const [done, open] = [draft(desk), draft(desk)];
  finaliseRequest(desk, done, { seq: 1 });
  const later: Desk = { ...desk, reference: { ...desk.reference, packVersions: { ...desk.reference.packVersions, regions: '2027.1' } } };
  expect(openRequest(later, done).packVersions['regions']).toBe('2026.1');
  expect(openRequest(later, open).packVersions['regions']).toBe('2027.1');
  expect(reviseRequest(later, done)).toEqual(openRequest(desk, done).revisions.at(-1));
});

test('an assessment at another moment than now leaves the counts of the list alone', () => {
  const { desk } = testStore();
  const id = draft(desk, {});
  expect(assessRequest(desk, id, '2030-01-01T00:00:00.000Z').findings.filter(({ outcome }) => outcome === 'blocks')).toHaveLength(1);
  expect(desk.file.row(sql`SELECT assessed_seq FROM request_summary WHERE document = ${id}`)).toEqual({ assessed_seq: -1 });
  assessRequest(desk, id);
  expect(desk.file.row(sql`SELECT blocks FROM request_summary WHERE document = ${id}`)).toEqual({ blocks: 1 });
});

test('ids are UUIDs of version 7 in the order in which they are made, and a fingerprint is six groups of four', () => {
  const ids = [1, 2, 3].map((minute) => newId(new Date(Date.UTC(2026, 10, 22, 1, minute))));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(fingerprintOf(Buffer.from('key'))).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(fingerprintOf(Buffer.from('key'))).not.toBe(fingerprintOf(Buffer.from('kez')));
});
