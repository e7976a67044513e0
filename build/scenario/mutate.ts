/**
 * Whether the cases hold the checks: each check is left out in turn, and a case must then differ from what it expects. A check that
 * nobody would miss is one that a change can break without anyone seeing it.
 */
import type { AssessmentReference } from '../../shared/domain/assessment.ts';
import { checks } from '../../shared/rules/checks/index.ts';
import { type RequestCase, type ScenarioCase, isRequestCase } from '../../test/scenarios/case.ts';
import type { Known } from './packs.ts';
import { differences } from './result.ts';
import { judgeByRules } from './rules.ts';

export interface Mutation {
  readonly check: string;
  /** ids of the cases that notice its absence; none: the check survives unheld */
  readonly heldBy: readonly string[];
}

export interface MutationRun {
  /** cases that differ from what they expect with every check in place: they can hold nothing */
  readonly broken: readonly string[];
  readonly mutations: readonly Mutation[];
}

export function mutateChecks(cases: readonly ScenarioCase[], known: Known, reference: AssessmentReference): MutationRun {
  const drafted = cases.filter(isRequestCase);
  const differs = (one: RequestCase, without?: string): boolean => differences(one.expect, judgeByRules(one, known, reference, without)).length > 0;
  const broken = drafted.filter((one) => differs(one));
  const sound = drafted.filter((one) => !broken.includes(one));
  return {
    broken: broken.map(({ id }) => id),
    mutations: Object.keys(checks).map((check) => ({ check, heldBy: sound.filter((one) => known.templates.get(one.templateId)?.checks.includes(check) && differs(one, check)).map(({ id }) => id) })),
  };
}
