/** History of a document of any kind: its revisions, each as it was, two compared, one brought back as a new revision. */
import { z } from 'zod';
import { type AnyValue, anyValue } from '../../shared/domain/difference.ts';
import { type FieldChange, type HistoryEntry, type ShownRevision, fieldChange } from '../../shared/domain/history.ts';
import type { FieldValues } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { AppError } from '../../shared/errors.ts';
import { difference } from '../../shared/rules/difference.ts';
import { keyOf } from '../../shared/rules/merge/parts.ts';
import { sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import type { Desk } from './desk.ts';
import { summarise } from './projection.ts';
import { type DocumentContent, type RevisionContent, findRevision, isDocumentContent, revisionsOf } from './revisions.ts';
import { mustBeWritable } from './spaces.ts';
import { type DocumentRow, type StoredValue, documentRow, valuesOf, writeFields } from './working-copies.ts';

type DocumentKindOfContent = DocumentContent['kind'];

function rowOf(desk: Desk, id: string): DocumentRow & { readonly kind: DocumentKindOfContent } {
  const row = documentRow(desk.file, id);
  const kind = (['request', 'dossier', 'advice'] as const).find((one) => one === row?.kind);
  if (!row || !kind) throw new AppError('document.unknown', `no document ${id}`, { details: { id } });
  return { ...row, kind };
}

/** Newest first, as this post learned of them. Throws `document.unknown`. */
export function historyOf(desk: Desk, id: string): HistoryEntry[] {
  const row = rowOf(desk, id);
  return revisionsOf(desk.file, id, row.kind)
    .map((revision) => entryOf(row, revision))
    .toReversed();
}

function entryOf(row: DocumentRow, { id, number, at, content }: { readonly id: string; readonly number: number; readonly at: string; readonly content: RevisionContent }): HistoryEntry {
  const document = isDocumentContent(content) ? content : undefined;
  return {
    id,
    number,
    version: document && 'version' in document ? document.version : 1,
    state: document && 'state' in document ? document.state : 'draft',
    author: content.author,
    at,
    parents: content.parents,
    merged: document?.merged !== undefined,
    open: Object.keys(document?.open ?? {}).length,
    head: row.head === id,
  };
}

/** Throws `document.unknown`. */
export function showRevision(desk: Desk, id: string, revisionId: string): ShownRevision {
  const row = rowOf(desk, id);
  const found = findRevision(desk.file, revisionId);
  if (!found || !isDocumentContent(found.content) || found.content.document !== id) throw new AppError('document.unknown', 'no such revision of the document', { details: { id: revisionId } });
  return { entry: entryOf(row, found), documentId: id, kind: row.kind, values: valuesIn(found.content), open: found.content.open ?? {} };
}

const plain = z.record(z.string(), anyValue);
const valuesIn = ({ values }: DocumentContent): Record<string, AnyValue> => plain.parse(values);

/** Field by field, long text word by word; with the working copy where `to` is absent. Throws `document.unknown`. */
export function compareRevisions(desk: Desk, id: string, from: string, to: string | undefined): FieldChange[] {
  const row = rowOf(desk, id);
  const before = showRevision(desk, id, from).values;
  const after = to === undefined ? plain.parse(valuesOf(desk.file, id)) : showRevision(desk, id, to).values;
  // the values of a revision that was checked are field values
  return z.array(fieldChange).parse(difference(before as FieldValues, after as FieldValues, templateOf(desk, row)));
}

const noFields: Pick<Template, 'sections'> = { sections: [] };

/** Labels and types of the fields; a dossier and an advice have no template, and neither has a request whose pack is gone. */
function templateOf(desk: Desk, row: DocumentRow): Pick<Template, 'sections'> {
  return desk.reference.all.templates.find(({ id }) => id === row.template_id) ?? noFields;
}

/**
 * The working copy takes the values of an earlier revision; the next revision goes on from the head, so nothing between is lost. Throws
 * `document.finalised`, `document.stale`, `space.role`.
 */
export function bringBack(desk: Desk, id: string, revisionId: string, seq: number): { readonly seq: number; readonly savedAt: string } {
  return desk.file.atomically(() => {
    const row = rowOf(desk, id);
    if (row.state === 'finalised') throw new AppError('document.finalised', 'a finalised version does not change', { details: { reference: row.reference, version: row.version } });
    if (row.seq !== seq) throw new AppError('document.stale', `the stored working copy is ${row.seq}, not ${seq}`, { details: { stored: row.seq, seen: seq } });
    mustBeWritable(desk.file, row.space);
    const wanted = plain.parse(showRevision(desk, id, revisionId).values);
    const now = plain.parse(valuesOf(desk.file, id));
    const changes = new Map<string, StoredValue | null>();
    for (const field of new Set([...Object.keys(wanted), ...Object.keys(now)])) if (keyOf(wanted[field]) !== keyOf(now[field])) changes.set(field, wanted[field] ?? null);
    const savedAt = desk.now().toISOString();
    if (!writeFields(desk.file, row, changes, savedAt)) return { seq: row.seq, savedAt: row.saved_at };
    if (row.kind === 'request') summarise(desk.file, id, changes.keys());
    desk.file.run(sql`UPDATE document SET revised_seq = -1 WHERE id = ${id}`);
    record(desk.file, { at: savedAt, act: 'broughtBack', document: id, details: { revision: revisionId } });
    return { seq: row.seq + 1, savedAt };
  });
}
