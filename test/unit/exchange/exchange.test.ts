/** Two posts and a carrier: what one writes the other has, what both write is merged or stays open, and nothing is lost. */
import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canonicalJson } from '../../../db/documents/canonical.ts';
import { signedPart } from '../../../db/documents/revisions.ts';
import { envelopeType, revisionContent, sealEnvelope } from '../../../db/exchange/envelope.ts';
import { readBundle, writeBundle } from '../../../db/exchange/bundle.ts';
import { rawSignKey } from '../../../db/exchange/keys.ts';
import { keyInForce } from '../../../db/exchange/members.ts';
import { replayWaiting } from '../../../db/exchange/ready.ts';
import { sql } from '../../../db/file/driver.ts';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { openOf } from '../../../db/documents/open-differences.ts';
import { finaliseRequest } from '../../../db/documents/versions.ts';
import { placeRequest } from '../../../db/documents/copies.ts';
import { nextVersionWithProposals } from '../../../db/exchange/next-version.ts';
import { exchange, startAnew } from '../../../db/exchange/run.ts';
import { newTally, reportOf } from '../../../db/exchange/tally.ts';
import { createDossier, readDossier, saveDossier } from '../../../db/dossiers/dossiers.ts';
import { logOf, writeEntry } from '../../../db/dossiers/log.ts';
import { codeOf } from '../../helpers/store.ts';
import { type ExchangePost, agreed, exchangePosts, sharedSpace } from '../../helpers/exchange-posts.ts';
import { memoryCarrier, memoryHub } from '../../helpers/memory-carrier.ts';

function together(count = 2) {
  const { posts, close } = exchangePosts(count);
  onTestFinished(close);
  const hub = memoryHub();
  const sync = async (post: ExchangePost) => {
    const tally = newTally();
    await exchange(post.desk, memoryCarrier(hub), sharedSpace, { tally });
    return reportOf(tally, true);
  };
  const syncAll = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) for (const post of posts) await sync(post);
  };
  return { posts: posts as [ExchangePost, ExchangePost, ...ExchangePost[]], hub, sync, syncAll };
}

test('what one post wrote the other has, with its dossier, its log and its number', async () => {
  const { posts: [anna, bram], sync } = together();
  const dossier = createDossier(anna.desk, 'Hoogwater', [{ regionCode: 'VR24', grip: 'grip2' }]);
  const request = createRequest(anna.desk, 'sample', { 'effect.text': 'Dijk versterken' }, dossier.id);
  writeEntry(anna.desk, dossier.id, { text: 'Gebeld met ROT', kind: 'call' });
  expect((await sync(anna)).taken).toBe(0);
  const report = await sync(bram);
  expect(report).toMatchObject({ taken: 3, known: 0, refused: [], waiting: [], elsewhere: [], differences: [], whole: true });
  expect(report.documents.toSorted()).toEqual([dossier.id, request.id].toSorted());
  expect(openRequest(bram.desk, request.id)).toMatchObject({ reference: request.reference, values: request.values, dossierId: dossier.id });
  expect(logOf(bram.desk, dossier.id).map(({ text }) => text)).toEqual(['Gebeld met ROT']);
  expect(agreed(bram.file)).toEqual(agreed(anna.file));
  // the number goes on where the other stopped
  expect(createRequest(bram.desk, 'sample', {}).reference).not.toBe(request.reference);
  expect(await sync(anna)).toMatchObject({ taken: 0, known: 3 });
});

test('fields that one side changed are joined; the field that both changed stays open with both values until one decides', async () => {
  const { posts: [anna, bram], sync, syncAll } = together();
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'oud', 'effect.number': 70 });
  await syncAll();
  saveRequest(anna.desk, id, { 'effect.number': 100, 'applicant.incident': 'Geul' });
  saveRequest(bram.desk, id, { 'effect.number': 85, 'effect.text': 'nieuw' });
  await syncAll();
  expect(agreed(anna.file)).toEqual(agreed(bram.file));
  const { values, seq } = openRequest(anna.desk, id);
  expect(values).toMatchObject({ 'applicant.incident': 'Geul', 'effect.text': 'nieuw' });
  const open = openOf(bram.file, id)['effect.number'] ?? [];
  expect(open.map(({ value }) => value).toSorted()).toEqual([100, 85].toSorted());
  expect(await codeOf(() => finaliseRequest(anna.desk, id, { seq, despite: 'zonder te kiezen' }))).toBe('document.differs');
  const report = await sync(anna);
  expect(report.differences).toEqual([]);
});

