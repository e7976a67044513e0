/** A document that is wanted in another space is copied there and names its origin, also on a post that does not hold the original. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAdvice, saveAdvice } from '../../../db/advices/advices.ts';
import { copyAdvice } from '../../../db/advices/copy-advice.ts';
import { readAdvice } from '../../../db/advices/read.ts';
import { duplicateRequest } from '../../../db/documents/copies.ts';
import { listRequests } from '../../../db/documents/request-list.ts';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { homeSpace } from '../../../db/documents/spaces.ts';
import { viewOf } from '../../../db/documents/view.ts';
import { attach, attachmentContent, attachmentsOf } from '../../../db/dossiers/attachments.ts';
import { copyDossier } from '../../../db/dossiers/copy-dossier.ts';
import { createDossier, readDossier, saveDossier } from '../../../db/dossiers/dossiers.ts';
import { logOf, writeEntry } from '../../../db/dossiers/log.ts';
import { exchange } from '../../../db/exchange/run.ts';
import { makeSpace } from '../../../db/exchange/spaces.ts';
import { newTally, reportOf } from '../../../db/exchange/tally.ts';
import { verifyStore } from '../../../db/exchange/verify.ts';
import { sql } from '../../../db/file/driver.ts';
import type { RequestQuery } from '../../../shared/domain/listing.ts';
import { type ExchangePost, exchangePosts, sharedSpace } from '../../helpers/exchange-posts.ts';
import { memoryCarrier, memoryHub } from '../../helpers/memory-carrier.ts';
import { codeOf } from '../../helpers/store.ts';

/** Anna's documents lie in a space of her own; the other one she shares with Bram. */
function apart() {
  const { posts, close } = exchangePosts(2);
  const folder = mkdtempSync(join(tmpdir(), 'steunpunt-copies-'));
  onTestFinished(() => {
    close();
    rmSync(folder, { recursive: true });
  });
  const [anna, bram] = posts as [ExchangePost, ExchangePost];
  const hub = memoryHub();
  const own = makeSpace(anna.desk, { kind: 'command', name: 'RMC Zuid' }).id;
  const sync = async (...some: ExchangePost[]) => {
    let tally = newTally();
    for (const { desk } of some) await exchange(desk, memoryCarrier(hub), sharedSpace, { tally: (tally = newTally()) });
    return reportOf(tally, true);
  };
  return { anna, bram, own, sync, folder };
}

test('a dossier takes its log and its files along, and says on another post what it was made of, also after that post wrote in it', async () => {
  const { anna, bram, own, sync, folder } = apart();
  const { id, reference } = createDossier(anna.desk, 'Hoogwater', [{ regionCode: 'VR24', grip: 'grip2' }], own);
  const wrong = writeEntry(anna.desk, id, { text: 'Dijk breekt om 3 uur', kind: 'entry' }).entry;
  writeEntry(anna.desk, id, { text: 'Dijk breekt om 4 uur', kind: 'call', corrects: wrong.id });
  const path = join(folder, 'waterstand.txt');
  writeFileSync(path, 'NAP 46,20 m');
  await attach(anna.desk, id, path);
  anna.file.run(sql`INSERT INTO blob (sha256, bytes) VALUES (${'0'.repeat(64)}, 5)`);
  anna.file.run(sql`INSERT INTO attachment (id, dossier, name, media_type, blob, added_at, author) SELECT ${crypto.randomUUID()}, dossier, 'later.txt', media_type, ${'0'.repeat(64)}, added_at, author FROM attachment`);
  createRequest(anna.desk, 'sample', { 'effect.text': 'blijft' }, id);
  saveDossier(anna.desk, id, { closed: true });
  const copy = copyDossier(anna.desk, id, sharedSpace);
  const origin = { id, reference, space: 'RMC Zuid' };
  expect(copy).toMatchObject({ spaceId: sharedSpace, origin, values: { title: 'Hoogwater', regions: [{ regionCode: 'VR24', grip: 'grip2' }] } });
  expect(copy.values.closed).toBeUndefined();

  await sync(anna, bram);
  expect(await codeOf(() => readDossier(bram.desk, id))).toBe('document.unknown');
  expect(readDossier(bram.desk, copy.id)).toMatchObject({ origin });
  for (const { desk } of [anna, bram]) {
    const [first, second] = logOf(desk, copy.id);
    expect(first).toMatchObject({ text: wrong.text, at: wrong.at, writtenAt: wrong.writtenAt, author: wrong.author, copiedBy: { post: anna.desk.post.identity.name }, correctedBy: second?.id });
    expect(second).toMatchObject({ kind: 'call', corrects: first?.id });
    const [held, ...more] = attachmentsOf(desk.file, copy.id);
    expect(more).toEqual([]);
    expect(Buffer.from(attachmentContent(desk, copy.id, held?.id ?? '').bytes).toString()).toBe('NAP 46,20 m');
  }
  saveDossier(bram.desk, copy.id, { title: 'Hoogwater Maas' });
  await sync(bram, anna);
  expect(readDossier(anna.desk, copy.id)).toMatchObject({ origin, values: { title: 'Hoogwater Maas' } });
  expect(readDossier(bram.desk, copy.id)).toMatchObject({ origin });
  expect(readDossier(anna.desk, id)).toMatchObject({ values: { title: 'Hoogwater', closed: true } });
  expect([anna, bram].map(({ desk }) => verifyStore(desk).problems)).toEqual([[], []]);
});

