/**
 * Groups: the requests for one incident that are kept in step. Where several municipalities ask for one need, each makes a request of its
 * own, signed by its own mayor (the LOCC; MSC Zoe; split.ts). Where one incident needs several legal bases, there is a request under each
 * (links.ts). One group can hold both. What two members share follows from their templates (shared/rules/in-step.ts) and is written in all
 * drafts that follow, in the transaction of the save.
 */
import type { FieldValue, RequestGroup } from '../../shared/domain/request.ts';
import { valueSchemas } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { inStep } from '../../shared/rules/in-step.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { Desk } from './desk.ts';
import { summarise } from './projection.ts';
import { type DocumentRow, documentRow, valuesOf, writeFields } from './working-copies.ts';

export const municipalitiesField = 'applicant.municipalities';

/** A document that a call changed or made, for the event that tells it. */
export interface Touched {
  readonly id: string;
  readonly seq: number;
  readonly savedAt: string;
}

interface MemberRow {
  readonly group_id: string;
  readonly document: string;
  readonly reference: string;
  readonly template_id: string;
  readonly legal_basis_id: string;
  readonly state: 'draft' | 'finalised';
  readonly follows: number;
  readonly municipalities: string | null;
}

export function membersOf(file: StoreFile, document: string): RequestGroup['members'] {
  return rowsOf(file, document).map((row) => {
    const municipality = row.municipalities === null ? undefined : valueSchemas.municipalities.parse(JSON.parse(row.municipalities))[0];
    return {
      id: row.document,
      reference: row.reference,
      templateId: row.template_id,
      legalBasisId: row.legal_basis_id,
      state: row.state,
      follows: row.follows === 1,
      ...(municipality === undefined ? {} : { municipality }),
    };
  });
}

export function groupIdOf(file: StoreFile, document: string): string | undefined {
  return file.row<{ group_id: string }>(sql`SELECT group_id FROM group_member WHERE document = ${document}`)?.group_id;
}

/** The group of a request, as its window shows it. */
export function groupOf(file: StoreFile, document: string): RequestGroup | undefined {
  const id = groupIdOf(file, document);
  return id === undefined ? undefined : { id, members: membersOf(file, document) };
}

/** Writes what was changed in one draft of a group in the others that follow. Call inside the transaction of the change. */
export function keepInStep(desk: Desk, document: DocumentRow, template: Template, changes: ReadonlyMap<string, FieldValue | null>, savedAt: string): Touched[] {
  const members = rowsOf(desk.file, document.id);
  if (!members.some((member) => member.document === document.id && member.follows === 1)) return [];
  return members.flatMap((member) => {
    if (member.document === document.id || member.follows === 0 || member.state !== 'draft') return [];
    // of a template that no loaded pack holds nothing is known, and nobody can draft under it
    const other = templateOf(desk, member.template_id);
    const shared = other ? inStep(template, other) : new Set<string>();
    const common = new Map([...changes].filter(([field]) => shared.has(field)));
    const follower = common.size === 0 ? undefined : documentRow(desk.file, member.document);
    if (!follower || !writeFields(desk.file, follower, common, savedAt)) return [];
    summarise(desk.file, follower.id, common.keys());
    return [{ id: follower.id, seq: follower.seq + 1, savedAt }];
  });
}

/** What a new member under the template begins with to be in step with the drafts that follow; null where they say nothing. */
export function valuesInStep(desk: Desk, members: readonly string[], template: Template): ReadonlyMap<string, FieldValue | null> {
  const values = new Map<string, FieldValue | null>();
  for (const member of members) {
    const row = documentRow(desk.file, member);
    const other = row && templateOf(desk, row.template_id);
    if (!other) continue;
    const held = valuesOf(desk.file, member);
    for (const field of inStep(other, template)) if (!values.has(field)) values.set(field, held[field] ?? null);
  }
  return values;
}

export function addMember(file: StoreFile, group: string, document: string, { follows = true }: { readonly follows?: boolean } = {}): void {
  const last = file.row<{ position: number | null }>(sql`SELECT max(position) AS position FROM group_member WHERE group_id = ${group}`)?.position ?? -1;
  file.run(sql`INSERT INTO group_member (document, group_id, position, follows) VALUES (${document}, ${group}, ${last + 1}, ${follows ? 1 : 0})`);
}

/** A finalised member stays as it was, and its later versions go their own way. */
export function stopFollowing(file: StoreFile, document: string): void {
  file.run(sql`UPDATE group_member SET follows = 0 WHERE document = ${document}`);
}

function templateOf({ reference }: Desk, id: string): Template | undefined {
  return reference.all.templates.find((template) => template.id === id);
}

function rowsOf(file: StoreFile, document: string): readonly MemberRow[] {
  return file.rows<MemberRow>(sql`
    SELECT member.group_id, member.document, reference, template_id, legal_basis_id, state, member.follows, field.json AS municipalities
    FROM group_member AS own JOIN group_member AS member ON member.group_id = own.group_id
    JOIN document ON document.id = member.document
    LEFT JOIN field ON field.document = member.document AND field.id = ${municipalitiesField}
    WHERE own.document = ${document} ORDER BY member.position`);
}
