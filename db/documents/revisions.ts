/**
 * Revisions: immutable snapshots, named by the SHA-256 of their content in canonical JSON, signed by the post that made them. The
 * content holds no time, so that the same content on the same parents is the same revision wherever and whenever it is made; the time
 * stands beside it, signed with the id, and is shown, never compared.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type StoredAdvice, adviceProposal, nestedAdvice } from '../../shared/domain/advice.ts';
import { attachment } from '../../shared/domain/attachment.ts';
import { documentId, instant, revisionId, slug, zonedDateTime } from '../../shared/domain/basics.ts';
import { openDifferences } from '../../shared/domain/difference.ts';
import { dossierValues } from '../../shared/domain/dossier.ts';
import { exerciseScript, keeping, scriptAct } from '../../shared/domain/exercise-script.ts';
import { lifeStepContent } from '../../shared/domain/life.ts';
import { logEntryKind } from '../../shared/domain/log-entry.ts';
import { originNamed } from '../../shared/domain/origin.ts';
import { packVersions } from '../../shared/domain/pack.ts';
import { type FieldValues, type RevisionSummary, author, fieldValues, requestState } from '../../shared/domain/request.ts';
import { AppError } from '../../shared/errors.ts';
import { isSignedBy } from '../exchange/keys.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { canonicalJson } from './canonical.ts';
import type { Post } from './identity.ts';

const common = {
  format: z.literal('steunpunt-revision/1'),
  document: documentId,
  space: z.uuid(),
  parents: z.array(revisionId),
  author,
} as const;

/** Of a document that posts may change apart. */
const shared = {
  /** fields that two posts changed apart, until a person decides */
  open: openDifferences.optional(),
  /** joined of its parents by the rules alone: every post makes the same one */
  merged: z.literal('steunpunt-merge/1').optional(),
} as const;

/** Of a document that can be copied: the one that it was copied from, and what says so where that one is not held. */
const copied = {
  origin: documentId.optional(),
  originNamed: originNamed.optional(),
} as const;

const requestContent = z.strictObject({
  ...common,
  ...shared,
  ...copied,
  kind: z.literal('request'),
  reference: z.string(),
  template: slug,
  legalBasis: slug,
  version: z.int().positive(),
  state: requestState,
  values: z.custom<FieldValues>((values) => fieldValues.safeParse(values).success),
  packVersions,
  /** why it was finalised over open blocking checks */
  reason: z.string().optional(),
  /** the group that it is a member of */
  group: z.uuid().optional(),
  /** the dossier that it lies in */
  dossier: documentId.optional(),
});

const dossierContent = z.strictObject({ ...common, ...shared, ...copied, kind: z.literal('dossier'), reference: z.string(), values: dossierValues });

/** An entry of a log has no parents: entries are a set that only grows, in the order of their time. */
const logEntryContent = z.strictObject({
  ...common,
  kind: z.literal('logEntry'),
  /** tells two entries of the same words in the same minute apart */
  entry: z.uuid(),
  entryKind: logEntryKind,
  at: zonedDateTime,
  // as it was written: reading must not change a character of what was signed
  text: z.string().min(1).max(10_000),
  corrects: revisionId.optional(),
  /** in the log of a copied dossier: who wrote it in the other, and when; its own author is who copied it */
  written: z.strictObject({ by: author, at: instant }).optional(),
});

/** Field by field, as a request; read as an advice where it is used. */
function isAdvice(values: unknown): boolean {
  try {
    nestedAdvice(z.record(z.string(), z.unknown()).parse(values));
    return true;
  } catch {
    return false;
  }
}

const adviceContent = z.strictObject({
  ...common,
  ...shared,
  ...copied,
  kind: z.literal('advice'),
  reference: z.string(),
  version: z.int().positive(),
  state: requestState,
  values: z.custom<StoredAdvice>(isAdvice),
  packVersions,
  reason: z.string().optional(),
  request: documentId.optional(),
  dossier: documentId.optional(),
});