test('what was typed and is in no revision yet takes part in the merge', async () => {
  const { posts: [anna, bram], sync } = together();
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'oud' });
  await sync(anna);
  await sync(bram);
  saveRequest(bram.desk, id, { 'effect.text': 'van Bram' });
  await sync(bram);
  saveRequest(anna.desk, id, { 'effect.text': 'van Anna', 'effect.number': 3 });
  await sync(anna);
  expect(Object.keys(openOf(anna.file, id))).toEqual(['effect.text']);
  expect(openRequest(anna.desk, id).values['effect.number']).toBe(3);
});

describe('a finalised version', () => {
  test('is never merged: a draft beside it waits and comes into the next version', async () => {
    const { posts: [anna, bram], syncAll } = together();
    const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'oud' });
    await syncAll();
    const finalised = finaliseRequest(anna.desk, id, { seq: openRequest(anna.desk, id).seq, despite: 'voor de proef' });
    saveRequest(bram.desk, id, { 'effect.number': 5 });
    await syncAll();
    expect(agreed(anna.file)).toEqual(agreed(bram.file));
    expect(openRequest(bram.desk, id)).toMatchObject({ state: 'finalised', version: 1, values: finalised.values });
    const next = nextVersionWithProposals(bram.desk, id);
    expect(next).toMatchObject({ state: 'draft', version: 2 });
    expect(next.values).toMatchObject({ 'effect.text': 'oud', 'effect.number': 5 });
    await syncAll();
    expect(agreed(anna.file)).toEqual(agreed(bram.file));
    expect(openRequest(anna.desk, id).revisions.filter(({ state }) => state === 'finalised')).toHaveLength(1);
  });

  test('twice of one number: both stay as they are, and the next version has both', async () => {
    const { posts: [anna, bram], syncAll } = together();
    const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'oud' });
    await syncAll();
    saveRequest(anna.desk, id, { 'effect.number': 1 });
    saveRequest(bram.desk, id, { 'effect.number': 2 });
    for (const { desk } of [anna, bram]) finaliseRequest(desk, id, { seq: openRequest(desk, id).seq, despite: 'voor de proef' });
    await syncAll();
    expect(agreed(anna.file)).toEqual(agreed(bram.file));
    expect(openRequest(anna.desk, id).revisions.filter(({ state }) => state === 'finalised')).toHaveLength(2);
    nextVersionWithProposals(anna.desk, id);
    expect(openOf(anna.file, id)['effect.number']).toHaveLength(2);
    alsoNextVersion(bram, id);
    await syncAll();
    expect(agreed(anna.file)).toEqual(agreed(bram.file));
  });
});

/** Both open the next version apart: the same one. */
function alsoNextVersion(post: ExchangePost, id: string): void {
  expect(nextVersionWithProposals(post.desk, id).version).toBe(2);
}

test('two documents of one number are told apart on every post by the same mark, and stay readable', async () => {
  const { posts: [anna, bram], syncAll } = together();
  const year = (post: ExchangePost): ExchangePost => ({ ...post, desk: { ...post.desk, now: () => new Date('2026-11-22T03:00:00.000Z') } });
  const [one, other] = [createRequest(year(anna).desk, 'sample', {}), createRequest(year(bram).desk, 'sample', {})];
  expect(one.reference).toBe(other.reference);
  await syncAll();
  expect(agreed(anna.file)).toEqual(agreed(bram.file));
  const shown = [one, other].map(({ id }) => openRequest(anna.desk, id).reference);
  expect(new Set(shown).size).toBe(2);
  for (const reference of shown) expect(reference).toMatch(/^VR24-2026-001-[0-9A-Z]{4}$/);
  // nobody is asked to send anything anew because of it, and the next number is free
  expect(anna.file.rows(sql`SELECT id FROM document WHERE seq <> revised_seq`)).toEqual([]);
  expect(createRequest(year(bram).desk, 'sample', {}).reference).toBe('VR24-2026-002');
});

test('a request that is placed, a dossier that both change, and an entry that corrects another arrive whole', async () => {
  const { posts: [anna, bram], syncAll } = together();
  const dossier = createDossier(anna.desk, 'Hoogwater');
  const request = createRequest(bram.desk, 'sample', {});
  await syncAll();
  placeRequest(bram.desk, request.id, dossier.id);
  saveDossier(anna.desk, dossier.id, { description: 'van Anna' });
  saveDossier(bram.desk, dossier.id, { regions: [{ regionCode: 'VR24', grip: 'grip1' }] });
  const wrong = writeEntry(bram.desk, dossier.id, { text: 'fout', kind: 'entry' }).entry;
  await syncAll();
  writeEntry(anna.desk, dossier.id, { text: 'goed', kind: 'entry', corrects: wrong.id });
  await syncAll();
  expect(agreed(anna.file)).toEqual(agreed(bram.file));
  expect(readDossier(bram.desk, dossier.id).values).toMatchObject({ title: 'Hoogwater', description: 'van Anna', regions: [{ regionCode: 'VR24', grip: 'grip1' }] });
  expect(openRequest(anna.desk, request.id).dossierId).toBe(dossier.id);
  expect(logOf(bram.desk, dossier.id).find(({ id }) => id === wrong.id)?.correctedBy).toBeDefined();
});

