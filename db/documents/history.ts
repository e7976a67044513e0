/** History of a document of any kind: its revisions, each as it was, two compared. One brought back: db/exchange/bring-back.ts. */
import { z } from 'zod';
import { documentFields } from '../../shared/document/document-fields.ts';
import { type AnyValue, type SharedKind, anyValue, sharedKind } from '../../shared/domain/difference.ts';
import { type DocumentHistory, type FieldChange, type HistoryEntry, type ShownRevision, fieldChange } from '../../shared/domain/history.ts';
import type { FieldValues } from '../../shared/domain/request.ts';
import { AppError } from '../../shared/errors.ts';
import { difference } from '../../shared/rules/difference.ts';
import { sql } from '../file/driver.ts';
import type { Desk } from './desk.ts';
import { fingerprintOf } from './identity.ts';
import { type DocumentContent, type RevisionContent, findRevision, isDocumentContent, revisionsOf } from './revisions.ts';
import { readOnlyOf } from './spaces.ts';
import { titleOf } from './title.ts';
import { type DocumentRow, documentRow, valuesOf } from './working-copies.ts';

/** Throws `document.unknown`. */
export function rowOf(desk: Desk, id: string): DocumentRow & { readonly kind: SharedKind } {
  const row = documentRow(desk.file, id);
  const kind = sharedKind.options.find((one) => one === row?.kind);
  if (!row || !kind) throw new AppError('document.unknown', `no document ${id}`, { details: { id } });
  return { ...row, kind };
}

/** Newest first, as this post learned of them. Throws `document.unknown`. */
export function historyOf(desk: Desk, id: string): DocumentHistory {
  const { file } = desk;
  const row = rowOf(desk, id);
  const { kind, reference, state, version, seq } = row;
  const signers = new Map(file.rows<{ id: string; signer: Uint8Array }>(sql`SELECT id, signer FROM revision WHERE document = ${id}`).map((one) => [one.id, fingerprintOf(one.signer)]));
  return {
    documentId: id,
    spaceId: row.space,
    kind,
    reference,
    title: titleOf(file, id),
    ...(kind === 'request' ? { templateId: row.template_id } : {}),
    state,
    version,
    seq,
    ahead: seq !== row.revised_seq,
    ...readOnlyOf(file, row.space),
    entries: revisionsOf(file, id, kind)
      .map((revision) => entryOf(row, revision, signers.get(revision.id) ?? ''))
      .toReversed(),
  };
}

function entryOf(row: DocumentRow, { id, number, at, content }: { readonly id: string; readonly number: number; readonly at: string; readonly content: RevisionContent }, signer: string): HistoryEntry {
  const document = isDocumentContent(content) ? content : undefined;
  const versioned = document && 'version' in document ? document : undefined;
  return {
    id,
    number,
    version: versioned?.version ?? 1,
    state: versioned?.state ?? 'draft',
    author: content.author,
    at,
    parents: content.parents,
    merged: document?.merged !== undefined,
    open: Object.keys(document?.open ?? {}).length,
    head: row.head === id,
    ...(versioned?.reason === undefined ? {} : { reason: versioned.reason }),
    ...(versioned ? { packVersions: versioned.packVersions } : {}),
    signer,
  };
}

/** Throws `document.unknown`. */
export function showRevision(desk: Desk, id: string, revisionId: string): ShownRevision {
  const row = rowOf(desk, id);
  const found = findRevision(desk.file, revisionId);
  if (!found || !isDocumentContent(found.content) || found.content.document !== id) throw new AppError('document.unknown', 'no such revision of the document', { details: { id: revisionId } });
  const signer = desk.file.row<{ signer: Uint8Array }>(sql`SELECT signer FROM revision WHERE id = ${revisionId}`)?.signer;
  return { entry: entryOf(row, found, signer ? fingerprintOf(signer) : ''), documentId: id, kind: row.kind, values: valuesIn(found.content), open: found.content.open ?? {} };
}

const plain = z.record(z.string(), anyValue);
const valuesIn = ({ values }: DocumentContent): Record<string, AnyValue> => plain.parse(values);

/** Field by field, long text word by word; with the working copy where `to` is absent. Throws `document.unknown`. */
export function compareRevisions(desk: Desk, id: string, from: string, to: string | undefined): FieldChange[] {
  const row = rowOf(desk, id);
  const before = showRevision(desk, id, from).values;
  const after = to === undefined ? plain.parse(valuesOf(desk.file, id)) : showRevision(desk, id, to).values;
  // the values of a revision that was checked are field values
  return z.array(fieldChange).parse(difference(before as FieldValues, after as FieldValues, fieldsOf(desk, row)));
}

function fieldsOf({ reference }: Desk, row: DocumentRow & { readonly kind: SharedKind }) {
  const template = reference.all.templates.find(({ id }) => id === row.template_id);
  return documentFields(row.kind, template, reference.all.adviceCriteria);
}
