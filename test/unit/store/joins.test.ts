/** Two drafts that are there become one group: what they share is asked for where it differs, and what gives way stays in the history. */
import { expect, test } from 'vitest';
import type { Desk } from '../../../db/documents/desk.ts';
import { type Join, joinRequests, joiningOf } from '../../../db/documents/joins.ts';
import { createLinked, linkRequest } from '../../../db/documents/links.ts';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { createSpace } from '../../../db/documents/spaces.ts';
import { splitRequest } from '../../../db/documents/split.ts';
import { finaliseRequest, nextVersion, openRevision } from '../../../db/documents/versions.ts';
import { verifyTrail } from '../../../db/trail/trail.ts';
import { AppError } from '../../../shared/errors.ts';
import { linkedStore } from '../../helpers/linked-packs.ts';

const relief = { 'applicant.incident': 'Orkaan', 'situation.description': 'De haven is dicht.', 'effect.text': 'Voedsel verdeeld', 'effect.priority': 'high' };
const order = { 'applicant.incident': 'Orkaan Maria', 'effect.text': 'Rust op straat', 'effect.priority': 'lifeSaving' };

function pair(first = 'relief', second = 'order') {
  const { desk } = linkedStore();
  return { desk, own: createRequest(desk, first, relief).id, other: createRequest(desk, second, order).id };
}

const valuesOf = (desk: Desk, id: string) => openRequest(desk, id).values;

function join(desk: Desk, id: string, otherId: string, choices: Join['choices'], seen: Partial<Join> = {}) {
  return joinRequests(desk, { id, otherId, seq: openRequest(desk, id).seq, otherSeq: openRequest(desk, otherId).seq, choices, ...seen });
}

/** The code, and the reason that the window says in words. */
function refusal(work: () => unknown): readonly unknown[] {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.details?.['reason'] ?? error.field];
    throw error;
  }
  throw new Error('nothing was refused');
}

test('what both sides say otherwise is asked for, what one side says goes to the other, and what is of one basis is no matter of both', () => {
  const { desk, own, other } = pair();
  const joining = joiningOf(desk, own, other);
  expect(joining.facts).toEqual([
    { field: 'applicant.incident', own: 'Orkaan', other: 'Orkaan Maria', choose: true },
    { field: 'situation.description', own: 'De haven is dicht.', other: null, choose: false },
  ]);
  expect(joining.other).toMatchObject({ id: other, title: 'Orkaan Maria', templateId: 'order' });

  const { request, touched } = join(desk, own, other, { 'applicant.incident': 'other' });
  expect(request.group?.members.map(({ id, follows }) => [id, follows])).toEqual([[own, true], [other, true]]);
  expect(new Set(touched.map(({ id }) => id))).toEqual(new Set([own, other]));
  expect(valuesOf(desk, own)).toEqual({ ...relief, 'applicant.exercise': false, 'applicant.incident': 'Orkaan Maria' });
  expect(valuesOf(desk, other)).toEqual({ ...order, 'applicant.exercise': false, 'situation.description': 'De haven is dicht.' });
  // from now on they are kept in step, as if they had been made together
  saveRequest(desk, other, { 'applicant.incident': 'Orkaan Irma' });
  expect(valuesOf(desk, own)['applicant.incident']).toBe('Orkaan Irma');
  expect(verifyTrail(desk.file).ok).toBe(true);
});

test('what gave way stands in the history of its request', () => {
  const { desk, own, other } = pair();
  join(desk, own, other, { 'applicant.incident': 'own' });
  const [former] = openRequest(desk, other).revisions;
  expect(openRevision(desk, other, former?.id ?? '').values).toMatchObject(order);
  // nothing of the own side was overwritten
  expect(openRequest(desk, own).revisions).toEqual([]);
});

test('nobody chooses for a person: a fact without a choice is refused by name and nothing is written', () => {
  const { desk, own, other } = pair();
  expect(refusal(() => join(desk, own, other, {}))).toEqual(['input.invalid', 'applicant.incident']);
  expect(valuesOf(desk, own)).toMatchObject(relief);
  expect(openRequest(desk, other)).toMatchObject({ values: order, revisions: [] });
  expect(openRequest(desk, own).group).toBeUndefined();
});

test('either side may be a group: all its drafts take over what stands, each where its template asks for it', () => {
  const { desk, own, other } = pair('works', 'order');
  const third = linkRequest(desk, other, 'relief').id;
  const { request } = join(desk, own, other, { 'applicant.incident': 'own', 'effect.priority': 'own' });
  expect(request.group?.members.map(({ templateId }) => templateId)).toEqual(['order', 'relief', 'works']);
  for (const id of [own, other, third]) expect(valuesOf(desk, id)).toMatchObject({ 'applicant.incident': 'Orkaan', 'situation.description': 'De haven is dicht.' });
  // `order` offers another choice of priority than the two others
  expect([own, other, third].map((id) => valuesOf(desk, id)['effect.priority'])).toEqual(['high', 'lifeSaving', 'high']);
});

test('one per municipality joins as any other, and each of them takes over what stands', () => {
  const { desk, own, other } = pair();
  const { members } = splitRequest(desk, own, ['GM0935', 'GM0994']);
  join(desk, other, own, { 'applicant.incident': 'own' });
  for (const id of members) expect(valuesOf(desk, id)['applicant.incident']).toBe('Orkaan Maria');
  expect(members.map((id) => valuesOf(desk, id)['applicant.municipalities'])).toEqual([['GM0935'], ['GM0994']]);
});

test('what cannot become one group is refused with the reason', () => {
  const { desk, own, other } = pair();
  expect(refusal(() => joiningOf(desk, own, own))).toEqual(['link.impossible', 'itself']);
  expect(refusal(() => joiningOf(desk, own, createRequest(desk, 'relief', {}).id))).toEqual(['link.impossible', 'template']);
  expect(refusal(() => join(desk, own, other, { 'applicant.incident': 'own' }, { otherSeq: 0 }))).toEqual(['link.impossible', 'changed']);

  const elsewhere = createSpace(desk.file, { kind: 'command', name: 'RMC Zuid' }, desk.now()).id;
  expect(refusal(() => joiningOf(desk, own, createRequest(desk, 'order', {}, undefined, elsewhere).id))).toEqual(['link.impossible', 'spaces']);

  const linked = createLinked(desk, { templates: [{ templateId: 'works' }, { templateId: 'order' }] });
  const made = linkRequest(desk, own, 'order');
  expect(refusal(() => joiningOf(desk, own, linked[0]?.id ?? ''))).toEqual(['link.impossible', 'groups']);

  finaliseRequest(desk, made.id, { seq: made.seq, despite: 'voor de proef' });
  expect(refusal(() => joiningOf(desk, made.id, createRequest(desk, 'works', {}).id))).toEqual(['document.finalised', undefined]);
  nextVersion(desk, made.id);
  expect(refusal(() => joiningOf(desk, made.id, createRequest(desk, 'works', {}).id))).toEqual(['link.impossible', 'version']);
});
