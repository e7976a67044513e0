/** What goes into the rules of the life of a request, and what comes out. */
import type { Amendment, Expenditure, LifeState, LifeStepKind, LifeTask, NewLifeStep } from '../../domain/life.ts';
import type { Counted, RequestLine } from './lines.ts';
import type { Phase, Refusal } from './machine.ts';

/** A step with the name of its revision and the instant at which it happened, UTC. */
export type StepFact = NewLifeStep & { readonly revisionId: string; readonly instant: string };

/** What the document tells, and the clock. All instants UTC. */
export interface LifeContext {
  readonly requestState: 'draft' | 'finalised';
  readonly now: string;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** when the request says that it was first asked orally */
  readonly oralAt?: string | undefined;
  /** the rule that lets paper follow, of the legal basis */
  readonly oralSource?: string | undefined;
  readonly lines: readonly RequestLine[];
}

/** An extension or change that was asked. `open` until it is decided, or nothing is left to decide. */
export interface AmendmentFact {
  readonly step: StepFact;
  readonly open: boolean;
  readonly decision?: Amendment['decision'];
}

export interface LifeFacts {
  readonly state: LifeState;
  readonly phase: Phase;
  /** when the phase began; absent while nothing was recorded that began it */
  readonly since: string | undefined;
  /** every step, in the order in which things happened */
  readonly ordered: readonly StepFact[];
  /** steps that count: not put right by another, no retraction, not doubtful */
  readonly counting: readonly StepFact[];
  readonly correctedBy: ReadonlyMap<string, string>;
  readonly doubts: ReadonlyMap<string, Refusal>;
  readonly amending: boolean;
  readonly amendments: readonly AmendmentFact[];
  readonly decision: StepFact | undefined;
  readonly lines: readonly Counted[];
  readonly totals: Expenditure;
  readonly tasks: readonly LifeTask[];
  readonly allowed: readonly LifeStepKind[];
}
