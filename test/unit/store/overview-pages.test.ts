/** The overview of lives and the list of advice, a page at a time: each page, order and count is held against all of it, read one by one. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { listAdvices } from '../../../db/advices/advice-list.ts';
import { createAdvice, openAdvice, saveAdvice } from '../../../db/advices/advices.ts';
import { decline } from '../../../db/advices/proposals.ts';
import { finaliseAdvice } from '../../../db/advices/versions.ts';
import type { Desk } from '../../../db/documents/desk.ts';
import { createRequest, openRequest } from '../../../db/documents/requests.ts';
import { finaliseRequest } from '../../../db/documents/versions.ts';
import { sql } from '../../../db/file/driver.ts';
import { announce } from '../../../db/life/announcements.ts';
import { openLife } from '../../../db/life/life.ts';
import { lifeOverview } from '../../../db/life/overview.ts';
import { recordStep } from '../../../db/life/steps.ts';
import { calls } from '../../../shared/contract.ts';
import { lifeStates } from '../../../shared/domain/choices.ts';
import type { LifeState, NewLifeStep } from '../../../shared/domain/life.ts';
import { lifeShown } from '../../../shared/domain/choices.ts';
import type { LifeQuery } from '../../../shared/domain/listing.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

/** The evening before the clock of the store. */
const at = (minute: number): string => `2026-11-21T21:${String(minute).padStart(2, '0')}+01:00[Europe/Amsterdam]`;

function lived(desk: Desk, title: string, steps: readonly NewLifeStep['kind'][]): string {
  const { id, seq } = createRequest(desk, 'sample', { 'applicant.incident': title, 'effect.text': 'Mensen uit het water' });
  if (steps.includes('sent') || title.includes('vastgesteld')) finaliseRequest(desk, id, { seq, despite: 'voor de proef is dit genoeg' });
  steps.forEach((kind, minute) => recordStep(desk, id, { id: randomUUID(), kind, at: at(minute + 1) }));
  return id;
}

function desks() {
  const { desk } = testStore();
  const advise = (requestId: string, outcome: 'negative' | 'positive'): void => {
    const { id } = createAdvice(desk, { requestId });
    finaliseAdvice(desk, id, { seq: saveAdvice(desk, id, { outcome, reason: 'om de proef', findings: { legality: { finding: 'unfavourable', reason: 'geen' } } }).seq, despite: 'voor de proef is dit genoeg' });
  };
  const ids = [
    lived(desk, 'Écht een concept', []),
    lived(desk, 'Ligt vastgesteld', []),
    lived(desk, 'Alleen gezegd', []),
    lived(desk, 'Wacht op ontvangst', ['sent']),
    lived(desk, 'Afgewezen', ['sent', 'rejected']),
    lived(desk, 'Toegezegd ondanks advies', ['sent', 'granted']),
    lived(desk, 'Ingetrokken', ['sent', 'withdrawn']),
    lived(desk, 'Aangekondigd', ['preAnnouncement']),
  ];
  // what a template of today asks: that it was asked orally, and when
  for (const [field, value] of [['applicant.oral', true], ['applicant.oralAt', at(5)]] as const) desk.file.run(sql`INSERT INTO field (document, id, json, seq, saved_at) VALUES (${ids[2] ?? ''}, ${field}, ${JSON.stringify(value)}, 1, ${desk.now().toISOString()})`);
  advise(ids[0] ?? '', 'positive');
  advise(ids[4] ?? '', 'positive');
  advise(ids[5] ?? '', 'negative');
  const { announcement } = announce(desk, { id: randomUUID(), text: 'Heli-team belt: er komt een vraag' });
  return { desk, ids, announcement: announcement.id };
}

/** Each row as its own life tells it. */
function told(desk: Desk, ids: readonly string[], announcement: string) {
  const over: readonly LifeState[] = ['rejected', 'withdrawn', 'lapsed', 'settled'];
  const requests = ids.map((id) => {
    const { state, tasks, comparison } = openLife(desk, id);
    const title = String(openRequest(desk, id).values['applicant.incident']);
    return { id, title, state, tasks: tasks.length, oldest: tasks.map(({ since }) => since).toSorted()[0] ?? '9999', differs: comparison.differs, outcome: comparison.advice, isOpen: !over.includes(state) };
  });
  return [...requests, { id: announcement, title: 'Heli-team belt: er komt een vraag', state: 'preAnnounced' as const, tasks: 0, oldest: '9999', differs: 'open' as const, outcome: undefined, isOpen: true }];
}

const rowsOf = (desk: Desk, query: LifeQuery) => lifeOverview(desk, query).rows.map(({ requestId, announcementId }) => requestId ?? announcementId ?? '');

