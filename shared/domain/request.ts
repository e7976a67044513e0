/** A request (verzoek) as it is drafted: values per field of its template, in a working copy, versions and revisions. */
import { z } from 'zod';
import { documentId, instant, municipalityCode, regionCode, revisionId, slug, zonedDateTime } from './basics.ts';
import { packVersions } from './pack.ts';
import { patterns } from './patterns.ts';
import { documentOrigin } from './origin.ts';
import { readOnly } from './space.ts';
import { fieldId } from './template.ts';

const line = z.string().max(500);
const long = z.string().max(50_000);

export const period = z.strictObject({ start: zonedDateTime.optional(), end: zonedDateTime.optional() });
export type Period = z.infer<typeof period>;

export const contactValue = z.strictObject({
  function: line.optional(),
  name: line.optional(),
  phone: line.optional(),
  mail: line.optional(),
});
export type ContactValue = z.infer<typeof contactValue>;

/** Coordinates as the person typed them, so that nothing typed is lost; shared/domain/coordinates.ts reads them. */
export const placeValue = z.strictObject({ description: line.optional(), coordinates: line.optional() });
export type PlaceValue = z.infer<typeof placeValue>;

/** An attachment of the dossier in which the request lies: by id, and by content, so that a revision says which file it meant. */
export const attachmentReference = z.strictObject({ id: z.uuid(), name: z.string().min(1).max(255), sha256: z.string().regex(patterns.sha256) });
export type AttachmentReference = z.infer<typeof attachmentReference>;

export const capabilityLine = z.strictObject({
  /** stable within the document, so that two posts can merge by line */
  id: z.uuid(),
  /** the catalogue entry; absent for something the catalogue does not hold */
  capabilityId: slug.optional(),
  description: line,
  quantity: z.number().positive().max(1_000_000).optional(),
  /** what is counted: military, vehicle, helicopter… */
  unit: line.optional(),
  /** people the line asks for in total, where it asks for people */
  people: z.int().positive().max(1_000_000).optional(),
  /** what would also do */
  substitutes: line.optional(),
  note: line.optional(),
});
export type CapabilityLine = z.infer<typeof capabilityLine>;

export const signatureValue = z.strictObject({
  office: line.optional(),
  name: line.optional(),
  /** signs under a mandate of the competent authority */
  mandated: z.boolean().optional(),
  mandate: line.optional(),
  signedAt: zonedDateTime.optional(),
});
export type SignatureValue = z.infer<typeof signatureValue>;

/** What a field can hold, by field type. An empty field is absent, never an empty string. */
export const valueSchemas = {
  text: line.min(1),
  longText: long.min(1),
  choice: z.string().min(1).max(80),
  yesNo: z.boolean(),
  number: z.number(),
  dateTime: zonedDateTime,
  period,
  region: regionCode,
  municipalities: z.array(municipalityCode).min(1).max(400),
  place: placeValue,
  contact: contactValue,
  capabilityLines: z.array(capabilityLine).min(1).max(200),
  attachments: z.array(attachmentReference).min(1).max(200),
  signature: signatureValue,
} as const;

export type FieldValue =
  | string
  | boolean
  | number
  | Period
  | PlaceValue
  | ContactValue
  | SignatureValue
  | readonly string[]
  | readonly CapabilityLine[]
  | readonly AttachmentReference[];

/** Values by field id. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Any value at the border of a process; the store checks it again against the type that the template gives the field. */
export const fieldValue = z.union([
  z.boolean(),
  z.number(),
  z.string().max(50_000),
  z.array(municipalityCode).max(400).readonly(),
  z.array(capabilityLine).max(400).readonly(),
  z.array(attachmentReference).max(400).readonly(),
  period,
  placeValue,
  contactValue,
  signatureValue,
]);

export const fieldValues = z.record(fieldId, fieldValue);

