/** The history of a document: every revision, who made it, and what it goes on from. */
import { z } from 'zod';
import { bilingual, documentId, instant, revisionId, slug } from './basics.ts';
import { candidate, sharedKind, windowValue } from './difference.ts';
import { packVersions } from './pack.ts';
import { author, requestState } from './request.ts';
import { readOnly, spaceId } from './space.ts';
import { fieldType } from './template.ts';

export const historyEntry = z.strictObject({
  id: revisionId,
  /** in the order in which this post learned of them */
  number: z.int().positive(),
  version: z.int().positive(),
  state: requestState,
  author,
  at: instant,
  parents: z.array(revisionId),
  /** joined by the rules alone, by no person */
  merged: z.boolean(),
  /** fields that stood open in it */
  open: z.int().nonnegative(),
  /** the working copy goes on from it */
  head: z.boolean(),
  /** why it was finalised over open blocking checks */
  reason: z.string().optional(),
  /** the packs it was made with; a dossier is made with none */
  packVersions: packVersions.optional(),
  /** of the key that signed it, as two people read it to each other */
  signer: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** Which document it is, as it stands now, and its revisions, newest first. */
export const documentHistory = z.strictObject({
  documentId,
  spaceId,
  kind: sharedKind,
  reference: z.string(),
  title: z.string(),
  /** of a request: the template whose fields it has */
  templateId: slug.optional(),
  state: requestState,
  version: z.int().positive(),
  /** the working copy */
  seq: z.int().nonnegative(),
  /** something was typed since the newest revision that it goes on from */
  ahead: z.boolean(),
  /** why this post only reads it; absent where it writes */
  readOnly: readOnly.optional(),
  entries: z.array(historyEntry),
});
export type DocumentHistory = z.infer<typeof documentHistory>;

export const shownRevision = z.strictObject({ entry: historyEntry, documentId, kind: sharedKind, values: z.record(z.string(), windowValue), open: z.record(z.string(), z.array(candidate.extend({ value: windowValue }))) });
export type ShownRevision = z.infer<typeof shownRevision>;

const wordChange = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), item: z.string() });

export const fieldChange = z.strictObject({
  field: z.string(),
  label: bilingual.optional(),
  type: fieldType.optional(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: windowValue.optional(),
  after: windowValue.optional(),
  words: z.array(wordChange).optional(),
  items: z.array(z.strictObject({ id: z.string(), kind: z.enum(['same', 'added', 'removed', 'changed']), before: windowValue.optional(), after: windowValue.optional(), parts: z.array(z.string()) })).optional(),
});
export type FieldChange = z.infer<typeof fieldChange>;
