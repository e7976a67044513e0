/**
 * The life of a request: from pre-announcement to settled, in steps. A step is a signed revision of its own, like an entry of a log:
 * recorded now or afterwards with its real time, put right by a new step that names it, never rewritten. State and open tasks follow
 * from the steps alone (shared/rules/life/), so that posts that hold the same steps say the same.
 */
import { z } from 'zod';
import { adviceOutcome } from './advice.ts';
import { documentId, instant, revisionId, slug, zonedDateTime } from './basics.ts';
import { carriers, lifeStates } from './choices.ts';
import { lifeStepKind } from './life-reason.ts';
import { author, requestState } from './request.ts';
import { fieldId } from './template.ts';

export { type LifeReason, type LifeStepKind, lifeReason, lifeStepKind } from './life-reason.ts';

export const lifeState = z.enum(lifeStates);
export type LifeState = z.infer<typeof lifeState>;
export const carrier = z.enum(carriers);

/** Trimmed where it is typed; reading must not change a character of what was signed. */
const line = z.string().min(1).max(500);

/** A quantity of one capability line of the request, by the id of the line. */
export const lineQuantity = z.strictObject({ lineId: z.uuid(), quantity: z.number().nonnegative().max(1_000_000) });

/** Additional expenditure in euros, hours worked and people engaged; no threshold stands in any source. */
export const expenditure = z.strictObject({
  euros: z.number().nonnegative().max(1_000_000_000).multipleOf(0.01).optional(),
  hours: z.number().nonnegative().max(10_000_000).optional(),
  people: z.int().nonnegative().max(1_000_000).optional(),
});
export type Expenditure = z.infer<typeof expenditure>;

export const lifeStepFields = {
  /** made by the caller, so that recording it twice gives one */
  id: z.uuid(),
  kind: lifeStepKind,
  /** when it happened */
  at: zonedDateTime,
  /** an office or function, never a person's name: LOCC, voorzitter veiligheidsregio */
  by: line.optional(),
  remark: z.string().min(1).max(10_000).optional(),
  /** the mark of a paper or message that says it */
  document: line.optional(),
  /** the version of the request that was sent, or that asks the extension or change */
  version: z.int().positive().optional(),
  carrier: carrier.optional(),
  addressee: line.optional(),
  /** id in the pack of kind `life-reasons` */
  reason: slug.optional(),
  /** granted, deployed or returned per line; without it all that was asked, granted or deployed */
  lines: z.array(lineQuantity).min(1).max(200).optional(),
  /** end that an extension asks or a decision gives */
  until: zonedDateTime.optional(),
  expenditure: expenditure.optional(),
  /** the pre-announcement that this one takes into the life of the request: an entry of a log, or one that stood alone */
  announcement: revisionId.optional(),
  /** the step of this request that it puts right; a retraction says that it never was */
  corrects: revisionId.optional(),
} as const;
/** As it is kept and signed. */
export const lifeStepContent = z.strictObject(lifeStepFields);
const typed = z.string().trim().min(1);
/** As it is recorded. */
export const newLifeStep = lifeStepContent.extend({
  by: typed.max(500).optional(),
  remark: typed.max(10_000).optional(),
  document: typed.max(500).optional(),
  addressee: typed.max(500).optional(),
});
export type NewLifeStep = z.infer<typeof newLifeStep>;

export const lifeStep = z.strictObject({
  ...lifeStepFields,
  /** name of its revision */
  revisionId,
  recordedAt: instant,
  author,
  /** the step that puts this one right: it counts for nothing any more, and stays readable */
  correctedBy: revisionId.optional(),
  /** why it does not fit where it stands in time: two posts recorded what cannot both be so. Id of a message `life.refused.…` */
  doubt: z.string().optional(),
});
export type LifeStep = z.infer<typeof lifeStep>;

export const lifeTaskKind = z.enum([
  'paperMustFollow',
  'receiptUnknown',
  'decisionAwaited',
  'amendmentAwaited',
  'startPassed',
  'endPassed',
  'notReturned',
  'settlementOpen',
  'doubtfulStep',
]);
export type LifeTaskKind = z.infer<typeof lifeTaskKind>;

/** What is still to be done. `since` is the moment from which it counts up; `source` the rule that asks for it, where there is one. */
export const lifeTask = z.strictObject({ kind: lifeTaskKind, since: instant, source: z.string().optional() });
export type LifeTask = z.infer<typeof lifeTask>;

/** Asked in the version of now; the others as recorded. Absent: nothing was recorded, or no number was asked. */
export const lifeLine = z.strictObject({
  lineId: z.uuid(),
  capabilityId: slug.optional(),
  description: z.string(),
  unit: z.string().optional(),
  asked: z.number().optional(),
  granted: z.number().optional(),
  deployed: z.number().optional(),
  returned: z.number().optional(),
});
export type LifeLine = z.infer<typeof lifeLine>;

/** Advice beside decision (the minister's answer 23). `partly`: advised positive, granted in part. `open`: one of the two is not there yet. */
export const adviceComparison = z.strictObject({
  adviceId: documentId.optional(),
  advice: adviceOutcome.optional(),
  decision: z.enum(['granted', 'grantedInPart', 'rejected']).optional(),
  decidedAt: zonedDateTime.optional(),
  reason: slug.optional(),
  differs: z.enum(['open', 'same', 'partly', 'differs']),
});
export type AdviceComparison = z.infer<typeof adviceComparison>;

/** An extension or change: the version that asks it, the one before it, and the fields in which they differ. */
export const amendment = z.strictObject({
  step: revisionId,
  kind: z.enum(['extension', 'change']),
  version: z.int().positive().optional(),
  former: z.int().positive().optional(),
  revisionId: revisionId.optional(),
  formerRevisionId: revisionId.optional(),
  fields: z.array(fieldId),
  decision: z.enum(['granted', 'grantedInPart', 'rejected']).optional(),
});
export type Amendment = z.infer<typeof amendment>;

export const life = z.strictObject({
  requestId: documentId,
  reference: z.string(),
  requestState,
  version: z.int().positive(),
  state: lifeState,
  /** in the order in which things happened; corrected ones too */
  steps: z.array(lifeStep),
  /** kinds that can be recorded as happening now */
  allowed: z.array(lifeStepKind),
  tasks: z.array(lifeTask),
  lines: z.array(lifeLine),
  /** sums of euros and hours; people: the most that were named at once */
  totals: expenditure,
  amendments: z.array(amendment),
  comparison: adviceComparison,
});
export type Life = z.infer<typeof life>;

/** A row of the overview; a pre-announcement without a request has no request. */
export const lifeRow = z.strictObject({
  requestId: documentId.optional(),
  /** of a pre-announcement that no request follows yet */
  announcementId: revisionId.optional(),
  dossierId: documentId.optional(),
  reference: z.string(),
  title: z.string(),
  state: lifeState,
  /** when that state began, where a step began it */
  since: instant.optional(),
  tasks: z.array(lifeTask),
  comparison: adviceComparison,
  totals: expenditure,
});
export type LifeRow = z.infer<typeof lifeRow>;

/** A pre-announcement (vooraankondiging), of a log or on its own. */
export const announcement = z.strictObject({
  id: revisionId,
  /** given by this post when it stands alone; else that of the dossier */
  reference: z.string(),
  at: zonedDateTime,
  recordedAt: instant,
  text: z.string(),
  by: z.string().optional(),
  author,
  dossierId: documentId.optional(),
  /** requests that took it into their life */
  requests: z.array(z.strictObject({ id: documentId, reference: z.string() })),
});
export type Announcement = z.infer<typeof announcement>;
