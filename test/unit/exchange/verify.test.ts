/** What `npm run verify` finds: nothing in a store that is whole, and each thing that was tampered with by its name. */
import { expect, onTestFinished, test } from 'vitest';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { openOf } from '../../../db/documents/open-differences.ts';
import { compareRevisions, historyOf, showRevision } from '../../../db/documents/history.ts';
import { reviseRequest } from '../../../db/documents/versions.ts';
import { createAdvice, saveAdvice } from '../../../db/advices/advices.ts';
import { readAdvice } from '../../../db/advices/read.ts';
import { finaliseAdvice } from '../../../db/advices/versions.ts';
import { nextAdviceWithProposals } from '../../../db/exchange/next-version.ts';
import { bringBack } from '../../../db/exchange/bring-back.ts';
import { decide, listDifferences, openDifference } from '../../../db/exchange/differences.ts';
import { exchange } from '../../../db/exchange/run.ts';
import { newTally } from '../../../db/exchange/tally.ts';
import { verifyStore } from '../../../db/exchange/verify.ts';
import { createDossier, saveDossier } from '../../../db/dossiers/dossiers.ts';
import { writeEntry } from '../../../db/dossiers/log.ts';
import { type Sql, sql } from '../../../db/file/driver.ts';
import { codeOf, testStore } from '../../helpers/store.ts';
import { type ExchangePost, agreed, exchangePosts, sharedSpace } from '../../helpers/exchange-posts.ts';
import { memoryCarrier, memoryHub } from '../../helpers/memory-carrier.ts';

function apart() {
  const { posts, close } = exchangePosts(2);
  onTestFinished(close);
  const hub = memoryHub();
  const syncAll = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) for (const post of posts) await exchange(post.desk, memoryCarrier(hub), sharedSpace, { tally: newTally() });
  };
  return { posts: posts as [ExchangePost, ExchangePost], syncAll };
}

async function differing() {
  const { posts: [anna, bram], syncAll } = apart();
  const dossier = createDossier(anna.desk, 'Hoogwater');
  writeEntry(anna.desk, dossier.id, { text: 'begonnen', kind: 'entry' });
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'oud', 'effect.number': 70 }, dossier.id);
  await syncAll();
  saveRequest(anna.desk, id, { 'effect.number': 100, 'applicant.incident': 'Geul' });
  saveRequest(bram.desk, id, { 'effect.number': 85, 'effect.text': 'nieuw' });
  await syncAll();
  return { anna, bram, id, syncAll };
}

test('a store that is whole is right in everything, and is left as it was', async () => {
  const { anna } = await differing();
  const before = JSON.stringify(agreed(anna.file));
  const { checked, problems } = verifyStore(anna.desk);
  expect(problems).toEqual([]);
  expect(checked.revisions).toBeGreaterThan(5);
  expect(checked.statements).toBe(2);
  expect(checked.envelopes).toBe(checked.revisions);
  expect(JSON.stringify(agreed(anna.file))).toBe(before);
});

test.each<[string, Sql, RegExp]>([
  ['a field', sql`UPDATE field SET json = '"anders"' WHERE id = 'effect.text'`, /fields of a document/],
  ['a head', sql`DELETE FROM head`, /heads/],
  ['what stands open', sql`DELETE FROM open_difference`, /stands open/],
  ['a title', sql`UPDATE request_summary SET title = 'anders'`, /made anew/],
  ['an entry of the log', sql`DELETE FROM log_entry`, /made anew/],
  ['an envelope', sql`UPDATE envelope SET ref = (SELECT ref FROM envelope ORDER BY seq LIMIT 1)`, /envelope/],
  ['a statement', sql`UPDATE statement SET json = replace(json, '"editor"', '"keeper"')`, /chain/],
])('%s that was changed behind its back is named', async (_, change, named) => {
  const { anna } = await differing();
  anna.file.run(change);
  expect(verifyStore(anna.desk).problems.map(({ what }) => what).join('\n')).toMatch(named);
});

