/**
 * The states of a request and the steps that lead from one to another, as data. A step that has no move from a phase cannot be there.
 * Lenient where practice is: paper may come after the deployment (spoed: Regeling MSOB art. 4 lid 4), a receipt may never be told.
 */
import type { LifeState, LifeStepKind } from '../../domain/life.ts';

/** As `LifeState`, but for what the document itself tells: `open` is drafted or finalised, and not asked yet. */
export type Phase = Exclude<LifeState, 'preAnnounced' | 'draft' | 'finalised'> | 'open';
type Moves = Partial<Record<Phase, Phase>>;

const stay = (...phases: readonly Phase[]): Moves => Object.fromEntries(phases.map((phase) => [phase, phase]));
const to = (target: Phase, ...phases: readonly Phase[]): Moves => Object.fromEntries(phases.map((phase) => [phase, target]));

const asked = ['askedOrally', 'sent', 'received', 'inDecision'] as const;
const decidedFor = ['granted', 'grantedInPart', 'deployed'] as const;

export const moves: Readonly<Record<LifeStepKind, Moves>> = {
  preAnnouncement: stay('open'),
  oralRequest: to('askedOrally', 'open', 'askedOrally'),
  sent: { ...to('sent', 'open', 'askedOrally', 'sent'), ...stay('received', 'inDecision', ...decidedFor, 'ended') },
  receivedByLocc: { ...to('received', 'askedOrally', 'sent', 'received'), ...stay('inDecision', ...decidedFor, 'ended') },
  inDecision: to('inDecision', ...asked),
  granted: to('granted', ...asked, 'grantedInPart'),
  grantedInPart: to('grantedInPart', ...asked),
  rejected: to('rejected', ...asked),
  extension: stay(...asked, ...decidedFor),
  // after a rejection a next version asks anew
  change: { ...stay(...asked, ...decidedFor), ...to('open', 'rejected') },
  withdrawn: to('withdrawn', 'open', ...asked, 'granted', 'grantedInPart'),
  lapsed: to('lapsed', 'open', ...asked, 'granted', 'grantedInPart'),
  deployed: to('deployed', ...decidedFor),
  returned: stay('deployed', 'ended'),
  expenditure: stay(...decidedFor, 'ended', 'withdrawn', 'lapsed'),
  ended: to('ended', 'deployed'),
  settled: to('settled', 'ended', 'withdrawn', 'lapsed'),
  retraction: {},
};

/** While an extension or change of what was granted awaits its decision, these speak of it and leave the request where it is. */
export const movesWhileAmending: Partial<Readonly<Record<LifeStepKind, Moves>>> = {
  inDecision: stay(...decidedFor),
  granted: stay(...decidedFor),
  grantedInPart: stay(...decidedFor),
  rejected: stay(...decidedFor),
  withdrawn: stay(...decidedFor),
};

/** Steps after which an extension or change is open no longer. */
export const closesAmendment: ReadonlySet<LifeStepKind> = new Set(['granted', 'grantedInPart', 'rejected', 'withdrawn']);

export function moveOf(kind: LifeStepKind, phase: Phase, amending: boolean): Phase | undefined {
  return (amending ? movesWhileAmending[kind]?.[phase] : undefined) ?? moves[kind][phase];
}

/** Why a step cannot be recorded: the end of a message `life.refused.…`. */
export type Refusal =
  | 'notAskedYet'
  | 'alreadyAsked'
  | 'notGrantedYet'
  | 'alreadyDecided'
  | 'notDeployedYet'
  | 'running'
  | 'notEndedYet'
  | 'alreadyEnded'
  | 'over'
  | 'moreReturned'
  | 'laterSteps'
  | 'notFinalised'
  | 'future'
  | 'corrected';

const over: ReadonlySet<Phase> = new Set(['rejected', 'withdrawn', 'lapsed', 'settled']);
const needsAsking: ReadonlySet<LifeStepKind> = new Set(['receivedByLocc', 'inDecision', 'granted', 'grantedInPart', 'rejected', 'extension', 'change']);

/** The reason to tell where `moveOf` gives none. */
export function refusal(kind: LifeStepKind, phase: Phase): Refusal {
  if (over.has(phase)) return 'over';
  if (phase === 'ended') return 'alreadyEnded';
  if (kind === 'preAnnouncement' || kind === 'oralRequest') return 'alreadyAsked';
  if (phase === 'open' && needsAsking.has(kind)) return 'notAskedYet';
  if (kind === 'deployed' || kind === 'expenditure') return 'notGrantedYet';
  if (kind === 'returned' || kind === 'ended') return 'notDeployedYet';
  if (kind === 'settled') return 'notEndedYet';
  return phase === 'deployed' && (kind === 'withdrawn' || kind === 'lapsed') ? 'running' : 'alreadyDecided';
}
