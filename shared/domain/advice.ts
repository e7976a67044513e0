/**
 * Advice (advies) of the RMOA: a document of its own, of a request, or of a question before there is one (the informal stage of the
 * minister's answer 22: wishes, effect, limits, possibilities). Internal: it never enters the request's own papers unless chosen.
 * The criteria are pack data (dossier 4.3); which finding excludes which outcome stands there too.
 */
import { z } from 'zod';
import { adviceOutcome, criterionId } from './advice-criterion.ts';
import { documentId, instant, revisionId, slug, zonedDateTime } from './basics.ts';
import { adviceFindings, availabilityStates } from './choices.ts';
import { documentOrigin } from './origin.ts';
import { packVersions } from './pack.ts';
import { author, fieldValue, requestState } from './request.ts';
import { readOnly } from './space.ts';
import { fieldId } from './template.ts';

export { type AdviceCriterion, type AdviceOutcome, adviceCriterion, adviceOutcome } from './advice-criterion.ts';

const line = z.string().min(1).max(500);
const long = z.string().min(1).max(50_000);

export const adviceFinding = z.strictObject({ finding: z.enum(adviceFindings).optional(), reason: long.optional(), source: line.optional() });
export type AdviceFinding = z.infer<typeof adviceFinding>;

/** Whether a capability can be had, as far as known at a moment; `toldBy` is an office or function, never a person. */
export const availability = z.strictObject({
  id: z.uuid(),
  capabilityId: slug.optional(),
  description: z.string().max(500),
  state: z.enum(availabilityStates),
  asOf: zonedDateTime.optional(),
  toldBy: z.string().max(500).optional(),
  note: z.string().max(500).optional(),
});
export type Availability = z.infer<typeof availability>;

/** A proposal as it is typed: what the field of the request ought to say, and why. An empty field is proposed with null. */
export const typedProposal = z.strictObject({ id: z.uuid(), field: fieldId, value: fieldValue.nullable(), why: z.string().max(5000) });
/** As kept: who proposed it, and when. The store adds both; what is sent along is passed over. */
export const adviceProposal = typedProposal.extend({ by: author, at: instant });
export type AdviceProposal = z.infer<typeof adviceProposal>;

/** What each field holds; an empty field is absent. Findings stand apart, by criterion. */
export const adviceFields = {
  subject: line,
  askedBy: line,
  askedAt: zonedDateTime,
  /** the informal stage: what the applicant wishes, which effect, within which limits, and what Defence can and cannot do */
  wishes: long,
  effect: long,
  limits: long,
  possibilities: long,
  outcome: adviceOutcome,
  reason: long,
  /** of a conditional outcome; a line each */
  conditions: long,
  /** of a redirect: who can do it instead */
  alternative: long,
  availability: z.array(availability).min(1).max(200),
  proposals: z.array(adviceProposal).min(1).max(200),
} as const;
export type AdviceField = keyof typeof adviceFields;

export const adviceValues = z.strictObject({ ...adviceFields, findings: z.record(criterionId, adviceFinding) }).partial();
export type AdviceValues = z.infer<typeof adviceValues>;

/** As the store and a revision keep it: findings each under an id of their own, so that two of them are two changes. */
export type StoredAdvice = Readonly<Record<string, unknown>>;
const ofFinding = 'findings.';

export function nestedAdvice(stored: StoredAdvice): AdviceValues {
  const entries = Object.entries(stored);
  const findings = entries.filter(([id]) => id.startsWith(ofFinding)).map(([id, finding]) => [id.slice(ofFinding.length), finding]);
  return adviceValues.parse({
    ...Object.fromEntries(entries.filter(([id]) => !id.startsWith(ofFinding))),
    ...(findings.length === 0 ? {} : { findings: Object.fromEntries(findings) }),
  });
}

export function flatAdvice({ findings = {}, ...rest }: AdviceValues | AdviceChanges): StoredAdvice {
  return { ...rest, ...Object.fromEntries(Object.entries(findings).map(([id, finding]) => [`${ofFinding}${id}`, finding])) };
}

/** Absolute values, null to empty a field; `findings` changes the criteria that it names. Repeating a change is harmless. */
export const adviceChanges = z
  .strictObject({
    subject: line.nullable(),
    askedBy: line.nullable(),
    askedAt: zonedDateTime.nullable(),
    wishes: long.nullable(),
    effect: long.nullable(),
    limits: long.nullable(),
    possibilities: long.nullable(),
    outcome: adviceOutcome.nullable(),
    reason: long.nullable(),
    conditions: long.nullable(),
    alternative: long.nullable(),
    availability: z.array(availability).max(200).nullable(),
    proposals: z
      .array(typedProposal.extend({ by: author.optional(), at: instant.optional() }))
      .max(200)
      .nullable(),
    findings: z.record(criterionId, adviceFinding.nullable()),
  })
  .partial();
export type AdviceChanges = z.infer<typeof adviceChanges>;

/** A version that was finalised. The newest stands; the ones before it are superseded. */
export const adviceVersion = z.strictObject({
  revisionId,
  version: z.int().positive(),
  state: z.enum(['finalised', 'superseded']),
  outcome: adviceOutcome.optional(),
  author,
  at: instant,
});
export type AdviceVersion = z.infer<typeof adviceVersion>;

/** What was done with a proposal, by whom. */
export const proposalAnswer = z.strictObject({
  proposalId: z.uuid(),
  answer: z.enum(['takenOver', 'declined']),
  reason: z.string().optional(),
  by: author,
  at: instant,
});
export type ProposalAnswer = z.infer<typeof proposalAnswer>;

export const adviceSummary = z.strictObject({
  id: documentId,
  /** given by this post: region, year, A and a sequence */
  reference: z.string(),
  /** the subject, else the title of its request */
  title: z.string(),
  /** of the working copy */
  state: requestState,
  version: z.int().positive(),
  outcome: adviceOutcome.optional(),
  /** the newest finalised version, also while the next one is a draft */
  standing: adviceVersion.optional(),
  requestId: documentId.optional(),
  requestReference: z.string().optional(),
  dossierId: documentId.optional(),
  /** proposals that nobody took over or declined yet */
  openProposals: z.int().nonnegative(),
  savedAt: instant,
});
export type AdviceSummary = z.infer<typeof adviceSummary>;

export const adviceDocument = z.strictObject({
  id: documentId,
  reference: z.string(),
  state: requestState,
  version: z.int().positive(),
  seq: z.int().nonnegative(),
  savedAt: instant,
  createdAt: instant,
  requestId: documentId.optional(),
  dossierId: documentId.optional(),
  values: adviceValues,
  /** newest first */
  versions: z.array(adviceVersion),
  answers: z.array(proposalAnswer),
  packVersions,
  /** the space that it belongs to */
  spaceId: z.uuid(),
  /** the advice that this one was copied from */
  origin: documentOrigin.optional(),
  /** why this post only reads it; absent where it writes */
  readOnly: readOnly.optional(),
});
export type AdviceDocument = z.infer<typeof adviceDocument>;

/** What the assessment of the request gives for a criterion: a proposal, taken over by the person or not. */
export const adviceSuggestion = z.strictObject({
  criterionId,
  finding: z.enum(adviceFindings).optional(),
  /** remarks of the checks, as typed messages */
  reasons: z.array(z.strictObject({ messageId: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])), source: z.string() })),
});
export type AdviceSuggestion = z.infer<typeof adviceSuggestion>;