test('an advice says all that it said, of no request and with the name of the one it was of; a request names its origin too', async () => {
  const { anna, bram, own, sync } = apart();
  const request = createRequest(anna.desk, 'sample', { 'effect.text': 'Dijk versterken', 'applicant.incident': 'Geul' }, undefined, own);
  const advice = createAdvice(anna.desk, { requestId: request.id });
  const proposals = [{ id: '0197a000-0000-7000-8000-000000000001', field: 'effect.text', value: 'Zandzakken', why: 'sneller' }];
  saveAdvice(anna.desk, advice.id, { outcome: 'conditional', conditions: 'alleen overdag', proposals, findings: { proportional: { finding: 'attention', reason: 'ruim' } } });
  const copies = { advice: copyAdvice(anna.desk, advice.id, sharedSpace), request: duplicateRequest(anna.desk, request.id, sharedSpace) };
  const { subject, ...rest } = copies.advice.values;
  expect(rest).toEqual(readAdvice(anna.desk, advice.id).values);
  expect(subject).toBe('Geul');
  expect(copies.advice).toMatchObject({ state: 'draft', version: 1, origin: { reference: advice.reference, space: 'RMC Zuid' } });
  expect(copies.advice.requestId).toBeUndefined();

  await sync(anna, bram);
  expect(readAdvice(bram.desk, copies.advice.id).origin).toEqual(copies.advice.origin);
  expect(openRequest(bram.desk, copies.request.id).origin).toEqual({ id: request.id, reference: request.reference, space: 'RMC Zuid' });
  // apart in one field: the merge keeps the origin as well
  saveRequest(anna.desk, copies.request.id, { 'effect.text': 'van Anna' });
  saveRequest(bram.desk, copies.request.id, { 'effect.text': 'van Bram' });
  await sync(anna, bram, anna);
  for (const { desk } of [anna, bram]) expect(openRequest(desk, copies.request.id).origin?.reference).toBe(request.reference);
  // in the same space only the reference says something
  expect(duplicateRequest(anna.desk, request.id).origin).toEqual({ id: request.id, reference: request.reference });
});

test('nothing of an exercise becomes operational, whatever kind it is; where a post only reads nothing is copied to', async () => {
  const { anna } = apart();
  const exercise = makeSpace(anna.desk, { kind: 'exercise', name: 'Waterwolf' }).id;
  const dossier = createDossier(anna.desk, 'Gespeeld', [], exercise);
  const advice = createAdvice(anna.desk, { question: 'Kan dit?', dossierId: dossier.id });
  expect(await codeOf(() => copyDossier(anna.desk, dossier.id, sharedSpace))).toBe('space.exercise');
  expect(await codeOf(() => copyAdvice(anna.desk, advice.id, sharedSpace))).toBe('space.exercise');
  expect(copyDossier(anna.desk, createDossier(anna.desk, 'Echt').id, exercise).reference).toMatch(/^OEF-/);
  const read = makeSpace(anna.desk, { kind: 'command', name: 'Alleen lezen' }).id;
  anna.file.run(sql`UPDATE space SET standing = 'reader' WHERE id = ${read}`);
  expect(await codeOf(() => copyDossier(anna.desk, createDossier(anna.desk, 'Hier', [], homeSpace(anna.file).id).id, read))).toBe('space.role');
});

test('what a post may only read it copies to where its new documents go, lists apart from what it writes, and says when nothing new can be made', async () => {
  const { anna, own } = apart();
  const request = createRequest(anna.desk, 'sample', { 'effect.text': 'Boten' }, undefined, own);
  const written = createRequest(anna.desk, 'sample', { 'effect.text': 'Vlotten' });
  anna.file.run(sql`UPDATE space SET standing = 'reader' WHERE id = ${own}`);
  expect(duplicateRequest(anna.desk, request.id)).toMatchObject({ spaceId: homeSpace(anna.file).id, origin: { reference: request.reference, space: 'RMC Zuid' } });
  const listed = (query: RequestQuery) => listRequests(anna.desk, query).requests.map(({ id }) => id);
  expect(listed({ spaceId: own })).toEqual([request.id]);
  expect(listed({ writable: true })).not.toContain(request.id);
  expect(listed({ writable: true })).toContain(written.id);
  expect(viewOf(anna.file)).toEqual({ kind: 'operational' });
  anna.file.run(sql`UPDATE space SET standing = 'removed' WHERE home = 1`);
  expect(viewOf(anna.file)).toEqual({ kind: 'operational', readOnly: 'outside' });
  expect(await codeOf(() => duplicateRequest(anna.desk, request.id))).toBe('space.role');
});
