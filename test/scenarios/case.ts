/**
 * The format of a scenario case: a real or invented situation as the values of a request, and what the application ought to say of
 * it. `case.schema.json` is this schema as JSON Schema, for editors; a test keeps the two equal. README.md beside it explains.
 */
import { z } from 'zod';
import { adviceChanges } from '../../shared/domain/advice.ts';
import { criterionId } from '../../shared/domain/advice-criterion.ts';
import { instant, locale, slug } from '../../shared/domain/basics.ts';
import { outcome } from '../../shared/domain/assessment.ts';
import { adviceFindings, lifeStates } from '../../shared/domain/choices.ts';
import { lifeTaskKind, newLifeStep } from '../../shared/domain/life.ts';
import { postIdentity } from '../../shared/domain/post.ts';
import { fieldValues } from '../../shared/domain/request.ts';
import { fieldId } from '../../shared/domain/template.ts';

const text = z.string().min(1);

export const expectedCheck = z
  .strictObject({
    id: text.meta({ description: 'id of the check, such as period.complete' }),
    severity: outcome.optional(),
    field: fieldId.optional(),
    messageId: text.optional().meta({ description: 'which of the remarks of the check, such as checks.period.noEnd' }),
  })
  .meta({ description: 'A remark. What is left out may be anything.' });
export type ExpectedCheck = z.infer<typeof expectedCheck>;

export const expectation = z.strictObject({
  legalBasis: slug.optional(),
  route: z.array(slug).min(1).optional().meta({ description: 'ids of all route steps, in order' }),
  checks: z.array(expectedCheck).optional().meta({ description: 'remarks that must be there' }),
  absent: z.array(expectedCheck).optional().meta({ description: 'remarks that must not be there' }),
  blocks: z.int().nonnegative().optional().meta({ description: 'how many remarks block, exactly' }),
  warns: z.int().nonnegative().optional().meta({ description: 'how many remarks warn, exactly' }),
  completeness: z.strictObject({ required: z.int().nonnegative(), filled: z.int().nonnegative() }).optional(),
});
export type Expectation = z.infer<typeof expectation>;

export const finderExpectation = z.strictObject({
  state: z.enum(['open', 'found', 'contradiction']),
  kind: text.optional().meta({ description: 'basis, several, wrongApplicant, noRequest, otherWay, notDefence or noBasis' }),
  outcome: slug.optional().meta({ description: 'id of the outcome in the finder pack' }),
  bases: z.array(slug).optional(),
  templates: z.array(slug).optional().meta({ description: 'of the requests, in order' }),
  actors: z.array(text).optional().meta({ description: 'who could ask instead' }),
  capabilities: z.array(slug).optional().meta({ description: 'that must be among those named' }),
  questions: z.array(text).optional().meta({ description: 'that contradict each other, or that are still open' }),
});
export type FinderExpectation = z.infer<typeof finderExpectation>;

export const finderCase = z
  .strictObject({ answers: z.record(text, text), expect: finderExpectation })
  .meta({ description: 'answers to the finder by question, and where they ought to lead' });
export type FinderCase = z.infer<typeof finderCase>;

export const expectedAdvice = z.strictObject({
  suggestions: z.record(criterionId, z.enum(adviceFindings)).optional().meta({ description: 'finding that the assessment proposes, by criterion' }),
  checks: z.array(expectedCheck).optional().meta({ description: 'remarks on the advice that must be there' }),
  absent: z.array(expectedCheck).optional(),
  blocks: z.int().nonnegative().optional(),
});

export const caseAdvice = z
  .strictObject({
    values: adviceChanges.meta({ description: 'what the adviser writes' }),
    finalise: z.boolean().optional().meta({ description: 'whether it is finalised, so that it stands beside the decision' }),
    expect: expectedAdvice.optional(),
  })
  .meta({ description: 'the advice on the request' });