test('what a newer version wrote waits untouched, and is taken in by the version that knows it', async () => {
  const { posts: [anna, bram], hub, sync } = together();
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'van vandaag' });
  await sync(anna);
  await sync(bram);
  // a field beside those that this version knows, and a kind that it does not know, both signed as they should be
  const today = anna.file.row<{ body: string; id: string }>(sql`SELECT body, id FROM revision WHERE document = ${id}`)!;
  const newer = { ...JSON.parse(today.body), parents: [today.id], ofTomorrow: true };
  const kind = { ...JSON.parse(today.body), parents: [], kind: 'hologram' };
  const key = keyInForce(anna.file, sharedSpace);
  const envelopes = [newer, kind].map((content) => {
    const body = canonicalJson(content);
    const name = createHash('sha256').update(body).digest('hex');
    const at = '2030-01-01T00:00:00.000Z';
    const author = rawSignKey(anna.desk.post.publicKey);
    return sealEnvelope({ type: envelopeType.revision, space: sharedSpace, author }, key, revisionContent({ body, at, signature: anna.desk.post.sign(signedPart(name, at)) }));
  });
  await memoryCarrier(hub).push(sharedSpace, envelopes);
  expect((await sync(bram)).waiting).toEqual([{ why: 'newer', count: 2 }]);
  expect(openRequest(bram.desk, id).values['effect.text']).toBe('van vandaag');
  expect(bram.file.rows(sql`SELECT why FROM parked`)).toEqual([{ why: 'newer' }, { why: 'newer' }]);
  // this version still does not know them: they wait on, and nothing is doubled
  replayWaiting(bram.desk, ['newer'], newTally());
  expect(bram.file.rows(sql`SELECT why FROM parked`)).toHaveLength(2);
  // the version that knows: what lay parked is of today after all
  const known = canonicalJson({ ...JSON.parse(today.body), parents: [today.id], values: { 'effect.text': 'van morgen' } });
  const name = createHash('sha256').update(known).digest('hex');
  const sealed = sealEnvelope({ type: envelopeType.revision, space: sharedSpace, author: rawSignKey(anna.desk.post.publicKey) }, key, revisionContent({ body: known, at: '2030-01-01T00:00:00.000Z', signature: anna.desk.post.sign(signedPart(name, '2030-01-01T00:00:00.000Z')) }));
  bram.file.run(sql`INSERT INTO parked (id, space, why, needs, sealed) VALUES (${createHash('sha256').update(sealed).digest()}, ${sharedSpace}, 'newer', 'newer', ${sealed})`);
  replayWaiting(bram.desk, ['newer'], newTally());
  expect(openRequest(bram.desk, id).values['effect.text']).toBe('van morgen');
});

test('a carrier that lost data, or is another one, stops the exchange; going on anew sends everything again', async () => {
  const { posts: [anna], hub, sync } = together();
  createRequest(anna.desk, 'sample', {});
  await sync(anna);
  hub.generation = 'second';
  hub.envelopes.clear();
  expect(await codeOf(() => sync(anna))).toBe('hub.lost');
  startAnew(anna.desk, 'memory');
  await sync(anna);
  expect(hub.envelopes.get(sharedSpace)).toHaveLength(1);
});

test('a file that arrives while somebody types takes nothing of what was typed', async () => {
  const { posts: [anna, bram], syncAll } = together();
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'oud' });
  await syncAll();
  saveRequest(anna.desk, id, { 'effect.text': 'van Anna' });
  saveRequest(bram.desk, id, { 'effect.text': 'van Bram', 'effect.number': 3 });
  const path = `${anna.file.path}.steunpunt`;
  await writeBundle(anna.desk, path, { spaces: [{ spaceId: sharedSpace }], what: 'all' });
  expect((await readBundle(bram.desk, path)).differences).toEqual([id]);
  expect(openOf(bram.file, id)['effect.text']?.map(({ value }) => value).toSorted()).toEqual(['van Anna', 'van Bram']);
  expect(openRequest(bram.desk, id).values['effect.number']).toBe(3);
});
