/** The requests of one incident, whatever an adviser does: the drafts say the same where they share, and nothing else crosses over. */
import './seed.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Desk } from '../../db/documents/desk.ts';
import { joinRequests, joiningOf } from '../../db/documents/joins.ts';
import { linkRequest } from '../../db/documents/links.ts';
import { createRequest, openRequest, saveRequest } from '../../db/documents/requests.ts';
import { splitRequest } from '../../db/documents/split.ts';
import { finaliseRequest, nextVersion } from '../../db/documents/versions.ts';
import { verifyTrail } from '../../db/trail/trail.ts';
import type { FieldChanges, FieldValues } from '../../shared/domain/request.ts';
import { inStep } from '../../shared/rules/in-step.ts';
import { linkedStore } from '../helpers/linked-packs.ts';

const templates = ['relief', 'order', 'works'] as const;
const municipalities = ['GM0994', 'GM1701', 'GM0935'];

const field = fc.constantFrom('effect.text', 'applicant.incident', 'situation.description', 'effect.number', 'applicant.region', 'effect.priority');
const valueOf = (id: string, n: number): FieldChanges => {
  if (n === 0) return { [id]: null };
  if (id === 'effect.number') return { [id]: n };
  if (id === 'applicant.region') return { [id]: n % 2 === 0 ? 'VR02' : 'VR24' };
  return { [id]: id === 'effect.priority' ? (n % 2 === 0 ? 'high' : 'normal') : `tekst ${n}` };
};
const of = <K extends string>(kind: K, weight: number) => ({ weight, arbitrary: fc.record({ kind: fc.constant(kind), member: fc.nat(9), field, n: fc.nat(9) }) });
const act = fc.oneof(of('save', 12), of('link', 2), of('join', 2), of('split', 1), of('finalise', 1), of('nextVersion', 1));

/** What each request ought to hold: told from outside, by the templates alone. */
interface Expected {
  readonly template: string;
  values: FieldValues;
  follows: boolean;
}

test('after any saves, links, joins, splits and finalisations each request holds what was last said of it or of what it shares, and no more', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const { desk, file, close } = linkedStore();
      const first = createRequest(desk, 'relief', { 'applicant.incident': 'Orkaan' });
      const expected = new Map<string, Expected>([[first.id, { template: 'relief', values: first.values, follows: true }]]);
      for (const { kind, member, field: id, n } of acts) {
        const ids = [...expected.keys()];
        const target = openRequest(desk, ids[member % ids.length] ?? '');
        const own = expected.get(target.id);
        if (!own) throw new Error('the group lost a request');
        if (kind === 'save' && target.state === 'draft') {
          const changes = valueOf(id, n);
          saveRequest(desk, target.id, changes);
          for (const [other, held] of expected) {
            const reaches = other === target.id || (own.follows && held.follows && shares(desk, own.template, held.template, id));
            if (reaches) held.values = applied(held.values, changes);
          }
        }
        const templateId = templates[n % templates.length] ?? 'order';
        if (kind === 'link' && ![...expected.values()].some(({ template }) => template === templateId)) {
          const made = linkRequest(desk, target.id, templateId);
          expected.set(made.id, { template: templateId, values: made.values, follows: true });
        }
        if (kind === 'join' && target.state === 'draft' && own.follows && ![...expected.values()].some(({ template }) => template === templateId)) {
          const alone = createRequest(desk, templateId, { ...valueOf('applicant.incident', n + 1), ...valueOf('effect.priority', n), ...valueOf('situation.description', n) });
          const { facts, seq, other } = joiningOf(desk, target.id, alone.id);
          const choice = n % 2 === 0 ? 'own' : 'other';
          joinRequests(desk, { id: target.id, otherId: alone.id, seq, otherSeq: other.seq, choices: Object.fromEntries(facts.flatMap((fact) => (fact.choose ? [[fact.field, choice] as const] : []))) });
          const side = [...expected.values()].filter(({ follows }) => follows);
          const joined: Expected = { template: templateId, values: alone.values, follows: true };
          expected.set(alone.id, joined);
          for (const fact of facts) {
            const stands = { [fact.field]: fact.choose ? fact[choice] : (fact.own ?? fact.other) };
            for (const held of side) if (shares(desk, held.template, templateId, fact.field)) held.values = applied(held.values, stands);
            joined.values = applied(joined.values, stands);
          }
        }
        if (kind === 'split' && target.state === 'draft' && own.follows) {
          splitRequest(desk, target.id, municipalities).members.filter((one) => !expected.has(one)).forEach((one) => expected.set(one, { template: own.template, values: openRequest(desk, one).values, follows: true }));
          own.values = openRequest(desk, target.id).values;
        }
        if (kind === 'finalise' && target.state === 'draft') {
          finaliseRequest(desk, target.id, { seq: target.seq, despite: 'voor de proef' });
          own.follows = false;
        }
        if (kind === 'nextVersion' && target.state === 'finalised') nextVersion(desk, target.id);

        for (const [one, held] of expected) expect(openRequest(desk, one).values).toEqual(held.values);
        for (const held of expected.values()) {
          for (const other of expected.values()) {
            if (!held.follows || !other.follows) continue;
            for (const shared of inStep(desk.reference.template(held.template), desk.reference.template(other.template))) expect(other.values[shared]).toEqual(held.values[shared]);
          }
        }
      }
      expect(verifyTrail(file).ok).toBe(true);
      close();
    }),
    { numRuns: 20 },
  );
});

function shares(desk: Desk, one: string, other: string, id: string): boolean {
  return inStep(desk.reference.template(one), desk.reference.template(other)).has(id);
}

function applied(values: FieldValues, changes: FieldChanges): FieldValues {
  return Object.fromEntries(Object.entries({ ...values, ...changes }).filter((entry): entry is [string, FieldValues[string]] => entry[1] !== null));
}
