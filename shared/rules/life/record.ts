/** Whether a step can be recorded beside those that are there. */
import type { LifeContext, StepFact } from './facts.ts';
import { lifeOf } from './life.ts';
import type { Refusal } from './machine.ts';

/**
 * Why it cannot; nothing when it can. A step may make no step doubtful that was not: neither itself nor one that stands later in time.
 * A step that puts right may leave others doubtful that were so already.
 */
export function refusalOf(steps: readonly StepFact[], step: StepFact, context: LifeContext): Refusal | undefined {
  if (step.instant > context.now) return 'future';
  const before = lifeOf(steps, context);
  if (step.corrects !== undefined && before.correctedBy.has(step.corrects)) return 'corrected';
  const after = lifeOf([...steps, step], context);
  const own = after.doubts.get(step.revisionId);
  if (own !== undefined) return own;
  for (const id of after.doubts.keys()) if (!before.doubts.has(id)) return 'laterSteps';
  return undefined;
}