/** A step as it is recorded; its id is made by the runner. */
const caseStep = newLifeStep.omit({ id: true, corrects: true, announcement: true }).extend({
  corrects: z.int().nonnegative().optional().meta({ description: 'which entry of `steps` it puts right, counted from 0' }),
  refused: text.optional().meta({ description: 'the step must be refused, for this reason: the end of a message `life.refused.…`' }),
});

export const caseLife = z
  .strictObject({
    steps: z
      .array(
        z.union([
          caseStep,
          z.strictObject({ finalise: text.min(10).meta({ description: 'finalises the request; the reason counts when checks block' }) }),
          z.strictObject({ nextVersion: fieldValues.meta({ description: 'opens the next version and writes these values in it' }) }),
        ]),
      )
      .min(1),
    expect: z
      .strictObject({
        state: z.enum(lifeStates).optional(),
        tasks: z.array(lifeTaskKind).optional().meta({ description: 'what is still to be done, exactly and in order' }),
        differs: z.enum(['open', 'same', 'partly', 'differs']).optional().meta({ description: 'advice beside decision' }),
        lines: z.array(z.strictObject({ asked: z.number().optional(), granted: z.number().optional(), deployed: z.number().optional(), returned: z.number().optional() })).optional().meta({ description: 'numbers per capability line, in order' }),
        changed: z.array(fieldId).optional().meta({ description: 'fields in which the last extension or change differs from the version before it' }),
      })
      .optional(),
  })
  .meta({ description: 'what happened with the request, in the order in which it is recorded' });

export const scenarioCase = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('steunpunt-case/1'),
    id: slug.meta({ description: 'name of the folder of its results' }),
    title: text,
    sources: z.array(text).min(1).meta({ description: 'where the facts come from' }),
    assumptions: z.array(text).meta({ description: 'which values are not in the sources but ours' }),
    now: instant.meta({ description: 'the moment at which the rules look at the request, UTC' }),
    locale: locale.optional().meta({ description: 'language of messages and documents; nl when absent' }),
    post: postIdentity.meta({ description: 'the post on which the request is drafted' }),
    finder: finderCase.optional(),
    templateId: slug.optional().meta({ description: 'absent: a case of the finder alone, without a request' }),
    values: fieldValues.optional().meta({ description: 'values by field id of the template; a field that is not here keeps its initial value' }),
    alsoOpen: z
      .array(z.strictObject({ templateId: slug, values: fieldValues }))
      .optional()
      .meta({ description: 'other requests that are open on this post: what they ask counts against this one' }),
    expect: expectation.optional(),
    advice: caseAdvice.optional(),
    life: caseLife.optional(),
  })
  .refine((one) => (one.templateId === undefined) === (one.values === undefined), { path: ['values'], message: 'a request has a template and values, both' })
  .refine((one) => one.templateId !== undefined || one.finder !== undefined, { path: ['templateId'], message: 'a case has a request, answers to the finder, or both' })
  .refine((one) => one.templateId !== undefined || (one.expect === undefined && one.alsoOpen === undefined && one.advice === undefined && one.life === undefined), { path: ['expect'], message: 'without a request there is nothing to expect of it' })
  .meta({ title: 'Steunpunt scenario case', description: 'A situation as the values of a request, and what the application ought to say of it.' });
export type CaseAdvice = z.infer<typeof caseAdvice>;
export type CaseLife = z.infer<typeof caseLife>;
export type ScenarioCase = z.infer<typeof scenarioCase>;
/** A case that drafts a request. */
export type RequestCase = ScenarioCase & { readonly templateId: string; readonly values: NonNullable<ScenarioCase['values']> };
export const isRequestCase = (one: ScenarioCase): one is RequestCase => one.templateId !== undefined && one.values !== undefined;
/** Throws for anything else than a case that drafts a request. */
export function requestCase(json: unknown): RequestCase {
  const one = scenarioCase.parse(json);
  if (!isRequestCase(one)) throw new Error(`case ${one.id} drafts no request`);
  return one;
}

/** The schema as JSON Schema, as it stands in case.schema.json. */
export const caseJsonSchema = (): object => z.toJSONSchema(scenarioCase, { io: 'input', reused: 'inline' });
