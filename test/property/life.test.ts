/** Whatever is recorded in whatever order: a state, refusals with a reason, nothing rewritten, and the same for the same steps. */
import './seed.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lifeStates, lifeStepKinds } from '../../shared/domain/choices.ts';
import { isMessageId } from '../../shared/messages/index.ts';
import type { LifeContext, StepFact } from '../../shared/rules/life/facts.ts';
import { lifeOf } from '../../shared/rules/life/life.ts';
import { refusalOf } from '../../shared/rules/life/record.ts';

const line = '018f0000-0000-7000-8000-000000000001';
const context: LifeContext = { requestState: 'finalised', now: '2026-11-22T23:59:00.000Z', lines: [{ id: line, description: 'Boten', quantity: 6 }] };

/** An attempt: at an hour, of a kind, on some lines, perhaps to put right one that was recorded before. */
const attempt = fc.record({ hour: fc.nat(20), kind: fc.constantFrom(...lifeStepKinds), quantity: fc.option(fc.nat(7)), version: fc.option(fc.integer({ min: 1, max: 3 })), corrects: fc.option(fc.nat(), { freq: 4 }) });
type Attempt = (typeof attempt) extends fc.Arbitrary<infer A> ? A : never;

function factOf({ hour, kind, quantity, version, corrects }: Attempt, index: number, held: readonly StepFact[]): StepFact {
  const named = corrects === null || held.length === 0 ? undefined : held[corrects % held.length]?.revisionId;
  const two = String(hour).padStart(2, '0');
  const id = `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`;
  return {
    id,
    kind,
    at: `2026-11-22T${two}:00+00:00[UTC]`,
    instant: `2026-11-22T${two}:00:00.000Z`,
    revisionId: `revision-${id}`,
    ...(quantity === null ? {} : { lines: [{ lineId: line, quantity }] }),
    ...(version === null ? {} : { version }),
    ...(named === undefined ? {} : { corrects: named }),
  };
}

/** Records what is not refused, in turn. */
function recorded(attempts: readonly Attempt[]): { readonly steps: readonly StepFact[]; readonly refusals: readonly string[] } {
  const steps: StepFact[] = [];
  const refusals: string[] = [];
  attempts.forEach((one, index) => {
    const step = factOf(one, index, steps);
    if (step.kind === 'retraction' && step.corrects === undefined) return;
    const reason = refusalOf(steps, step, context);
    if (reason === undefined) steps.push(step);
    else refusals.push(reason);
  });
  return { steps, refusals };
}

/** What does not hang on the order in which it was told. */
const told = (steps: readonly StepFact[]): unknown => {
  const { state, since, ordered, correctedBy, doubts, lines, tasks, allowed, totals } = lifeOf(steps, context);
  return { state, since, ordered, correctedBy: [...correctedBy].toSorted(), doubts: [...doubts].toSorted(), lines, tasks, allowed, totals };
};

test('any recording gives a state without doubt, every refusal has words, and each step is there as it was recorded', () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 25 }), (attempts) => {
      const { steps, refusals } = recorded(attempts);
      const facts = lifeOf(steps, context);
      expect(lifeStates).toContain(facts.state);
      expect([...facts.doubts]).toEqual([]);
      expect(facts.ordered.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(steps);
      expect(facts.ordered.map(({ instant }) => instant)).toEqual(steps.map(({ instant }) => instant).toSorted());
      for (const reason of refusals) expect(isMessageId(`life.refused.${reason}`)).toBe(true);
      for (const { deployed = 0, returned = 0 } of facts.lines) expect(returned).toBeLessThanOrEqual(deployed);
    }),
    { numRuns: 300 },
  );
});

test('the order in which steps are recorded or received plays no part, also where they contradict each other', () => {
  fc.assert(
    fc.property(
      fc.array(attempt, { maxLength: 15 }).chain((attempts) => {
        const held: StepFact[] = [];
        attempts.forEach((one, index) => held.push(factOf(one, index, held)));
        return fc.tuple(fc.constant(held), fc.shuffledSubarray(held, { minLength: held.length }));
      }),
      ([steps, shuffled]) => {
        expect(told(shuffled)).toEqual(told(steps));
        expect(lifeStates).toContain(lifeOf(steps, context).state);
      },
    ),
    { numRuns: 300 },
  );
});

test('what is said to be possible now can be recorded now, and what is not cannot', () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 20 }), fc.constantFrom(...lifeStepKinds.filter((kind) => kind !== 'retraction')), (attempts, kind) => {
      const { steps } = recorded(attempts);
      const { allowed } = lifeOf(steps, context);
      const now = factOf({ hour: 23, kind, quantity: null, version: null, corrects: null }, 99, steps);
      const reason = refusalOf(steps, now, context);
      expect(reason === undefined).toBe(allowed.includes(kind));
    }),
    { numRuns: 300 },
  );
});
