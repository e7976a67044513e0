/** What the rules say of a draft. Pure: the same draft, reference and `now` give the same assessment in the window and in the store. */
import type { Assessment, AssessmentInput, Finding, Outcome } from '../domain/assessment.ts';
import { type CheckContext, remark } from './checks/check.ts';
import { checks, isCheckId } from './checks/index.ts';
import { completeness } from './completeness.ts';
import { shownFields } from './conditions.ts';
import { route } from './route.ts';

const weight: Readonly<Record<Outcome, number>> = { ok: 0, informs: 1, warns: 2, blocks: 3 };

export function assess(input: AssessmentInput): Assessment {
  const context: CheckContext = { ...input, shown: shownFields(input.template, input.values) };
  const found = [...new Set(input.template.checks)].flatMap((id) => run(id, context));
  return {
    legalBasisId: input.basis.id,
    route: route(input),
    findings: withoutRepeats(found),
    completeness: completeness(input.template, input.values),
  };
}

function run(checkId: string, context: CheckContext): readonly Finding[] {
  if (isCheckId(checkId)) return checks[checkId](context).map((one) => ({ checkId, ...one }));
  // A newer pack can ask for a check that this version does not have; the person must know that it was not made.
  const { field: _none, ...unknown } = remark('informs', 'checks.unknown', '', '', { id: checkId });
  return [{ checkId, ...unknown }];
}

/** That a field is empty is said once: where a check of its own speaks to the field at least as loudly, the general remark goes. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      finding.checkId !== 'required' ||
      !findings.some((other) => other.checkId !== 'required' && other.field === finding.field && weight[other.outcome] >= weight[finding.outcome]),
  );
}