/** What happened to an advice beside its text: also a finalised one is linked, and its proposals are answered. No parents, as an entry of a log. */
const adviceActContent = z.strictObject({
  ...common,
  kind: z.literal('adviceAct'),
  /** tells two acts of the same words apart */
  act: z.uuid(),
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('linked'), request: documentId.nullable() }),
    /** with the proposal itself, so that who proposed what stands where it was taken over */
    z.strictObject({ kind: z.literal('takenOver'), proposal: adviceProposal, request: documentId, version: z.int().positive() }),
    z.strictObject({ kind: z.literal('declined'), proposal: adviceProposal, reason: z.string().optional() }),
  ]),
});

/** A step in the life of a request, whose document it names. No parents: steps are a set, in the order in which things happened. */
const lifeStepRevision = z.strictObject({ ...common, kind: z.literal('lifeStep'), step: lifeStepContent });

/** A pre-announcement outside a dossier: a document of its own, of this one revision. */
const announcementContent = z.strictObject({
  ...common,
  kind: z.literal('announcement'),
  reference: z.string(),
  step: z.uuid(),
  at: zonedDateTime,
  text: z.string().min(1).max(10_000),
  by: z.string().optional(),
});

/** The script of an exercise: a document of its own, of this one revision, which never changes. */
const scriptContent = z.strictObject({ ...common, kind: z.literal('script'), reference: z.string(), script: exerciseScript, /** where its injects are taken over */ dossier: documentId.optional(), keeping: keeping.optional() });

/** What exercise control or a post did with a script. No parents: acts are a set, in the order of their moments. */
const scriptActContent = z.strictObject({ ...common, kind: z.literal('scriptAct'), act: z.uuid(), what: scriptAct, keeping: keeping.optional() });

/** A file of a dossier: its name and the hash of its content, which travels in parts of its own. */
const attachmentContent = z.strictObject({
  ...common,
  kind: z.literal('attachment'),
  attachment: z.uuid(),
  name: attachment.shape.name,
  mediaType: attachment.shape.mediaType,
  bytes: attachment.shape.bytes,
  sha256: attachment.shape.sha256,
});

export const revisionContent = z.discriminatedUnion('kind', [
  requestContent,
  dossierContent,
  logEntryContent,
  attachmentContent,
  adviceContent,
  adviceActContent,
  lifeStepRevision,
  announcementContent,
  scriptContent,
  scriptActContent,
]);
export type RevisionContent = z.infer<typeof revisionContent>;
export type RevisionKind = RevisionContent['kind'];
export type ContentOf<K extends RevisionKind> = Extract<RevisionContent, { kind: K }>;

export interface Revision<K extends RevisionKind = RevisionKind> {
  readonly id: string;
  readonly number: number;
  readonly at: string;
  readonly content: ContentOf<K>;
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly at: string;
  readonly signature: Uint8Array;
  readonly signer: Uint8Array;
}

/** SHA-256 of the canonical JSON of the content, lower-case hex. */
export function revisionIdOf(revision: RevisionContent): string {
  return createHash('sha256').update(canonicalJson(revision)).digest('hex');
}

/** Adds a revision; one with the same content is given back instead. Call inside a transaction. */
export function addRevision<K extends RevisionKind>(file: StoreFile, post: Post, made: ContentOf<K>, at: string): { readonly revision: Revision<K>; readonly isNew: boolean } {
  const id = revisionIdOf(made);
  const held = findRevision(file, id);
  if (held) return { revision: { id, number: held.number, at: held.at, content: made }, isNew: false };
  const number = insertRevision(file, { id, body: canonicalJson(made), at, signature: post.sign(signedPart(id, at)), signer: post.publicKey, content: made });
  file.run(sql`INSERT INTO unsealed (revision) SELECT seq FROM revision WHERE id = ${id}`);
  return { revision: { id, number, at, content: made }, isNew: true };
}

export interface SignedRevision {
  readonly id: string;
  readonly body: string;
  readonly at: string;
  readonly signature: Uint8Array;
  readonly signer: Uint8Array;
  readonly content: RevisionContent;
}

