/**
 * The finder (grondslagwijzer) as data: plain questions, and rules that lead from their answers to a legal basis, to several, or to
 * the reason why no request goes out. The window asks the questions in any order; `shared/rules/finder/find.ts` decides.
 */
import { z } from 'zod';
import { type Bilingual, bilingual, provenance, slug } from './basics.ts';
import { fieldId } from './template.ts';

const word = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'word such as publicOrder').max(40);
const statedFact = z.strictObject({ text: bilingual, provenance });
/** What an answer already fills in of the request; the window takes those that the template has a field for. */
const prefill = z.record(fieldId, z.union([z.string(), z.boolean()]));
/** Holds when every question named has one of these answers. Empty: always. */
const when = z.record(word, z.array(word).min(1));
export type FinderCondition = z.infer<typeof when>;

export const finderOption = z.strictObject({ value: word, label: bilingual, help: bilingual.optional(), values: prefill.optional() });

export const finderQuestion = z.strictObject({
  id: word,
  label: bilingual,
  help: bilingual.optional(),
  options: z.array(finderOption).min(2),
  /** the answer that counts while nobody gave one; a question without it must be answered where it matters */
  whenSilent: word.optional(),
  /** a second answer to that question: the rules are walked once for each, and what they give stands side by side */
  repeats: word.optional(),
  provenance,
});
export type FinderQuestion = z.infer<typeof finderQuestion>;

const outcomeBase = { id: slug, title: bilingual, reasons: z.array(statedFact).min(1) };

/** One request, or several that belong together, under a legal basis each. */
export const requestOutcome = z.strictObject({
  ...outcomeBase,
  kind: z.literal('request'),
  requests: z.array(z.strictObject({ basis: slug, template: slug, purpose: bilingual, values: prefill.optional() })).min(1),
  /** answers to the question of who asks under which this outcome stands; the first is shown as the right one to others */
  askers: z.array(word).min(1),
});

/** No request goes out under one of the legal bases; `todo` says what does. */
export const plainOutcome = z.strictObject({
  ...outcomeBase,
  /** alarm directly or nothing at all; another way than these bases; somebody else than Defence; no basis there is */
  kind: z.enum(['noRequest', 'otherWay', 'notDefence', 'noBasis']),
  todo: bilingual,
  capabilities: z.array(slug),
  contacts: z.array(slug),
});

/** What to tell whoever asks without being competent. The first that fits counts. */
export const redirect = z.strictObject({
  id: slug,
  askers: z.array(word).min(1).optional(),
  /** ids of outcomes; absent: any */
  outcomes: z.array(slug).min(1).optional(),
  /** whom to fill in instead, where the first asker of the outcome is not the one meant */
  right: word.optional(),
  title: bilingual,
  todo: bilingual,
  reasons: z.array(statedFact).min(1),
});

const shape = z.strictObject({
  id: slug,
  questions: z.array(finderQuestion).min(2),
  /** the question of who asks; a `request` outcome looks at its answer */
  askerQuestion: word,
  contradictions: z.array(z.strictObject({ when, reason: bilingual, provenance })),
  /** the first that holds counts; the last has no condition, so that no answers are without an outcome */
  rules: z.array(z.strictObject({ when, outcome: slug })).min(1),
  outcomes: z.array(z.discriminatedUnion('kind', [requestOutcome, plainOutcome])).min(1),
  redirects: z.array(redirect).min(1),
  /** further reasons that hold for some answers only */
  notes: z.array(z.strictObject({ when, outcomes: z.array(slug).min(1).optional(), ...statedFact.shape })),
  /** what is said when the answers lead to more than one request */
  several: z.strictObject({ title: bilingual, reasons: z.array(statedFact).min(1) }),
});

export const finderData = shape.superRefine((data, context) => {
  for (const { path, reason } of danglingReferences(data)) context.addIssue({ code: 'custom', path: [...path], message: reason });
});
export type FinderData = z.infer<typeof finderData>;
export type FinderFact = z.infer<typeof statedFact>;

/** Question id to option value: any subset, in any order. */
export type FinderAnswers = Readonly<Record<string, string>>;
export type FinderValues = Readonly<Record<string, string | boolean>>;

export interface FinderRequest {
  readonly basisId: string;
  readonly templateId: string;
  /** what this request is for, beside the others */
  readonly purpose: Bilingual;
  /** of the fields of the template; `fitting` in shared/rules/finder leaves out what the template has no place for */
  readonly values: FinderValues;
  /** false: another than the one who asks must sign; `applicant.actor` in `values` is already the right one */
  readonly isCompetent: boolean;
}

export type FinderKind = 'basis' | 'several' | 'wrongApplicant' | z.infer<typeof plainOutcome>['kind'];

export interface FinderSummary {
  readonly id: string;
  readonly kind: FinderKind;
  readonly title: Bilingual;
  readonly basisIds: readonly string[];
  /** of its requests: one basis can stand for order and for criminal law, each with a template of its own */
  readonly templateIds: readonly string[];
}

