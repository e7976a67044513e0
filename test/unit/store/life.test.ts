/** The life of a request in the store: steps that are only added, told in the order in which they happened, refused with a reason. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAdvice, saveAdvice } from '../../../db/advices/advices.ts';
import { finaliseAdvice } from '../../../db/advices/versions.ts';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { finaliseRequest, nextVersion } from '../../../db/documents/versions.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { logOf, writeEntry } from '../../../db/dossiers/log.ts';
import { sql } from '../../../db/file/driver.ts';
import { announce, announcementsOf } from '../../../db/life/announcements.ts';
import { openLife } from '../../../db/life/life.ts';
import { lifeOverview } from '../../../db/life/overview.ts';
import { recordStep } from '../../../db/life/steps.ts';
import { verifyTrail } from '../../../db/trail/trail.ts';
import type { LifeStep, NewLifeStep } from '../../../shared/domain/life.ts';
import { AppError } from '../../../shared/errors.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const line = '018f0000-0000-7000-8000-000000000001';
/** the clock of the store stands at 02:22 in the Netherlands; these happened the evening before */
const at = (minute: number): string => `2026-11-21T21:${String(minute).padStart(2, '0')}+01:00[Europe/Amsterdam]`;

function drafted() {
  const store = testStore();
  const { desk } = store;
  const { id } = createRequest(desk, 'sample', {
    'effect.text': 'Mensen uit het water',
    'effect.period': { start: '2026-11-22T00:00+01:00[Europe/Amsterdam]', end: '2026-11-22T01:00+01:00[Europe/Amsterdam]' },
    'capabilities.lines': [{ id: line, capabilityId: 'boats', description: 'Boten', quantity: 6, unit: 'boten' }],
  });
  const record = (minute: number, kind: NewLifeStep['kind'], more: Partial<NewLifeStep> = {}): LifeStep => recordStep(desk, id, { id: randomUUID(), kind, at: at(minute), ...more }).step;
  const finalise = (): void => void finaliseRequest(desk, id, { seq: openRequest(desk, id).seq, despite: 'voor de proef is dit genoeg' });
  const reasonOf = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      return error instanceof AppError && error.code === 'step.impossible' ? error.details?.['reason'] : error;
    }
    return 'recorded';
  };
  return { ...store, id, record, finalise, reasonOf };
}

test('a request goes from pre-announcement to settled, with its lines, its money and its tasks counted', () => {
  const { desk, id, record, finalise } = drafted();
  const { announcement } = announce(desk, { id: randomUUID(), at: at(0), text: 'Er komt een verzoek om boten', by: 'Crisiscoördinator' });
  record(0, 'preAnnouncement', { announcement: announcement.id, by: 'Crisiscoördinator' });
  expect(openLife(desk, id)).toMatchObject({ state: 'draft', tasks: [] });
  record(1, 'oralRequest', { by: 'Piket LOCC' });
  expect(openLife(desk, id)).toMatchObject({ state: 'askedOrally', tasks: [{ kind: 'paperMustFollow', since: '2026-11-21T20:01:00.000Z' }, { kind: 'decisionAwaited' }] });
  finalise();
  expect(record(2, 'sent', { carrier: 'mail', addressee: 'LOCC' })).toMatchObject({ version: 1, carrier: 'mail', addressee: 'LOCC' });
  record(3, 'receivedByLocc');
  record(4, 'inDecision');
  record(5, 'grantedInPart', { reason: 'no-capacity', lines: [{ lineId: line, quantity: 4 }] });
  record(6, 'deployed');
  expect(openLife(desk, id)).toMatchObject({ state: 'deployed', tasks: [{ kind: 'endPassed', since: '2026-11-22T00:00:00.000Z' }], lines: [{ asked: 6, granted: 4, deployed: 4 }] });
  record(7, 'expenditure', { expenditure: { euros: 1200.1, hours: 16, people: 12 } });
  record(8, 'expenditure', { expenditure: { euros: 0.2, people: 9 } });
  record(9, 'ended');
  expect(openLife(desk, id).tasks.map(({ kind }) => kind)).toEqual(['notReturned', 'settlementOpen']);
  record(10, 'returned');
  record(11, 'settled');
  expect(openLife(desk, id)).toMatchObject({ state: 'settled', tasks: [], lines: [{ asked: 6, granted: 4, deployed: 4, returned: 4 }], totals: { euros: 1200.3, hours: 16, people: 12 } });
  expect(announcementsOf(desk)).toMatchObject([{ reference: 'VR24-2026-V001', requests: [{ id }] }]);
  expect(verifyTrail(desk.file).ok).toBe(true);
});