/** A change of a working copy: fields with their new value, null to empty one. Absolute values, so repeating a change is harmless. */
export const fieldChanges = z.record(fieldId, fieldValue.nullable());
export type FieldChanges = Readonly<Record<string, FieldValue | null>>;

export const requestState = z.enum(['draft', 'finalised']);

export const author = z.strictObject({ post: z.string(), function: z.string() });

export const revisionSummary = z.strictObject({
  id: revisionId,
  /** 1, 2, 3… in the order in which this post learned of them; for people, not for merging */
  number: z.int().positive(),
  version: z.int().positive(),
  state: requestState,
  author,
  at: instant,
  reason: z.string().optional(),
});
export type RevisionSummary = z.infer<typeof revisionSummary>;

/**
 * Requests for one incident that are kept in step (see GLOSSARY.md: groep): of several municipalities under one basis, each signed by its
 * own mayor, or under several bases. What two of them share follows from their templates alone (shared/rules/in-step.ts).
 */
export const requestGroup = z.strictObject({
  id: z.uuid(),
  members: z.array(
    z.strictObject({
      id: documentId,
      reference: z.string(),
      templateId: slug,
      legalBasisId: slug,
      municipality: municipalityCode.optional(),
      state: requestState,
      /** false once it was finalised: it stays as it was then, its later versions too */
      follows: z.boolean(),
    }),
  ),
});
export type RequestGroup = z.infer<typeof requestGroup>;

export const requestSummary = z.strictObject({
  id: documentId,
  /** given by this post: region, year, sequence. Stays the same over all versions. */
  reference: z.string(),
  title: z.string(),
  templateId: slug,
  legalBasisId: slug,
  state: requestState,
  version: z.int().positive(),
  /** start of the period asked, where known */
  start: zonedDateTime.optional(),
  regionCode: regionCode.optional(),
  savedAt: instant,
  /** counts of the assessment when the working copy was last assessed by the store */
  blocks: z.int().nonnegative(),
  warns: z.int().nonnegative(),
  dossierId: documentId.optional(),
  groupId: z.uuid().optional(),
});
export type RequestSummary = z.infer<typeof requestSummary>;

export const requestDocument = z.strictObject({
  id: documentId,
  reference: z.string(),
  templateId: slug,
  legalBasisId: slug,
  state: requestState,
  version: z.int().positive(),
  /** counts the saves of the working copy */
  seq: z.int().nonnegative(),
  savedAt: instant,
  createdAt: instant,
  values: fieldValues,
  packVersions,
  revisions: z.array(revisionSummary),
  /** the written reason of a finalisation over open blocking checks */
  finalisedDespite: z.string().optional(),
  dossierId: documentId.optional(),
  group: requestGroup.optional(),
  /** the space that it belongs to; of an exercise it says so on every screen and page */
  spaceId: z.uuid().optional(),
  exercise: z.literal(true).optional(),
  /** why this post only reads it; absent where it writes */
  readOnly: readOnly.optional(),
  /** the request that this one was copied from */
  origin: documentOrigin.optional(),
});
/** What two requests would share and do not say alike, before they become one group. */
export const requestJoining = z.strictObject({
  /** the working copies that this was read from */
  seq: z.int().nonnegative(),
  other: z.strictObject({ id: documentId, reference: z.string(), title: z.string(), templateId: slug, seq: z.int().nonnegative() }),
  /** null where a side says nothing; `choose` where both say something, and a person says which stands */
  facts: z.array(z.strictObject({ field: fieldId, own: fieldValue.nullable(), other: fieldValue.nullable(), choose: z.boolean() })),
});
export type RequestJoining = Omit<z.infer<typeof requestJoining>, 'facts'> & {
  facts: readonly { readonly field: string; readonly own: FieldValue | null; readonly other: FieldValue | null; readonly choose: boolean }[];
};

export type RequestDocument = Omit<z.infer<typeof requestDocument>, 'values'> & { values: FieldValues };