/** Giving this answer instead (or as well) leads to that outcome. */
export interface FinderChange {
  readonly question: string;
  readonly option: string;
  readonly outcome: FinderSummary;
}

interface Stated extends FinderSummary {
  readonly reasons: readonly FinderFact[];
}

/** What one task leads to. */
export type FinderPart = Stated &
  (
    | (FinderRequest & { readonly kind: 'basis' })
    /** `actors`: answers to the question of who asks that would do; `requests`: what those would send */
    | { readonly kind: 'wrongApplicant'; readonly todo: Bilingual; readonly actors: readonly string[]; readonly requests: readonly FinderRequest[] }
    | { readonly kind: z.infer<typeof plainOutcome>['kind']; readonly todo: Bilingual; readonly capabilityIds: readonly string[]; readonly contactIds: readonly string[] }
  );

/** Separate, linked requests. `besides`: the part that is no request, or that somebody else must ask. */
export type FinderSeveral = Stated & { readonly kind: 'several'; readonly requests: readonly FinderRequest[]; readonly besides: readonly FinderPart[] };

export type FinderOutcome = (FinderPart | FinderSeveral) & { readonly changes: readonly FinderChange[] };

export type FinderResult =
  /** `next`: what can still matter, best first */
  | { readonly state: 'open'; readonly next: readonly string[]; readonly stillPossible: readonly FinderSummary[] }
  | { readonly state: 'found'; readonly outcome: FinderOutcome }
  | { readonly state: 'contradiction'; readonly questions: readonly string[]; readonly reason: Bilingual; readonly provenance: z.infer<typeof provenance> };

interface Dangling {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** Names of questions, answers and outcomes that are not there, and answers that no outcome would follow. */
function danglingReferences(data: z.infer<typeof shape>): Dangling[] {
  const options = new Map(data.questions.map((question) => [question.id, new Set(question.options.map((option) => option.value))]));
  const outcomes = new Map(data.outcomes.map((outcome) => [outcome.id, outcome]));
  const inWhen = (condition: FinderCondition, path: readonly (string | number)[]): Dangling[] =>
    Object.entries(condition).flatMap(([question, values]) => {
      const known = options.get(question);
      if (!known) return [{ path: [...path, question], reason: `no question ${question}` }];
      return values.filter((value) => !known.has(value)).map((value) => ({ path: [...path, question], reason: `question ${question} has no answer ${value}` }));
    });
  const isOutcome = (id: string, path: readonly (string | number)[]): Dangling[] => (outcomes.has(id) ? [] : [{ path, reason: `no outcome ${id}` }]);
  const areAskers = (values: readonly string[], path: readonly (string | number)[]): Dangling[] => inWhen({ [data.askerQuestion]: [...values] }, path);
  const last = data.rules.at(-1);
  const lastRedirect = data.redirects.at(-1);
  return [
    ...(options.has(data.askerQuestion) ? [] : [{ path: ['askerQuestion'], reason: `no question ${data.askerQuestion}` }]),
    ...data.questions.flatMap(({ id, whenSilent, repeats }, index): Dangling[] => [
      ...(whenSilent === undefined || options.get(id)?.has(whenSilent) ? [] : [{ path: ['questions', index, 'whenSilent'], reason: `question ${id} has no answer ${whenSilent}` }]),
      ...(repeats === undefined || options.has(repeats) ? [] : [{ path: ['questions', index, 'repeats'], reason: `no question ${repeats}` }]),
      ...(repeats === undefined || whenSilent !== undefined ? [] : [{ path: ['questions', index], reason: 'a question that repeats another needs whenSilent' }]),
    ]),
    ...data.contradictions.flatMap((one, index) => inWhen(one.when, ['contradictions', index, 'when'])),
    ...data.rules.flatMap((rule, index) => [...inWhen(rule.when, ['rules', index, 'when']), ...isOutcome(rule.outcome, ['rules', index, 'outcome'])]),
    ...data.outcomes.flatMap((outcome, index) => (outcome.kind === 'request' ? areAskers(outcome.askers, ['outcomes', index, 'askers']) : [])),
    ...data.redirects.flatMap((one, index) => [
      ...areAskers(one.askers ?? [], ['redirects', index, 'askers']),
      ...(one.right === undefined ? [] : areAskers([one.right], ['redirects', index, 'right'])),
      ...(one.outcomes ?? []).flatMap((id) => isOutcome(id, ['redirects', index, 'outcomes'])),
    ]),
    ...data.notes.flatMap((note, index) => [...inWhen(note.when, ['notes', index, 'when']), ...(note.outcomes ?? []).flatMap((id) => isOutcome(id, ['notes', index, 'outcomes']))]),
    ...(last && Object.keys(last.when).length === 0 ? [] : [{ path: ['rules'], reason: 'the last rule must hold always' }]),
    ...(lastRedirect && lastRedirect.askers === undefined && lastRedirect.outcomes === undefined ? [] : [{ path: ['redirects'], reason: 'the last redirect must fit everybody' }]),
  ];
}
