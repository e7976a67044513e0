/**
 * Groups: where several municipalities ask for one need, each makes a request of its own, signed by its own mayor (the LOCC; MSC Zoe).
 * What is not of one municipality alone is kept in step among the drafts, in the transaction of the save. How a group is made: split.ts.
 */
import type { FieldValue, RequestGroup } from '../../shared/domain/request.ts';
import { valueSchemas } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { summarise } from './projection.ts';
import { fieldsOf } from './values.ts';
import { type DocumentRow, documentRow, writeFields } from './working-copies.ts';

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
  readonly state: 'draft' | 'finalised';
  readonly follows: number;
  readonly municipalities: string | null;
}

export function membersOf(file: StoreFile, document: string): RequestGroup['members'] {
  return rowsOf(file, document).map((row) => {
    const municipality = row.municipalities === null ? undefined : valueSchemas.municipalities.parse(JSON.parse(row.municipalities))[0];
    return { id: row.document, reference: row.reference, state: row.state, follows: row.follows === 1, ...(municipality === undefined ? {} : { municipality }) };
  });
}

export function groupIdOf(file: StoreFile, document: string): string | undefined {
  return file.row<{ group_id: string }>(sql`SELECT group_id FROM group_member WHERE document = ${document}`)?.group_id;
}

/** The group of a request, as its window shows it; `template` when a loaded pack holds it. */
export function groupOf(file: StoreFile, document: string, template: Template | undefined): RequestGroup | undefined {
  const id = groupIdOf(file, document);
  if (id === undefined) return undefined;
  const members = membersOf(file, document);
  const follows = members.some((member) => member.id === document && member.follows);
  return { id, members, shared: follows && template ? sharedFields(template) : [] };
}

export function sharedFields(template: Template): string[] {
  return fieldsOf(template).flatMap(({ id, perMunicipality }) => (perMunicipality ? [] : [id]));
}

/** Writes what was changed in one draft of a group in the others that follow. Call inside the transaction of the change. */
export function keepInStep(file: StoreFile, document: DocumentRow, template: Template, changes: ReadonlyMap<string, FieldValue | null>, savedAt: string): Touched[] {
  const shared = new Set(sharedFields(template));
  const common = new Map([...changes].filter(([field]) => shared.has(field)));
  if (common.size === 0) return [];
  const members = rowsOf(file, document.id);
  if (!members.some((member) => member.document === document.id && member.follows === 1)) return [];
  return members.flatMap((member) => {
    if (member.document === document.id || member.follows === 0 || member.state !== 'draft') return [];
    const follower = documentRow(file, member.document);
    if (!follower || !writeFields(file, follower, common, savedAt)) return [];
    summarise(file, follower.id, common.keys());
    return [{ id: follower.id, seq: follower.seq + 1, savedAt }];
  });
}

export function addMember(file: StoreFile, group: string, document: string): void {
  const last = file.row<{ position: number | null }>(sql`SELECT max(position) AS position FROM group_member WHERE group_id = ${group}`)?.position ?? -1;
  file.run(sql`INSERT INTO group_member (document, group_id, position, follows) VALUES (${document}, ${group}, ${last + 1}, 1)`);
}

/** A finalised member stays as it was, and its later versions go their own way. */
export function stopFollowing(file: StoreFile, document: string): void {
  file.run(sql`UPDATE group_member SET follows = 0 WHERE document = ${document}`);
}

function rowsOf(file: StoreFile, document: string): readonly MemberRow[] {
  return file.rows<MemberRow>(sql`
    SELECT member.group_id, member.document, reference, state, member.follows, field.json AS municipalities
    FROM group_member AS own JOIN group_member AS member ON member.group_id = own.group_id
    JOIN document ON document.id = member.document
    LEFT JOIN field ON field.document = member.document AND field.id = ${municipalitiesField}
    WHERE own.document = ${document} ORDER BY member.position`);
}
