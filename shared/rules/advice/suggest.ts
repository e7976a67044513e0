/**
 * What the assessment of a request proposes for each criterion of its advice. Deterministic, and a proposal: nothing of it stands in an
 * advice until the adviser takes it over.
 */
import type { AdviceCriterion, AdviceSuggestion } from '../../domain/advice.ts';
import type { Finding, Outcome } from '../../domain/assessment.ts';
import { type AdviceContext, applies } from './check.ts';

const loudest: readonly Outcome[] = ['blocks', 'warns', 'informs', 'ok'];

/** One for each criterion that the rules can say something of: what blocks is unfavourable, what warns is a point of attention. */
export function suggestFindings(criteria: readonly AdviceCriterion[], findings: readonly Finding[], context: AdviceContext): AdviceSuggestion[] {
  return criteria.flatMap((criterion) => {
    if (!applies(criterion, context)) return [{ criterionId: criterion.id, finding: 'notApplicable' as const, reasons: [] }];
    const speaking = findings.filter(({ checkId }) => criterion.checks.includes(checkId)).toSorted((one, other) => loudest.indexOf(one.outcome) - loudest.indexOf(other.outcome));
    if (speaking.length === 0) return [];
    const finding = findingOf(new Set(speaking.map(({ outcome }) => outcome)));
    return [
      {
        criterionId: criterion.id,
        ...(finding === undefined ? {} : { finding }),
        reasons: speaking.map(({ messageId, values, source }) => ({ messageId, values, source })),
      },
    ];
  });
}

/** What only informs is told, and left to the adviser. */
function findingOf(outcomes: ReadonlySet<Outcome>): AdviceSuggestion['finding'] {
  if (outcomes.has('blocks')) return 'unfavourable';
  if (outcomes.has('warns')) return 'attention';
  return outcomes.has('ok') ? 'favourable' : undefined;
}
