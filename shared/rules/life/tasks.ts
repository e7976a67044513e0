/** What is still to be done in the life of a request, each with the moment from which it counts up. No limit is invented: none stands in a source. */
import type { LifeTask, LifeTaskKind } from '../../domain/life.ts';
import { answers } from '../citation.ts';
import type { LifeContext, LifeFacts, StepFact } from './facts.ts';
import type { Phase } from './machine.ts';

type Facts = Omit<LifeFacts, 'state' | 'tasks' | 'allowed'>;

export function tasksOf(facts: Facts, context: LifeContext): LifeTask[] {
  const { phase, since, amending, counting, doubts, ordered, lines } = facts;
  const tasks: LifeTask[] = [];
  const open = (kind: LifeTaskKind, from: string | undefined, source?: string): void => {
    if (from !== undefined) tasks.push({ kind, since: from, ...(source === undefined ? {} : { source }) });
  };
  open('doubtfulStep', ordered.find(({ revisionId }) => doubts.has(revisionId))?.instant);
  open('paperMustFollow', oralSince(facts, context), context.oralSource);
  if (phase === 'sent') open('receiptUnknown', since);
  if (phase === 'askedOrally' || phase === 'received' || phase === 'inDecision') open('decisionAwaited', since);
  if (amending) open('amendmentAwaited', facts.amendments.find((one) => one.open)?.step.instant);
  if ((phase === 'granted' || phase === 'grantedInPart') && before(context.start, context.now)) open('startPassed', context.start);
  if (phase === 'deployed') {
    const end = latestEnd(counting) ?? context.end;
    if (before(end, context.now)) open('endPassed', end);
  }
  if (phase === 'ended') {
    if (lines.some(({ deployed = 0, returned = 0 }) => deployed > returned)) open('notReturned', since);
    open('settlementOpen', since, answers('48'));
  }
  if ((phase === 'withdrawn' || phase === 'lapsed') && counting.some(({ kind }) => kind === 'expenditure')) open('settlementOpen', since, answers('48'));
  return tasks;
}

/** Where nothing comes of the request any more, no paper needs to follow. */
const noPaper: ReadonlySet<Phase> = new Set(['rejected', 'withdrawn', 'lapsed', 'settled']);

/** The first moment at which something was asked without paper that was not sent since. */
function oralSince({ phase, counting }: Facts, { oralAt }: LifeContext): string | undefined {
  if (noPaper.has(phase)) return undefined;
  const papers = counting.filter(({ kind }) => kind === 'sent').map(({ instant }) => instant);
  const spoken = counting.filter((step) => step.kind === 'oralRequest' || isSpokenAmendment(step)).map(({ instant }) => instant);
  // what the request itself says of it, as long as nobody recorded a step of it
  const said = spoken.length === 0 && phase === 'open' && oralAt !== undefined ? [oralAt] : [];
  return [...spoken, ...said].find((instant) => !papers.some((sent) => sent >= instant));
}

/** An extension or change that no version of the request asks yet. */
const isSpokenAmendment = ({ kind, version }: StepFact): boolean => (kind === 'extension' || kind === 'change') && version === undefined;

/** The end that the newest decision gave. */
function latestEnd(counting: readonly StepFact[]): string | undefined {
  const until = counting.findLast((step) => (step.kind === 'granted' || step.kind === 'grantedInPart') && step.until !== undefined)?.until;
  return until === undefined ? undefined : instantOf(until);
}

function instantOf(zoned: string): string | undefined {
  const at = Date.parse(zoned.slice(0, zoned.indexOf('[')));
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

const before = (moment: string | undefined, now: string): boolean => moment !== undefined && moment < now;