test('a step that cannot be there is refused with its reason, and nothing changes', async () => {
  const { desk, file, id, record, finalise, reasonOf } = drafted();
  const kept = (): unknown => [file.rows(sql`SELECT * FROM life_step ORDER BY revision`), openRequest(desk, id)];
  const before = kept();
  expect(reasonOf(() => record(1, 'sent'))).toBe('notFinalised');
  expect(reasonOf(() => record(1, 'granted'))).toBe('notAskedYet');
  expect(reasonOf(() => record(1, 'deployed'))).toBe('notGrantedYet');
  expect(reasonOf(() => recordStep(desk, id, { id: randomUUID(), kind: 'oralRequest', at: '2027-01-01T00:00+01:00[Europe/Amsterdam]' }))).toBe('future');
  expect(kept()).toEqual(before);

  finalise();
  record(5, 'sent');
  record(10, 'granted');
  expect(reasonOf(() => record(11, 'granted'))).toBe('alreadyDecided');
  expect(reasonOf(() => record(12, 'settled'))).toBe('notEndedYet');
  expect(reasonOf(() => record(4, 'inDecision'))).toBe('notAskedYet');
  expect(reasonOf(() => record(7, 'withdrawn', { reason: 'need-lapsed' }))).toBe('laterSteps');
  record(12, 'deployed', { lines: [{ lineId: line, quantity: 2 }] });
  expect(reasonOf(() => record(13, 'returned', { lines: [{ lineId: line, quantity: 3 }] }))).toBe('moreReturned');
  expect(reasonOf(() => record(13, 'lapsed'))).toBe('running');

  expect(await codeOf(() => record(13, 'ended', { reason: 'nowhere' }))).toBe('reference.unknown');
  expect(await codeOf(() => record(13, 'ended', { reason: 'no-capacity' }))).toBe('input.invalid');
  expect(await codeOf(() => record(13, 'returned', { lines: [{ lineId: randomUUID(), quantity: 1 }] }))).toBe('input.invalid');
  expect(await codeOf(() => record(13, 'retraction', { corrects: 'a'.repeat(64) }))).toBe('entry.unknown');
  expect(await codeOf(() => record(13, 'retraction'))).toBe('input.invalid');
  expect(await codeOf(() => record(13, 'expenditure'))).toBe('input.invalid');
  expect(await codeOf(() => record(13, 'extension', { version: 2 }))).toBe('input.invalid');
  expect(await codeOf(() => recordStep(desk, id, { id: randomUUID(), kind: 'ended', at: '2026-02-31T00:00+01:00[Europe/Amsterdam]' }))).toBe('input.invalid');
  expect(openLife(desk, id)).toMatchObject({ state: 'deployed', steps: [{ kind: 'sent' }, { kind: 'granted' }, { kind: 'deployed' }] });
});

test('a step is put right by a new one that names it; both stay, and what was signed never changes', () => {
  const { desk, file, id, record, finalise, reasonOf } = drafted();
  finalise();
  const sent = record(5, 'sent');
  const wrong = record(6, 'rejected', { reason: 'no-capacity' });
  const bodies = (): string[] => file.rows<{ body: string }>(sql`SELECT body FROM revision ORDER BY document, number`).map(({ body }) => body);
  const before = bodies();
  const right = record(7, 'granted', { corrects: wrong.revisionId, remark: 'Verkeerd verstaan: het is toegezegd' });
  expect(openLife(desk, id)).toMatchObject({ state: 'granted', steps: [{ revisionId: sent.revisionId }, { revisionId: wrong.revisionId, correctedBy: right.revisionId }, { revisionId: right.revisionId, corrects: wrong.revisionId }] });
  expect(bodies().filter((body) => before.includes(body))).toEqual(before);
  expect(reasonOf(() => record(8, 'rejected', { corrects: wrong.revisionId }))).toBe('corrected');

  const back = record(9, 'retraction', { corrects: right.revisionId });
  expect(openLife(desk, id)).toMatchObject({ state: 'rejected', comparison: { decision: 'rejected', reason: 'no-capacity' } });
  record(9, 'retraction', { corrects: back.revisionId });
  expect(openLife(desk, id).state).toBe('granted');
});

test('recording a step twice gives the step that is there, also under another request', async () => {
  const { desk, id, finalise } = drafted();
  finalise();
  const step: NewLifeStep = { id: randomUUID(), kind: 'sent', at: at(3), addressee: 'LOCC' };
  const first = recordStep(desk, id, step).step;
  expect(recordStep(desk, id, step).step).toEqual(first);
  expect(openLife(desk, id).steps).toHaveLength(1);
  const other = createRequest(desk, 'sample', {});
  expect(await codeOf(() => recordStep(desk, other.id, step))).toBe('input.invalid');
});

