/**
 * What the steps of a request say together. Pure, and a function of the set: the order in which steps were recorded or received plays
 * no part, only when things happened. A step that cannot be where it stands is doubtful: it is passed over and shown, never dropped.
 */
import type { AdviceComparison, Expenditure, LifeStepKind } from '../../domain/life.ts';
import { lifeStepKinds } from '../../domain/choices.ts';
import type { AmendmentFact, LifeContext, LifeFacts, StepFact } from './facts.ts';
import { countLines } from './lines.ts';
import { type Phase, type Refusal, closesAmendment, moveOf, refusal } from './machine.ts';
import { tasksOf } from './tasks.ts';

/** Of one moment the step that comes first in life comes first. */
const rank = new Map<LifeStepKind, number>(lifeStepKinds.map((kind, index) => [kind, index]));

export function inOrder(steps: readonly StepFact[]): StepFact[] {
  return steps.toSorted((one, other) => compare(one.instant, other.instant) || (rank.get(one.kind) ?? 0) - (rank.get(other.kind) ?? 0) || compare(one.id, other.id) || compare(one.revisionId, other.revisionId));
}

export function lifeOf(steps: readonly StepFact[], context: LifeContext): LifeFacts {
  const ordered = inOrder(steps);
  const correctedBy = corrections(ordered);
  const doubts = new Map<string, Refusal>();
  const counting: StepFact[] = [];
  const numbered: StepFact[] = [];
  let phase: Phase = 'open';
  let since: string | undefined;
  let decision: StepFact | undefined;
  let amendments: AmendmentFact[] = [];

  for (const step of ordered) {
    if (step.kind === 'retraction' || correctedBy.has(step.revisionId)) continue;
    const pending = amendments.some(({ open }) => open);
    const next = moveOf(step.kind, phase, pending);
    if (next === undefined) {
      doubts.set(step.revisionId, refusal(step.kind, phase));
      continue;
    }
    if (step.kind === 'returned' && countLines([...numbered, step], context.lines).some(({ deployed, returned }) => (returned ?? 0) > (deployed ?? 0))) {
      doubts.set(step.revisionId, 'moreReturned');
      continue;
    }
    counting.push(step);
    const ofAmendment = pending && closesAmendment.has(step.kind);
    // that an extension is granted says nothing of how many
    if (!ofAmendment || step.lines !== undefined || amendments.some((one) => one.open && one.step.kind === 'change')) numbered.push(step);
    if (ofAmendment) amendments = amendments.map((one) => decided(one, step));
    else if (step.kind === 'granted' || step.kind === 'grantedInPart' || step.kind === 'rejected') decision = step;
    if (step.kind === 'extension' || step.kind === 'change') amendments = [...amendments, { step, open: awaitsDecision(phase) }];
    if (next !== phase || since === undefined) since = step.instant;
    if (next !== phase && (next === 'ended' || next === 'open')) amendments = amendments.map((one) => ({ ...one, open: false }));
    if (step.kind === 'change' && phase === 'rejected') decision = undefined;
    phase = next;
  }

  const amending = amendments.some(({ open }) => open);
  const lines = countLines(numbered, context.lines);
  const facts = { phase, since, ordered, counting, correctedBy, doubts, amending, amendments, decision, lines, totals: totalsOf(counting) };
  return {
    ...facts,
    state: phase === 'open' ? context.requestState : phase,
    tasks: tasksOf(facts, context),
    allowed: [
      ...lifeStepKinds.filter((kind) => moveOf(kind, phase, amending) !== undefined),
      ...(counting.length > 0 ? (['retraction'] as const) : []),
    ],
  };
}

/** Before the first decision a change is part of what is being decided; after it, it awaits a decision of its own. */
const awaitsDecision = (phase: Phase): boolean => phase === 'granted' || phase === 'grantedInPart' || phase === 'deployed';

/** A decision that names a version decides on what was asked up to that version. */
function decided(one: AmendmentFact, step: StepFact): AmendmentFact {
  if (!one.open || (step.version !== undefined && one.step.version !== undefined && one.step.version > step.version)) return one;
  return { ...one, open: false, ...(step.kind === 'granted' || step.kind === 'grantedInPart' || step.kind === 'rejected' ? { decision: step.kind } : {}) };
}

/**
 * Which step puts which right; of several the newest in time. A correction that was itself taken back puts nothing right any more, so
 * what it named counts again.
 */
function corrections(ordered: readonly StepFact[]): ReadonlyMap<string, string> {
  const naming = Map.groupBy(
    ordered.filter(({ corrects }) => corrects !== undefined),
    ({ corrects }) => corrects ?? '',
  );
  // a name is the hash of what it names: no step can come back to itself
  const takenBack = (id: string): boolean => (naming.get(id) ?? []).some((one) => one.kind === 'retraction' && !takenBack(one.revisionId));
  return new Map(
    [...naming].flatMap(([id, by]) => {
      const newest = by.findLast(({ revisionId }) => !takenBack(revisionId));
      return newest === undefined ? [] : [[id, newest.revisionId] as const];
    }),
  );
}

/** Euros in cents, so that a sum has no more decimals than its parts. People are not added up: the same may come twice. */
function totalsOf(counting: readonly StepFact[]): Expenditure {
  const spent = counting.flatMap(({ expenditure }) => (expenditure === undefined ? [] : [expenditure]));
  const sum = (of: (one: Expenditure) => number | undefined, unit: number): number | undefined => {
    const known = spent.flatMap((one) => of(one) ?? []);
    return known.length === 0 ? undefined : known.reduce((total, value) => total + Math.round(value * unit), 0) / unit;
  };
  const euros = sum((one) => one.euros, 100);
  const hours = sum((one) => one.hours, 100);
  const people = spent.flatMap((one) => one.people ?? []);
  return { ...(euros === undefined ? {} : { euros }), ...(hours === undefined ? {} : { hours }), ...(people.length === 0 ? {} : { people: Math.max(...people) }) };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Advice beside decision (the minister's answer 23: is a negative advice ever granted all the same?). */
export function compareWithAdvice(advice: { readonly id: string; readonly outcome?: AdviceComparison['advice'] } | undefined, decision: StepFact | undefined): AdviceComparison {
  const kind = decision?.kind === 'granted' || decision?.kind === 'grantedInPart' || decision?.kind === 'rejected' ? decision.kind : undefined;
  return {
    ...(advice === undefined ? {} : { adviceId: advice.id }),
    ...(advice?.outcome === undefined ? {} : { advice: advice.outcome }),
    ...(kind === undefined || decision === undefined ? {} : { decision: kind, decidedAt: decision.at }),
    ...(kind === undefined || decision?.reason === undefined ? {} : { reason: decision.reason }),
    differs: differs(advice?.outcome, kind),
  };
}

function differs(advice: AdviceComparison['advice'], decision: AdviceComparison['decision']): AdviceComparison['differs'] {
  if (advice === undefined || decision === undefined) return 'open';
  const advisedFor = advice === 'positive' || advice === 'conditional';
  if (decision === 'rejected') return advisedFor ? 'differs' : 'same';
  if (!advisedFor) return 'differs';
  return decision === 'grantedInPart' ? 'partly' : 'same';
}