test('the overview shows of each request what its own life says, chosen by what is asked', () => {
  const { desk, ids, announcement } = desks();
  const all = told(desk, ids, announcement);
  const page = lifeOverview(desk);
  expect(calls['life.overview'].output.safeParse(page).error).toBeUndefined();
  expect(new Map(page.rows.map((row) => [row.requestId ?? row.announcementId, [row.state, row.tasks.length, row.comparison.differs, row.comparison.advice]]))).toEqual(new Map(all.map((one) => [one.id, [one.state, one.tasks, one.differs, one.outcome]])));
  const fits = { all: () => true, open: ({ isOpen }: (typeof all)[number]) => isOpen, tasks: ({ tasks }: (typeof all)[number]) => tasks > 0, differs: ({ differs }: (typeof all)[number]) => differs === 'differs' || differs === 'partly' };
  for (const shows of lifeShown) {
    for (const state of [undefined, ...lifeStates]) {
      const expected = all.filter((one) => fits[shows](one) && (state === undefined || one.state === state)).map(({ id }) => id);
      expect([shows, state, rowsOf(desk, { shows, state }).toSorted()]).toEqual([shows, state, expected.toSorted()]);
    }
  }
  expect(page.states).toEqual(lifeStates.flatMap((state) => (all.some((one) => one.state === state) ? [{ state, count: all.filter((one) => one.state === state).length }] : [])));
  expect(page.figures).toEqual({ underWay: all.filter(({ isOpen, id }) => isOpen && id !== announcement).length, tasks: all.reduce((sum, { tasks }) => sum + tasks, 0), same: 0, partly: 0, differs: 2, negativeGranted: 1 });
  expect(page.figures.tasks).toBeGreaterThan(1);
});

test('pages follow each other in the order that is asked, and count what the query finds', () => {
  const { desk, ids, announcement } = desks();
  const all = new Map(told(desk, ids, announcement).map((one) => [one.id, one]));
  const rank = (list: readonly string[], one: string | undefined): string => String(list.indexOf(one ?? '')).padStart(2, '0');
  const keys = { state: (id: string) => rank(lifeStates, all.get(id)?.state), tasks: (id: string) => all.get(id)?.oldest ?? '', compared: (id: string) => rank(['differs', 'partly', 'same', 'open'], all.get(id)?.differs) };
  for (const sort of ['state', 'tasks', 'compared'] as const) {
    const pages = [0, 4, 8].flatMap((from) => rowsOf(desk, { sort, direction: 'ascending', from, limit: 4 }));
    expect(new Set(pages).size).toBe(9);
    expect(pages.map(keys[sort])).toEqual(pages.map(keys[sort]).toSorted());
  }
  expect(lifeOverview(desk, { from: 4, limit: 2 })).toMatchObject({ total: 9 });
  expect(rowsOf(desk, { find: 'ECHT concept' })).toEqual([ids[0]]);
  expect(rowsOf(desk, { find: 'heli' })).toEqual([announcement]);
  expect(rowsOf(desk, { sort: 'title', direction: 'ascending' }).slice(0, 3)).toEqual([ids[7], ids[4], ids[2]]);
  // what is counted is of all, whatever the query narrows
  expect(lifeOverview(desk, { find: 'heli' }).figures).toEqual(lifeOverview(desk).figures);
});

test('advice is found by title, number and request, in the order that is asked, a page at a time', async () => {
  const { desk } = testStore();
  const request = createRequest(desk, 'sample', { 'applicant.incident': 'Hoogwater Geul' });
  const ofRequest = createAdvice(desk, { requestId: request.id }).id;
  const boats = createAdvice(desk, { question: 'Bóten naar Arcen?' }).id;
  const tents = createAdvice(desk, { question: 'Tenten' }).id;
  const [one, other] = [randomUUID(), randomUUID()];
  saveAdvice(desk, ofRequest, { outcome: 'positive', proposals: [one, other].map((id) => ({ id, field: 'effect.text', value: id, why: 'beter' })) });
  decline(desk, ofRequest, other, 'niet nodig');
  const found = (query: Parameters<typeof listAdvices>[1]): readonly string[] => listAdvices(desk, query).advices.map(({ id }) => id);
  const known = new Map([[ofRequest, 'geul'], [boats, 'boten'], [tents, 'tenten']]);
  const words = (query: Parameters<typeof listAdvices>[1]): readonly (string | undefined)[] => found(query).map((id) => known.get(id));

  expect(words({ find: 'boten ARCEN' })).toEqual(['boten']);
  expect(words({ find: 'geul' })).toEqual(['geul']);
  expect(words({ find: openAdvice(desk, tents).advice.reference })).toEqual(['tenten']);
  expect(words({ find: request.reference })).toContain('geul');
  expect(words({ find: 'niets' })).toEqual([]);
  expect(words({ sort: 'title', direction: 'ascending' })).toEqual(['boten', 'geul', 'tenten']);
  expect(words({ sort: 'proposals', direction: 'descending' })[0]).toBe('geul');
  expect(words({ sort: 'outcome', direction: 'descending' })[0]).toBe('geul');
  expect(words({ sort: 'request', direction: 'descending' })[0]).toBe('geul');
  expect(listAdvices(desk, { sort: 'title', direction: 'ascending', from: 1, limit: 1 })).toMatchObject({ advices: [{ id: ofRequest, openProposals: 1 }], total: 3 });
  expect(calls['advice.list'].output.safeParse(listAdvices(desk)).error).toBeUndefined();
  expect(await codeOf(() => openAdvice(desk, randomUUID()))).toBe('document.unknown');
});