test('what is recorded afterwards stands where it happened', () => {
  const { desk, id, record, finalise } = drafted();
  finalise();
  record(20, 'sent');
  record(30, 'granted');
  record(10, 'oralRequest', { by: 'Piket LOCC' });
  record(25, 'receivedByLocc');
  expect(openLife(desk, id)).toMatchObject({ state: 'granted', steps: [{ kind: 'oralRequest' }, { kind: 'sent' }, { kind: 'receivedByLocc' }, { kind: 'granted' }], tasks: [{ kind: 'startPassed' }] });
});

test('an extension names its version, the one before it and what differs, and leaves the state until it is decided', () => {
  const { desk, id, record, finalise } = drafted();
  finalise();
  record(1, 'sent');
  record(2, 'granted');
  record(3, 'deployed');
  const spoken = record(4, 'extension', { by: 'Operationeel leider' });
  expect(openLife(desk, id).tasks.map(({ kind }) => kind)).toEqual(['paperMustFollow', 'amendmentAwaited', 'endPassed']);
  nextVersion(desk, id);
  saveRequest(desk, id, { 'effect.period': { start: '2026-11-22T00:00+01:00[Europe/Amsterdam]', end: '2026-11-24T00:00+01:00[Europe/Amsterdam]' } });
  finalise();
  const written = record(5, 'extension', { corrects: spoken.revisionId, version: 2, until: '2026-11-24T00:00+01:00[Europe/Amsterdam]' });
  expect(openLife(desk, id)).toMatchObject({
    state: 'deployed',
    tasks: [{ kind: 'amendmentAwaited' }],
    amendments: [{ step: written.revisionId, kind: 'extension', version: 2, former: 1, fields: ['effect.period'] }],
  });
  record(6, 'sent');
  record(7, 'granted', { until: '2026-11-23T00:00+01:00[Europe/Amsterdam]' });
  expect(openLife(desk, id)).toMatchObject({ state: 'deployed', tasks: [], amendments: [{ decision: 'granted' }], comparison: { decision: 'granted', decidedAt: at(2) } });
});

test('advice stands beside the decision, and what differs is counted', () => {
  const { desk, id, record, finalise } = drafted();
  finalise();
  const advice = createAdvice(desk, { requestId: id });
  const { seq } = saveAdvice(desk, advice.id, { outcome: 'negative', reason: 'Vrijwilligers volstaan', findings: { legality: { finding: 'unfavourable', reason: 'geen grondslag' } } });
  expect(openLife(desk, id).comparison).toEqual({ differs: 'open' });
  finaliseAdvice(desk, advice.id, { seq });
  record(1, 'sent');
  record(2, 'granted');
  expect(openLife(desk, id).comparison).toEqual({ adviceId: advice.id, advice: 'negative', decision: 'granted', decidedAt: at(2), differs: 'differs' });
  expect(lifeOverview(desk)).toMatchObject({ rows: [{ requestId: id, state: 'granted', since: '2026-11-21T20:02:00.000Z', comparison: { differs: 'differs' } }], figures: { underWay: 1, same: 0, partly: 0, differs: 1, negativeGranted: 1 } });
});

test('a pre-announcement of a log can be taken into the life of a request; one alone is a row of the overview until then', async () => {
  const { desk, record } = drafted();
  const dossier = createDossier(desk, 'Hoogwater');
  const { announcement: alone } = announce(desk, { id: randomUUID(), text: 'Heli-team belt: er komt een vraag' });
  const step = randomUUID();
  const { announcement: logged } = announce(desk, { id: step, at: at(1), text: 'Boten nodig', by: 'Waterschap', dossierId: dossier.id });
  expect(announce(desk, { id: step, at: at(1), text: 'Boten nodig', by: 'Waterschap', dossierId: dossier.id }).announcement).toEqual(logged);
  expect(logOf(desk, dossier.id)).toMatchObject([{ id: logged.id, kind: 'preAnnouncement', text: 'Waterschap: Boten nodig' }]);
  const { entry } = writeEntry(desk, dossier.id, { text: 'Geen aankondiging', kind: 'entry' });
  expect(await codeOf(() => record(2, 'preAnnouncement', { announcement: entry.id }))).toBe('entry.unknown');
  expect(lifeOverview(desk).rows.map(({ state, announcementId }) => [state, announcementId])).toEqual([['preAnnounced', logged.id], ['preAnnounced', alone.id], ['draft', undefined]]);
  record(1, 'preAnnouncement', { announcement: logged.id });
  expect(lifeOverview(desk).rows.map(({ announcementId }) => announcementId)).toEqual([alone.id, undefined]);
  expect(announcementsOf(desk).map(({ reference, requests }) => [reference, requests.length])).toEqual([['VR24-2026-V001', 0], [dossier.reference, 1]]);
});
