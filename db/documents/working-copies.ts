/**
 * Working copies: one row a field, so that autosave touches one row. A save is absolute (the value, not the keystrokes), so repeating
 * it after a crash is harmless. `save` returns after the commit, and a commit is on the disk (synchronous=FULL).
 */
import type { AdviceFinding, AdviceProposal, Availability } from '../../shared/domain/advice.ts';
import type { AnyValue } from '../../shared/domain/difference.ts';
import type { DossierRegion } from '../../shared/domain/dossier.ts';
import type { FieldValue, FieldValues } from '../../shared/domain/request.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { canonicalJson } from './canonical.ts';

export interface DocumentRow {
  readonly id: string;
  readonly space: string;
  readonly kind: string;
  readonly reference: string;
  readonly template_id: string;
  readonly legal_basis_id: string;
  readonly state: 'draft' | 'finalised';
  readonly version: number;
  readonly seq: number;
  readonly saved_at: string;
  readonly created_at: string;
  readonly pack_versions: string;
  readonly head: string | null;
  readonly finalised_despite: string | null;
  readonly dossier: string | null;
  readonly origin: string | null;
  /** what its revision says of its origin, JSON */
  readonly origin_named: string | null;
  /** what its maker called it, where another document has that reference too and both had to be told apart */
  readonly given_reference: string | null;
  /** the working copy that the head is a snapshot of */
  readonly revised_seq: number;
}

export type StoredValue = FieldValue | readonly DossierRegion[] | AdviceFinding | readonly Availability[] | readonly AdviceProposal[] | AnyValue;

export function documentRow(file: StoreFile, id: string): DocumentRow | undefined {
  return file.row<DocumentRow>(sql`
    SELECT id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions, head, finalised_despite,
      dossier, origin, origin_named, given_reference, revised_seq
    FROM document WHERE id = ${id}`);
}

export function valuesOf(file: StoreFile, id: string): FieldValues {
  return readValues(file.rows<FieldRow>(sql`SELECT id, json FROM field WHERE document = ${id} ORDER BY id`));
}

export interface FieldRow {
  readonly id: string;
  readonly json: string;
}

export function readValues(rows: readonly FieldRow[]): FieldValues {
  return Object.fromEntries(rows.map((row): [string, FieldValue] => [row.id, JSON.parse(row.json)]));
}

/**
 * Stores what differs and counts one save; null empties a field. Gives false when nothing differs, and then counts nothing.
 * Call inside a transaction.
 */
export function writeFields(file: StoreFile, document: DocumentRow, changes: ReadonlyMap<string, StoredValue | null>, savedAt: string): boolean {
  const seq = document.seq + 1;
  let changed = 0;
  for (const [field, value] of changes) {
    if (value === null) {
      changed += file.run(sql`DELETE FROM field WHERE document = ${document.id} AND id = ${field}`);
      continue;
    }
    const json = canonicalJson(value);
    changed += file.run(sql`
      INSERT INTO field (document, id, json, seq, saved_at) VALUES (${document.id}, ${field}, ${json}, ${seq}, ${savedAt})
      ON CONFLICT (document, id) DO UPDATE SET json = excluded.json, seq = excluded.seq, saved_at = excluded.saved_at WHERE json <> excluded.json`);
  }
  if (changed === 0) return false;
  file.run(sql`UPDATE document SET seq = ${seq}, saved_at = ${savedAt} WHERE id = ${document.id}`);
  return true;
}
