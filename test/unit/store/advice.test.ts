/** Advice in the store: of a request or a question, autosaved, finalised, superseded, its proposals taken over or declined. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { listAdvices } from '../../../db/advices/advice-list.ts';
import { createAdvice, linkAdvice, openAdvice, saveAdvice } from '../../../db/advices/advices.ts';
import { decline, takeOver } from '../../../db/advices/proposals.ts';
import { readAdvice } from '../../../db/advices/read.ts';
import { adviceRevision, finaliseAdvice, nextAdviceVersion } from '../../../db/advices/versions.ts';
import { indexSaved } from '../../../db/documents/projection.ts';
import { createRequest, openRequest } from '../../../db/documents/requests.ts';
import { splitRequest } from '../../../db/documents/split.ts';
import { finaliseRequest } from '../../../db/documents/versions.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { sql } from '../../../db/file/driver.ts';
import { assertIndexMatches } from '../../../db/search/entries.ts';
import { search } from '../../../db/search/search.ts';
import { verifyTrail } from '../../../db/trail/trail.ts';
import type { AdviceChanges } from '../../../shared/domain/advice.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const positive: AdviceChanges = { outcome: 'positive', reason: 'Er zijn boten', findings: { legality: { finding: 'favourable' } } };

function advised() {
  const store = testStore();
  const { desk } = store;
  const dossier = createDossier(desk, 'Hoogwater');
  const request = createRequest(desk, 'sample', { 'effect.text': 'Mensen uit het water', 'applicant.incident': 'Hoogwater Geul' }, dossier.id);
  const { id } = createAdvice(desk, { requestId: request.id });
  const finalise = (changes: AdviceChanges = positive) => finaliseAdvice(desk, id, { seq: saveAdvice(desk, id, changes).seq });
  return { ...store, dossier, request, id, finalise };
}

test('an advice is of a request, in its dossier, or of a question before there is one; then it is linked later', async () => {
  const { desk, dossier, request, id } = advised();
  expect(listAdvices(desk, { requestId: request.id }).advices).toMatchObject([{ id, reference: 'VR24-2026-A001', title: 'Hoogwater Geul', requestReference: request.reference, dossierId: dossier.id, state: 'draft' }]);
  expect(await codeOf(() => createAdvice(desk, {}))).toBe('input.invalid');
  const asked = createAdvice(desk, { question: 'Kunnen er boten komen?' });
  expect(asked).toMatchObject({ reference: 'VR24-2026-A002', values: { subject: 'Kunnen er boten komen?' } });
  expect(listAdvices(desk, { dossierId: dossier.id }).advices.map((one) => one.id)).toEqual([id]);

  const { seq } = saveAdvice(desk, asked.id, { wishes: 'Vier boten', outcome: 'conditional', reason: 'kan', conditions: 'brandstof' });
  const finalised = finaliseAdvice(desk, asked.id, { seq });
  expect(linkAdvice(desk, asked.id, request.id)).toMatchObject({ requestId: request.id, dossierId: dossier.id, state: 'finalised', versions: finalised.versions });
  expect(listAdvices(desk, { dossierId: dossier.id }).total).toBe(2);
  expect(await codeOf(() => linkAdvice(desk, asked.id, dossier.id))).toBe('document.unknown');
  expect(linkAdvice(desk, asked.id, null)).not.toHaveProperty('requestId');
});

test('findings are saved by criterion, so that two of them are two changes; a repeat changes nothing', () => {
  const { desk, id, file } = advised();
  saveAdvice(desk, id, { findings: { legality: { finding: 'favourable' } } });
  saveAdvice(desk, id, { findings: { market: { finding: 'attention', reason: 'wie betaalt?' } }, conditions: 'brandstof' });
  const { seq } = saveAdvice(desk, id, { findings: { legality: null }, conditions: '' });
  expect(readAdvice(desk, id).values).toEqual({ findings: { market: { finding: 'attention', reason: 'wie betaalt?' } } });
  expect(saveAdvice(desk, id, { findings: { legality: null } }).seq).toBe(seq);
  expect(file.rows(sql`SELECT id FROM field WHERE document = ${id}`)).toEqual([{ id: 'findings.market' }]);
});

test('what cannot be kept is refused with its field', async () => {
  const { desk, id } = advised();
  expect(await codeOf(() => saveAdvice(desk, id, { askedAt: '2026-02-31T00:00+01:00[Europe/Amsterdam]' }))).toBe('input.invalid');
  expect(await codeOf(() => saveAdvice(desk, id, { reason: 'half \ud83d' }))).toBe('input.invalid');
  expect(await codeOf(() => saveAdvice(desk, id, { availability: [{ id: randomUUID(), capabilityId: 'nowhere', description: 'x', state: 'unknown' }] }))).toBe('reference.unknown');
  const twice = { id: randomUUID(), field: 'effect.text', value: 'x', why: '' };
  expect(await codeOf(() => saveAdvice(desk, id, { proposals: [twice, twice] }))).toBe('input.invalid');
  expect(readAdvice(desk, id)).toMatchObject({ seq: 0, values: {} });
});

test('finalising holds the advice for good; the next version supersedes it when it is finalised itself', async () => {
  const { desk, id, finalise } = advised();
  expect(await codeOf(() => finaliseAdvice(desk, id, { seq: 0 }))).toBe('document.blocked');
  expect(await codeOf(() => finaliseAdvice(desk, id, { seq: 9 }))).toBe('document.stale');
  const first = finalise();
  expect(first).toMatchObject({ state: 'finalised', versions: [{ version: 1, state: 'finalised', outcome: 'positive' }] });
  expect(await codeOf(() => saveAdvice(desk, id, { reason: 'anders' }))).toBe('document.finalised');

  expect(nextAdviceVersion(desk, id)).toMatchObject({ state: 'draft', version: 2, versions: [{ version: 1, state: 'finalised' }], values: { outcome: 'positive' } });
  expect(listAdvices(desk).advices[0]).toMatchObject({ state: 'draft', standing: { version: 1, outcome: 'positive' } });
  const second = finalise({ outcome: 'negative', reason: 'geen boten meer', findings: { legality: { finding: 'unfavourable', reason: 'x' } } });
  expect(second.versions).toMatchObject([{ version: 2, state: 'finalised', outcome: 'negative' }, { version: 1, state: 'superseded', outcome: 'positive' }]);
  expect(adviceRevision(desk, id, first.versions[0]?.revisionId ?? '').values).toEqual(first.values);
  expect(await codeOf(() => adviceRevision(desk, id, 'a'.repeat(64)))).toBe('document.unknown');
  expect(verifyTrail(desk.file).ok).toBe(true);
});

test('a proposal keeps who proposed it and when, until its words change', () => {
  const { desk, id } = advised();
  const one = { id: randomUUID(), field: 'effect.text', value: 'Alle mensen', why: 'effect' };
  saveAdvice(desk, id, { proposals: [one] });
  const [held] = readAdvice(desk, id).values.proposals ?? [];
  expect(held).toMatchObject({ ...one, by: { post: 'Proefpost', function: 'rmoa' } });
  saveAdvice(desk, id, { proposals: [one, { id: randomUUID(), field: 'effect.priority', value: 'high', why: '' }] });
  expect(readAdvice(desk, id).values.proposals?.[0]).toEqual(held);
  saveAdvice(desk, id, { proposals: [{ ...one, by: { post: 'Een ander', function: 'planner' }, at: '2020-01-01T00:00:00.000Z', why: 'beter effect' }] });
  const [changed] = readAdvice(desk, id).values.proposals ?? [];
  expect(changed?.by.post).toBe('Proefpost');
  expect(changed?.at).not.toBe(held?.at);
});

test('a proposal is taken over into the draft in one transaction, from a finalised advice too, and once', async () => {
  const { desk, file, request, id, finalise } = advised();
  const [text, nothing, wrong] = [randomUUID(), randomUUID(), randomUUID()];
  finalise({
    ...positive,
    proposals: [
      { id: text, field: 'effect.text', value: 'Alle mensen uit het water', why: 'effect' },
      { id: nothing, field: 'applicant.incident', value: null, why: 'staat elders' },
      { id: wrong, field: 'no.field', value: 'x', why: 'bestaat niet' },
    ],
  });
  const commits = file.commits();
  const { advice, touched } = takeOver(desk, id, text);
  expect(file.commits()).toBe(commits + 1);
  expect(openRequest(desk, request.id).values['effect.text']).toBe('Alle mensen uit het water');
  expect(touched.map((one) => one.id)).toEqual([request.id]);
  expect(advice).toMatchObject({ state: 'finalised', answers: [{ proposalId: text, answer: 'takenOver', by: { post: 'Proefpost' } }] });
  expect(takeOver(desk, id, text).touched).toEqual([]);
  expect(readAdvice(desk, id).answers).toHaveLength(1);
  takeOver(desk, id, nothing);
  expect(openRequest(desk, request.id).values).not.toHaveProperty('applicant.incident');

  const before = file.rows(sql`SELECT * FROM field`);
  expect(await codeOf(() => takeOver(desk, id, wrong))).toBe('input.invalid');
  expect(await codeOf(() => takeOver(desk, id, randomUUID()))).toBe('entry.unknown');
  expect(await codeOf(() => decline(desk, id, text, undefined))).toBe('input.invalid');
  expect(decline(desk, id, wrong, 'veld bestaat niet').answers).toMatchObject([{ answer: 'takenOver' }, { answer: 'takenOver' }, { answer: 'declined', reason: 'veld bestaat niet' }]);
  expect(file.rows(sql`SELECT * FROM field`)).toEqual(before);
  expect(listAdvices(desk).advices[0]?.openProposals).toBe(0);
});

test('nothing is taken over into a finalised request, nor where there is no request; a group follows', async () => {
  const { desk, request, id, finalise } = advised();
  const proposals = [{ id: randomUUID(), field: 'effect.text', value: 'Alle mensen', why: 'effect' }];
  finalise({ ...positive, proposals });
  const { members } = splitRequest(desk, request.id, ['GM0994', 'GM0935']);
  expect(takeOver(desk, id, proposals[0]?.id ?? '').touched.map((one) => one.id)).toEqual(members);
  expect(members.map((member) => openRequest(desk, member).values['effect.text'])).toEqual(['Alle mensen', 'Alle mensen']);

  const other = createAdvice(desk, { question: 'Vraag' });
  const proposal = { id: randomUUID(), field: 'effect.text', value: 'Anders', why: 'x' };
  saveAdvice(desk, other.id, { proposals: [proposal] });
  expect(await codeOf(() => takeOver(desk, other.id, proposal.id))).toBe('input.invalid');
  linkAdvice(desk, other.id, request.id);
  finaliseRequest(desk, request.id, { seq: openRequest(desk, request.id).seq, despite: 'voor de proef is dit genoeg' });
  expect(await codeOf(() => takeOver(desk, other.id, proposal.id))).toBe('document.finalised');
  expect(readAdvice(desk, other.id).answers).toEqual([]);
});

test('opening an advice tells what is missing, and what the assessment of its request proposes without writing it', () => {
  const { desk, id } = advised();
  const bare = createRequest(desk, 'sample', {});
  linkAdvice(desk, id, bare.id);
  const opened = openAdvice(desk, id);
  expect(opened.findings).toMatchObject([{ messageId: 'checks.advice.outcome', outcome: 'blocks' }, { messageId: 'checks.advice.criterionOpen', field: 'findings.legality' }]);
  expect(opened.suggestions).toMatchObject([{ criterionId: 'legality', finding: 'unfavourable', reasons: [{ messageId: 'checks.required.empty' }] }, { criterionId: 'market', finding: 'notApplicable', reasons: [] }]);
  expect(opened.advice.values).toEqual({});
});

test('an advice is found by what it says, by its reference and by the reference of its request', () => {
  const { desk, file, request, id } = advised();
  saveAdvice(desk, id, { reason: 'Zonder waterschap geen brandstofdepot' });
  const find = (text: string): string[] => {
    indexSaved(file, desk.reference);
    return search(file, { text, kinds: ['advice'] }).hits.map(({ ref }) => ref);
  };
  expect(find('brandstofdepot')).toEqual([id]);
  expect(find('VR24-2026-A001')).toEqual([id]);
  expect(find('Hoogwater Geul')).toEqual([id]);
  expect(search(file, { text: 'brandstofdepot' }).hits[0]).toMatchObject({ kind: 'advice', subtitle: { nl: `VR24-2026-A001 · ${request.reference}` } });
  assertIndexMatches(file);
});
