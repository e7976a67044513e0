/** The tables that the window reads, made of the head of a document: its fields, its state, what stands open, where it belongs. */
import type { AnyValue } from '../../shared/domain/difference.ts';
import { canonicalJson } from '../documents/canonical.ts';
import type { Desk } from '../documents/desk.ts';
import { addMember, groupIdOf, stopFollowing } from '../documents/groups.ts';
import { keepOpen } from '../documents/open-differences.ts';
import { keepOriginNamed } from '../documents/origin.ts';
import { summarise } from '../documents/projection.ts';
import { countOn, showReference } from '../documents/references.ts';
import type { ContentOf, DocumentContent } from '../documents/revisions.ts';
import { type DocumentRow, documentRow, writeFields } from '../documents/working-copies.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { BeginningContent } from './kinds.ts';
import { linkTo, linkWaiting } from './links.ts';

export interface Head<K extends DocumentContent['kind'] = DocumentContent['kind']> {
  readonly id: string;
  readonly at: string;
  readonly content: Extract<DocumentContent, { kind: K }>;
}

/** A row for a document that has none: revisions and fields hang on it. Gives the documents that are called otherwise from now on. */
export function makeDocument(desk: Desk, content: BeginningContent, at: string): readonly string[] {
  const { file } = desk;
  const { reference, given, marked } = showReference(file, content.document, content.reference);
  countOn(file, content.reference, desk.post.identity.regionCode);
  const { template, basis } = underOf(content);
  file.run(sql`
    INSERT INTO document (id, space, kind, reference, given_reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions)
    VALUES (${content.document}, ${content.space}, ${content.kind}, ${reference}, ${given}, ${template}, ${basis}, 'draft', 1, 0, ${at}, ${at}, '{}')`);
  return marked;
}

/** A dossier has no template: the table asks for a word. */
function underOf(content: BeginningContent): { readonly template: string; readonly basis: string } {
  return content.kind === 'request' ? { template: content.template, basis: content.legalBasis } : { template: content.kind, basis: content.kind };
}

/** Brings the working copy to what the head says. Gives the fields that changed. Call inside a transaction. */
export function project(desk: Desk, { id, at, content }: Head): readonly string[] {
  const { file } = desk;
  const row = documentRow(file, content.document);
  if (!row) throw new Error('a document without a row');
  const changes = fieldsThatDiffer(desk, row, content);
  const seq = writeFields(file, row, changes, at) ? row.seq + 1 : row.seq;
  keepOpen(file, content.document, content.open);
  if (content.origin !== undefined) {
    linkTo(file, content.document, 'origin', content.origin);
    keepOriginNamed(file, content);
  }
  if (content.kind === 'request') projectRequest(desk, content);
  if (content.kind === 'advice') projectAdvice(desk, content);
  file.run(sql`UPDATE document SET head = ${id}, saved_at = ${at}, revised_seq = ${seq} WHERE id = ${content.document}`);
  if (content.kind === 'request') summarise(file, content.document, changes.keys());
  linkWaiting(file, content.document);
  return [...changes.keys()];
}

function fieldsThatDiffer({ file }: Desk, { id }: DocumentRow, content: DocumentContent): ReadonlyMap<string, AnyValue | null> {
  const held = new Map(file.rows<{ id: string; json: string }>(sql`SELECT id, json FROM field WHERE document = ${id}`).map((row) => [row.id, row.json]));
  const changes = new Map<string, AnyValue | null>();
  // values as they stand in a revision that was checked
  const values: Readonly<Record<string, AnyValue>> = content.values as never;
  for (const [field, value] of Object.entries(values)) if (held.get(field) !== canonicalJson(value)) changes.set(field, value);
  for (const field of held.keys()) if (!Object.hasOwn(values, field)) changes.set(field, null);
  return changes;
}

function projectAdvice({ file }: Desk, content: ContentOf<'advice'>): void {
  projectVersion(file, content);
  linkTo(file, content.document, 'dossier', content.dossier);
  // a later act may have linked it otherwise
  if (!file.row(sql`SELECT document FROM advice WHERE document = ${content.document}`)) linkTo(file, content.document, 'request', content.request);
}

function projectVersion(file: StoreFile, { document: id, state, version, reason, packVersions }: ContentOf<'request'> | ContentOf<'advice'>): void {
  file.run(sql`
    UPDATE document SET state = ${state}, version = ${version}, finalised_despite = ${reason ?? null}, pack_versions = ${canonicalJson(packVersions)}
    WHERE id = ${id}`);
}

function projectRequest({ file }: Desk, content: ContentOf<'request'>): void {
  const { document: id, state, version } = content;
  projectVersion(file, content);
  linkTo(file, id, 'dossier', content.dossier);
  if (content.group !== undefined && groupIdOf(file, id) === undefined) addMember(file, content.group, id);
  if (state === 'finalised' || version > 1) stopFollowing(file, id);
}