test('a person sees both values with who wrote them, what was joined, and decides; the decision reaches the other post', async () => {
  const { anna, bram, id, syncAll } = await differing();
  expect(listDifferences(bram.desk)).toMatchObject([{ documentId: id, state: 'open', count: 1 }]);
  const detail = openDifference(anna.desk, id);
  expect(detail.open).toMatchObject([{ path: 'effect.number', before: 70, label: { nl: 'effect.number' } }]);
  expect(detail.open[0]?.candidates.map(({ value, author }) => [value, author?.post]).toSorted()).toEqual([[100, 'ZL-01'], [85, 'ZL-02']]);
  expect(detail.merged.map(({ path, becomes, from }) => [path, becomes, from?.post]).toSorted()).toEqual([['applicant.incident', 'Geul', 'ZL-01'], ['effect.text', 'nieuw', 'ZL-02']]);
  expect(await codeOf(() => decide(anna.desk, id, detail.seq - 1, [{ path: 'effect.number', value: 85 }]))).toBe('document.stale');
  expect(await codeOf(() => decide(anna.desk, id, detail.seq, [{ path: 'effect.text', value: 'x' }]))).toBe('entry.unknown');
  expect(await codeOf(() => decide(anna.desk, id, detail.seq, [{ path: 'effect.number', value: 'veel' }]))).toBe('input.invalid');
  expect(decide(anna.desk, id, detail.seq, [{ path: 'effect.number', value: 90 }]).left).toBe(0);
  await syncAll();
  expect(openRequest(bram.desk, id).values['effect.number']).toBe(90);
  expect(openOf(bram.file, id)).toEqual({});
  expect(listDifferences(bram.desk)).toEqual([]);
  // all that was said before is still there
  const said = historyOf(bram.desk, id).entries.map((entry) => showRevision(bram.desk, id, entry.id).values['effect.number']);
  expect(new Set(said)).toEqual(new Set([70, 100, 85, 90]));
  expect(historyOf(bram.desk, id).entries.filter(({ merged }) => merged)).toHaveLength(1);
});

test('two decisions apart are a difference again', async () => {
  const { anna, bram, id, syncAll } = await differing();
  decide(anna.desk, id, openRequest(anna.desk, id).seq, [{ path: 'effect.number', value: 100 }]);
  decide(bram.desk, id, openRequest(bram.desk, id).seq, [{ path: 'effect.number', value: 85 }]);
  await syncAll();
  expect(openOf(anna.file, id)['effect.number']?.map(({ value }) => value).toSorted()).toEqual([100, 85]);
  expect(agreed(anna.file)).toEqual(agreed(bram.file));
});

test('any revision is compared word by word and brought back as a new one', async () => {
  const { desk } = testStore();
  const { id } = createRequest(desk, 'sample', { 'effect.text': 'Dijk versterken bij Valkenburg' });
  const first = reviseRequest(desk, id);
  saveRequest(desk, id, { 'effect.text': 'Dijk bewaken bij Valkenburg', 'effect.number': 3 });
  const second = reviseRequest(desk, id);
  const changes = compareRevisions(desk, id, first.id, second.id);
  expect(changes.map(({ field, kind }) => [field, kind])).toEqual([['effect.text', 'changed'], ['effect.number', 'added']]);
  expect(changes[0]?.words?.filter(({ kind }) => kind !== 'same').map(({ item }) => item.trim())).toEqual(['versterken', 'bewaken']);
  const { seq } = openRequest(desk, id);
  expect(await codeOf(() => bringBack(desk, id, first.id, seq + 1))).toBe('document.stale');
  bringBack(desk, id, first.id, seq);
  expect(openRequest(desk, id).values).toMatchObject({ 'effect.text': 'Dijk versterken bij Valkenburg' });
  expect(openRequest(desk, id).values['effect.number']).toBeUndefined();
  const third = reviseRequest(desk, id);
  expect(historyOf(desk, id).entries.map((entry) => entry.id)).toEqual([third.id, second.id, first.id]);
  expect(compareRevisions(desk, id, first.id, undefined)).toEqual([]);
});

