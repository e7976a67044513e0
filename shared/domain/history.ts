/** The history of a document: every revision, who made it, and what it goes on from. */
import { z } from 'zod';
import { bilingual, documentId, instant, revisionId } from './basics.ts';
import { candidate, windowValue } from './difference.ts';
import { author } from './request.ts';
import { fieldType } from './template.ts';

export const historyEntry = z.strictObject({
  id: revisionId,
  /** in the order in which this post learned of them */
  number: z.int().positive(),
  version: z.int().positive(),
  state: z.enum(['draft', 'finalised']),
  author,
  at: instant,
  parents: z.array(revisionId),
  /** joined by the rules alone, by no person */
  merged: z.boolean(),
  /** fields that stood open in it */
  open: z.int().nonnegative(),
  /** the working copy goes on from it */
  head: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

export const shownRevision = z.strictObject({ entry: historyEntry, documentId, kind: z.enum(['request', 'dossier', 'advice']), values: z.record(z.string(), windowValue), open: z.record(z.string(), z.array(candidate.extend({ value: windowValue }))) });
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
