/** What comes next in the life of a request, as the window shows it. Which steps can be recorded the rules say (`life.allowed`). */
import type { Life, LifeState, LifeStepKind } from '../../../shared/domain/life.ts';

/** The road that a request travels when nothing comes between. */
const road = ['sent', 'receivedByLocc', 'inDecision', 'granted', 'deployed', 'ended', 'settled'] as const satisfies readonly LifeStepKind[];

/** How far along the road each state is: the number of its steps that were taken. */
const taken: Readonly<Record<LifeState, number>> = {
  preAnnounced: 0,
  draft: 0,
  finalised: 0,
  askedOrally: 0,
  sent: 1,
  received: 2,
  inDecision: 3,
  granted: 4,
  grantedInPart: 4,
  deployed: 5,
  ended: 6,
  // after these only the settlement can follow, where the rules allow it
  withdrawn: 6,
  lapsed: 6,
  rejected: road.length,
  settled: road.length,
};

/** The steps of the road that are still to come; those that can be recorded now come true first. */
export function stepsToCome({ state, allowed }: Pick<Life, 'state' | 'allowed'>): readonly LifeStepKind[] {
  const rest = road.slice(taken[state]);
  return state === 'withdrawn' || state === 'lapsed' ? rest.filter((kind) => allowed.includes(kind)) : rest;
}

/** The kind that the form proposes: the next one of the road that can be recorded, else whatever can. */
export function proposedKind(life: Pick<Life, 'state' | 'allowed'>): LifeStepKind | undefined {
  return stepsToCome(life).find((kind) => life.allowed.includes(kind)) ?? life.allowed[0];
}