test('the history says who made what, with which packs and by which key; what was typed before a revision came back is a revision too', () => {
  const { desk } = testStore();
  const { id } = createRequest(desk, 'sample', { 'effect.text': 'eerst' });
  const first = reviseRequest(desk, id);
  saveRequest(desk, id, { 'effect.text': 'getypt, nog geen revisie' });
  const before = historyOf(desk, id);
  expect(before).toMatchObject({ kind: 'request', templateId: 'sample', state: 'draft', ahead: true, entries: [{ signer: desk.post.fingerprint, packVersions: desk.reference.packVersions, head: true, merged: false }] });
  bringBack(desk, id, first.id, before.seq);
  const { entries, ahead } = historyOf(desk, id);
  expect(ahead).toBe(false);
  expect(entries.map((entry) => showRevision(desk, id, entry.id).values['effect.text'])).toEqual(['eerst', 'getypt, nog geen revisie', 'eerst']);
  // nothing to bring back makes no revision
  bringBack(desk, id, first.id, historyOf(desk, id).seq);
  expect(historyOf(desk, id).entries).toHaveLength(3);
});

test('what somebody types in a field that stands open is a value to choose beside the others, by name once it is a revision', async () => {
  const { anna, bram, id, syncAll } = await differing();
  saveRequest(anna.desk, id, { 'effect.number': 90 });
  const typed = openDifference(anna.desk, id).open[0]?.candidates ?? [];
  expect(typed.map(({ value }) => value).toSorted()).toEqual([100, 85, 90]);
  expect(typed.find(({ value }) => value === 90)?.revision).toBeUndefined();
  await syncAll();
  expect(openDifference(bram.desk, id).open[0]?.candidates.find(({ value }) => value === 90)?.author?.post).toBe('ZL-01');
});

test('a name of a dossier that two posts changed is decided; one that no dossier could have is refused', async () => {
  const { posts: [anna, bram], syncAll } = apart();
  const { id } = createDossier(anna.desk, 'Hoogwater');
  await syncAll();
  saveDossier(anna.desk, id, { title: 'Hoogwater Geul' });
  saveDossier(bram.desk, id, { title: 'Overstroming' });
  await syncAll();
  const detail = openDifference(bram.desk, id);
  expect(detail).toMatchObject({ kind: 'dossier', ancestor: { number: 1 }, open: [{ path: 'title', type: 'text', label: { nl: 'Naam van het incident' } }] });
  expect(await codeOf(() => decide(bram.desk, id, detail.seq, [{ path: 'title', value: 'x'.repeat(501) }]))).toBe('input.invalid');
  decide(bram.desk, id, detail.seq, [{ path: 'title', value: 'Overstroming Geul' }]);
  await syncAll();
  expect(listDifferences(anna.desk)).toEqual([]);
  expect(historyOf(anna.desk, id)).toMatchObject({ kind: 'dossier', title: 'Overstroming Geul' });
});

test('an advice that was written on while another post finalised it goes into its next version', async () => {
  const { posts: [anna, bram], syncAll } = apart();
  const { id } = createAdvice(anna.desk, { question: 'Helikopters' });
  saveAdvice(anna.desk, id, { wishes: 'Blussen' });
  await syncAll();
  finaliseAdvice(anna.desk, id, { seq: readAdvice(anna.desk, id).seq, despite: 'haast' });
  saveAdvice(bram.desk, id, { wishes: 'Blussen en redden' });
  await syncAll();
  const [proposal] = openDifference(anna.desk, id).proposals;
  expect(proposal).toMatchObject({ author: { post: 'ZL-02' }, state: 'draft', version: 1 });
  expect(compareRevisions(anna.desk, id, proposal?.ancestor ?? '', proposal?.revision).map(({ field, words }) => [field, words?.filter(({ kind }) => kind === 'added').map(({ item }) => item)])).toEqual([['wishes', ['Blussen ', 'en ', 'redden']]]);
  expect(nextAdviceWithProposals(anna.desk, id)).toMatchObject({ state: 'draft', version: 2, values: { wishes: 'Blussen en redden' } });
  expect(listDifferences(anna.desk)).toEqual([]);
});