/** Writes a revision that was checked, its parents and the heads. Gives its number. Call inside a transaction. */
export function insertRevision(file: StoreFile, { id, body, at, signature, signer, content: made }: SignedRevision): number {
  const written = file.row<{ seq: number; number: number }>(sql`
    INSERT INTO revision (id, document, number, body, at, signature, signer)
    VALUES (${id}, ${made.document}, (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE document = ${made.document}), ${body}, ${at}, ${signature}, ${signer})
    RETURNING seq, number`);
  if (!written) throw new Error('a revision that was written has no place');
  for (const parent of made.parents) {
    const named = file.run(sql`INSERT INTO revision_parent (revision, parent) SELECT ${written.seq}, seq FROM revision WHERE id = ${parent}`);
    if (named !== 1) throw new AppError('file.damaged', 'a revision names another that is not there');
  }
  if (isDocumentContent(made)) {
    for (const parent of made.parents) file.run(sql`DELETE FROM head WHERE document = ${made.document} AND revision = ${parent}`);
    file.run(sql`INSERT INTO head (document, revision) VALUES (${made.document}, ${id})`);
  }
  return written.number;
}

/** Content that is the document itself at a moment, and not something that lies beside it. */
export type DocumentContent = Extract<RevisionContent, { open?: unknown }>;

export function isDocumentContent(made: RevisionContent): made is DocumentContent {
  return 'values' in made;
}

/** Whether two contents say the same, whoever wrote them and whatever they go on from. */
export function sayTheSame(one: RevisionContent, other: RevisionContent): boolean {
  const { parents: _, author: __, ...said } = one;
  const { parents: ___, author: ____, ...saidToo } = other;
  return canonicalJson({ ...said, merged: undefined }) === canonicalJson({ ...saidToo, merged: undefined });
}

/**
 * The working copy as a revision on top of the head; the head itself where it says the same already. The head moves and the working copy
 * counts as kept. Call inside a transaction.
 */
export function reviseOn<K extends DocumentContent['kind']>(
  { file, post }: { readonly file: StoreFile; readonly post: Post },
  kind: K,
  document: { readonly id: string; readonly head: string | null },
  make: (parents: string[]) => ContentOf<K>,
  at: string,
): { readonly revision: Revision<K>; readonly isNew: boolean } {
  const head = document.head === null ? undefined : findRevision(file, document.head);
  const made = make(head ? [head.id] : []);
  // the same content as the head is the head, not a child of it
  const held = head && sayTheSame(head.content, made) ? head : undefined;
  const { revision, isNew } = held && isOfKind(held, kind) ? { revision: held, isNew: false } : addRevision<K>(file, post, made, at);
  file.run(sql`UPDATE document SET head = ${revision.id}, revised_seq = seq WHERE id = ${document.id}`);
  return { revision, isNew };
}

export function findRevision(file: StoreFile, id: string): Revision | undefined {
  const row = file.row<Row>(sql`SELECT id, number, body, at, signature, signer FROM revision WHERE id = ${id}`);
  return row && readRow(row);
}

/** In the order in which this post learned of them. */
export function revisionsOf<K extends RevisionKind>(file: StoreFile, document: string, kind: K): readonly Revision<K>[] {
  return file
    .rows<Row>(sql`SELECT id, number, body, at, signature, signer FROM revision WHERE document = ${document} ORDER BY number`)
    .map(readRow)
    .filter((revision) => isOfKind(revision, kind));
}

export function isOfKind<K extends RevisionKind>(revision: Revision, kind: K): revision is Revision & { readonly content: ContentOf<K> } {
  return revision.content.kind === kind;
}

export function summaryOf(revision: Revision<'request'>): RevisionSummary {
  const { id, number, at, content: made } = revision;
  return { id, number, version: made.version, state: made.state, author: made.author, at, ...(made.reason === undefined ? {} : { reason: made.reason }) };
}

/** A row is believed only when its body has its name and its signature holds. Throws `file.damaged`. */
function readRow(row: Row): Revision {
  const named = createHash('sha256').update(row.body).digest('hex') === row.id;
  if (!named || !isSignedBy(row.signer, signedPart(row.id, row.at), row.signature)) {
    throw new AppError('file.damaged', 'a revision is not what its name and signature say');
  }
  return { id: row.id, number: row.number, at: row.at, content: revisionContent.parse(JSON.parse(row.body)) };
}

export function signedPart(id: string, at: string): Buffer {
  return Buffer.from(canonicalJson({ at, format: 'steunpunt-signature/1', revision: id }), 'utf8');
}
