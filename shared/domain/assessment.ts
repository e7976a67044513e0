/** What the rules say of a draft: the route it will travel, what is missing or wrong, how complete it is. */
import { z } from 'zod';
import { bilingual, provenance, slug } from './basics.ts';
import type { Capability } from './capability.ts';
import type { CapabilityClaim } from './claim.ts';
import { type LegalBasis, actor, routeStepKind } from './legal-basis.ts';
import type { Municipality, Region } from './region.ts';
import type { FieldValues } from './request.ts';
import { type Template, fieldId } from './template.ts';

export const outcome = z.enum(['ok', 'informs', 'warns', 'blocks']);
export type Outcome = z.infer<typeof outcome>;

export const finding = z.strictObject({
  /** id of the check, `period.consistent`; several findings can share it */
  checkId: z.string(),
  outcome,
  /** typed message id in shared/messages, with its values */
  messageId: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** the field to jump to */
  field: fieldId.optional(),
  /** 'Wvr art. 51 lid 1', 'Antwoord 44' — as the person reads it */
  source: z.string(),
});
export type Finding = z.infer<typeof finding>;

export const assessedStep = z.strictObject({
  id: slug,
  kind: routeStepKind,
  from: actor,
  to: actor.optional(),
  inAgreementWith: actor.optional(),
  afterConsulting: z.array(actor).optional(),
  /** with the names of this request filled in */
  text: bilingual,
  provenance,
});
export type AssessedStep = z.infer<typeof assessedStep>;

export const sectionState = z.enum(['empty', 'open', 'complete']);

export const assessment = z.strictObject({
  legalBasisId: slug,
  route: z.array(assessedStep),
  findings: z.array(finding),
  completeness: z.strictObject({
    required: z.int().nonnegative(),
    filled: z.int().nonnegative(),
    sections: z.array(z.strictObject({ id: slug, state: sectionState, required: z.int(), filled: z.int() })),
  }),
});
export type Assessment = z.infer<typeof assessment>;

/** All that the rules may look at. `now` is passed in: rules read no clock. */
export interface AssessmentInput {
  readonly values: FieldValues;
  readonly template: Template;
  readonly basis: LegalBasis;
  readonly reference: AssessmentReference;
  /** instant on the post's clock, ISO UTC */
  readonly now: string;
  /** what open requests of this post ask; those of this request and of its group count for nothing. Absent: not known here. */
  readonly claims?: readonly CapabilityClaim[];
  readonly requestId?: string;
  readonly groupId?: string;
}

export interface AssessmentReference {
  readonly regions: Readonly<Record<string, Region>>;
  readonly municipalities: Readonly<Record<string, Municipality>>;
  readonly capabilities: Readonly<Record<string, Capability>>;
}
