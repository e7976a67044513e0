/** What is missing in an advice, and where it contradicts itself. Pure: window and store run the same. */
import type { AdviceCriterion, AdviceValues } from '../../domain/advice.ts';
import type { Finding, Outcome } from '../../domain/assessment.ts';
import type { Bilingual } from '../../domain/basics.ts';
import type { MessageId, MessageValues } from '../../messages/index.ts';
import { answers, citation } from '../citation.ts';

/** What the advice is of. Without a request (the informal stage) `request` is absent. */
export interface AdviceContext {
  readonly request?: AdvisedRequest | undefined;
}
export interface AdvisedRequest {
  readonly legalBasisId: string;
  readonly term: 'assistance' | 'support';
  readonly capabilityIds: readonly string[];
  /** fields of its template, by id, with their labels */
  readonly fields: ReadonlyMap<string, Bilingual>;
}

const informal = ['wishes', 'effect', 'limits', 'possibilities'] as const;

export function checkAdvice(values: AdviceValues, criteria: readonly AdviceCriterion[], context: AdviceContext): Finding[] {
  const found = [...ofQuestion(values, context), ...ofOutcome(values, context), ...criteria.flatMap((one) => ofCriterion(one, values, context)), ...ofAvailability(values), ...ofProposals(values, context)];
  const judged = criteria.filter((one) => applies(one, context));
  if (values.outcome === 'negative' && judged.length > 0 && !judged.some(({ id }) => values.findings?.[id]?.finding === 'unfavourable')) {
    found.push(remark('warns', 'checks.advice.negativeUnfounded', 'outcome', 'advice.consistent'));
  }
  return found.length > 0 ? found : [remark('ok', 'checks.advice.complete', 'outcome', 'advice.complete')];
}

/** Whether a criterion plays here; before there is a request every one can. */
export function applies({ applies: when }: AdviceCriterion, { request }: AdviceContext): boolean {
  if (when === undefined || request === undefined) return true;
  return (
    when.term === request.term ||
    (when.bases?.includes(request.legalBasisId) ?? false) ||
    (when.capabilities?.some((id) => request.capabilityIds.includes(id)) ?? false)
  );
}

function ofQuestion(values: AdviceValues, { request }: AdviceContext): Finding[] {
  if (request !== undefined) return [];
  return [
    ...(filled(values.subject) ? [] : [remark('blocks', 'checks.advice.subject', 'subject', 'advice.complete')]),
    ...informal.filter((part) => !filled(values[part])).map((part) => remark('informs', 'checks.advice.informal', part, 'advice.question', { part }, answers('22'))),
  ];
}

function ofOutcome(values: AdviceValues, { request }: AdviceContext): Finding[] {
  const { outcome } = values;
  // explaining what is possible needs no outcome yet (answer 22)
  if (outcome === undefined) return [remark(request === undefined ? 'warns' : 'blocks', 'checks.advice.outcome', 'outcome', 'advice.complete')];
  return [
    ...(filled(values.reason) ? [] : [remark('blocks', 'checks.advice.reason', 'reason', 'advice.complete')]),
    ...(outcome === 'conditional' && !filled(values.conditions) ? [remark('blocks', 'checks.advice.conditions', 'conditions', 'advice.complete')] : []),
    ...(outcome !== 'conditional' && filled(values.conditions) ? [remark('warns', 'checks.advice.conditionsUnasked', 'conditions', 'advice.consistent', { outcome })] : []),
    ...(outcome === 'redirect' && !filled(values.alternative) ? [remark('blocks', 'checks.advice.alternative', 'alternative', 'advice.complete')] : []),
  ];
}

function ofCriterion(criterion: AdviceCriterion, values: AdviceValues, context: AdviceContext): Finding[] {
  const { finding, reason } = values.findings?.[criterion.id] ?? {};
  const { outcome } = values;
  const field = `findings.${criterion.id}`;
  const named = { name: criterion.title.nl, nameEn: criterion.title.en };
  const source = citation(criterion.provenance);
  if (finding === undefined) {
    // a question is answered before everything can be weighed
    if (!applies(criterion, context) || context.request === undefined) return [];
    return [remark('warns', 'checks.advice.criterionOpen', field, 'advice.criteria', named, source)];
  }
  const found: Finding[] = [];
  if (finding === 'notApplicable' && criterion.applies === undefined) found.push(remark('warns', 'checks.advice.alwaysApplies', field, 'advice.criteria', named, source));
  if ((finding === 'unfavourable' || finding === 'attention') && !filled(reason)) found.push(remark('warns', 'checks.advice.reasonOpen', field, 'advice.criteria', { ...named, finding }, source));
  if (finding === 'unfavourable' && outcome !== undefined && criterion.excludes.includes(outcome)) {
    found.push(remark('blocks', 'checks.advice.contradiction', field, 'advice.consistent', { ...named, outcome }, source));
  }
  if (finding === 'attention' && outcome === 'positive') found.push(remark('warns', 'checks.advice.attentionPositive', field, 'advice.consistent', named, source));
  return found;
}

function ofAvailability(values: AdviceValues): Finding[] {
  const favourable = values.findings?.['availability']?.finding === 'favourable';
  return (values.availability ?? []).flatMap(({ description, state, asOf }) => [
    ...(favourable && state === 'notAvailable' ? [remark('warns', 'checks.advice.availabilityContradiction', 'availability', 'advice.consistent', { description }, answers('56'))] : []),
    ...(asOf === undefined && state !== 'unknown' ? [remark('warns', 'checks.advice.availabilityDate', 'availability', 'advice.availability', { description })] : []),
  ]);
}

function ofProposals(values: AdviceValues, { request }: AdviceContext): Finding[] {
  return (values.proposals ?? []).flatMap(({ field, why }) => {
    const label = request?.fields.get(field);
    const named = { field: label?.nl ?? field, fieldEn: label?.en ?? field };
    return [
      ...(request !== undefined && label === undefined ? [remark('warns', 'checks.advice.proposalUnknown', 'proposals', 'advice.proposals', named)] : []),
      ...(filled(why) ? [] : [remark('warns', 'checks.advice.proposalWhy', 'proposals', 'advice.proposals', named)]),
    ];
  });
}

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

function remark(outcome: Outcome, messageId: MessageId, field: string, checkId: string, values: MessageValues = {}, source = ''): Finding {
  return { checkId, outcome, messageId, values, field, source };
}
