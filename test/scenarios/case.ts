/**
 * The format of a scenario case: a real or invented situation as the values of a request, and what the application ought to say of
 * it. `case.schema.json` is this schema as JSON Schema, for editors; a test keeps the two equal. README.md beside it explains.
 */
import { z } from 'zod';
import { instant, locale, slug } from '../../shared/domain/basics.ts';
import { outcome } from '../../shared/domain/assessment.ts';
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
  })
  .refine((one) => (one.templateId === undefined) === (one.values === undefined), { path: ['values'], message: 'a request has a template and values, both' })
  .refine((one) => one.templateId !== undefined || one.finder !== undefined, { path: ['templateId'], message: 'a case has a request, answers to the finder, or both' })
  .refine((one) => one.templateId !== undefined || (one.expect === undefined && one.alsoOpen === undefined), { path: ['expect'], message: 'without a request there is nothing to expect of it' })
  .meta({ title: 'Steunpunt scenario case', description: 'A situation as the values of a request, and what the application ought to say of it.' });
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
