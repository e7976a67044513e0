/**
 * Open differences: one field that two posts changed apart. Both values stay, in every copy of the document, until a person decides;
 * the decision is an ordinary later revision.
 *
 * A path names what differs: a field (`effect.text`), a part of a period (`effect.period/end`), an item of a list by its id
 * (`capabilities.lines/<id>`) or a part of an item (`capabilities.lines/<id>/quantity`). Quantity, unit and people are one part, and so
 * are capability and description: half of one post's and half of the other's would be what nobody asked.
 */
import { z } from 'zod';
import { bilingual, documentId, instant, revisionId, slug } from './basics.ts';
import { author, requestState } from './request.ts';
import { readOnly, spaceId } from './space.ts';
import { fieldType } from './template.ts';

export const differencePath = z.string().min(1).max(400);
/** a value as it stands in a revision; null: no value */
export const anyValue = z.json();
export type AnyValue = z.infer<typeof anyValue>;

/** The same, as the window gets and gives it: a type without depth, which the contract can carry. */
export type WindowValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;
export const windowValue = z.custom<WindowValue>((value) => anyValue.safeParse(value).success);

/** Kinds of document that posts may change apart. */
export const sharedKind = z.enum(['request', 'dossier', 'advice']);
export type SharedKind = z.infer<typeof sharedKind>;

/** One of the values that stand against each other. Without `revision`: the value that this revision itself holds. */
export const candidate = z.strictObject({ value: anyValue, revision: revisionId.optional() });
export type Candidate = z.infer<typeof candidate>;

/** What stands open in a revision, by path. */
export const openDifferences = z.record(differencePath, z.array(candidate).min(2).max(50));
export type OpenDifferences = Readonly<Record<string, readonly Candidate[]>>;

export const differenceSummary = z.strictObject({
  documentId,
  spaceId,
  kind: sharedKind,
  reference: z.string(),
  title: z.string(),
  /** 'open': fields to decide; 'proposal': a draft that was written while another post finalised; it waits for the next version */
  state: z.enum(['open', 'proposal']),
  /** fields to decide, or proposals */
  count: z.int().positive(),
  /** why it is not for this post to decide; absent where it is */
  readOnly: readOnly.optional(),
});
export type DifferenceSummary = z.infer<typeof differenceSummary>;

/** A document as a list names it. */
export const documentName = z.strictObject({ id: documentId, kind: sharedKind, reference: z.string(), title: z.string() });
export type DocumentName = z.infer<typeof documentName>;

const told = z.strictObject({ value: windowValue, revision: revisionId, author, at: instant });

export const differenceDetail = z.strictObject({
  documentId,
  spaceId,
  kind: sharedKind,
  reference: z.string(),
  title: z.string(),
  /** of a request: the template whose fields it has */
  templateId: slug.optional(),
  state: requestState,
  version: z.int().positive(),
  /** why this post only reads it and others decide; absent where it writes */
  readOnly: readOnly.optional(),
  /** the working copy that the person sees */
  seq: z.int().nonnegative(),
  /** what both went on from, with its number in the history; absent where there is not one such revision */
  ancestor: z.strictObject({ id: revisionId, number: z.int().positive() }).optional(),
  open: z.array(
    z.strictObject({
      path: differencePath,
      field: z.string(),
      label: bilingual.optional(),
      type: fieldType.optional(),
      /** of an item of a list: what it is called */
      item: z.string().optional(),
      part: z.string().optional(),
      before: windowValue,
      /** `note`: the remark that stands with the item in that revision, where it has one */
      candidates: z.array(told.partial({ revision: true, author: true, at: true }).extend({ note: z.string().optional() })),
      /** what stands in the document meanwhile */
      now: windowValue,
    }),
  ),
  /** what only one side changed, and so was joined without a question */
  merged: z.array(z.strictObject({ path: differencePath, field: z.string(), label: bilingual.optional(), was: windowValue, becomes: windowValue, from: author.optional() })),
  /** drafts that wait for the next version */
  proposals: z.array(
    z.strictObject({
      revision: revisionId,
      author,
      at: instant,
      version: z.int().positive(),
      state: requestState,
      /** what it and the version that stands both went on from; absent where there is not one such revision */
      ancestor: revisionId.optional(),
    }),
  ),
});
export type DifferenceDetail = z.infer<typeof differenceDetail>;

export type OpenField = DifferenceDetail['open'][number];

export const decision = z.strictObject({ path: differencePath, value: windowValue });
