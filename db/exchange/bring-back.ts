/** An earlier revision of a document brought back as a new one. */
import { z } from 'zod';
import { anyValue } from '../../shared/domain/difference.ts';
import { AppError } from '../../shared/errors.ts';
import { keyOf } from '../../shared/rules/merge/parts.ts';
import { type Desk, documentToWrite } from '../documents/desk.ts';
import { rowOf, showRevision } from '../documents/history.ts';
import { summarise } from '../documents/projection.ts';
import { type StoredValue, documentRow, valuesOf, writeFields } from '../documents/working-copies.ts';
import { record } from '../trail/trail.ts';
import { snapshotOf } from './kinds.ts';

const plain = z.record(z.string(), anyValue);

/**
 * The working copy takes the values of an earlier revision, and that is a revision on top of what was there. What was typed since the last
 * revision becomes one first, so nothing is lost. Throws `document.unknown`, `document.finalised`, `document.stale`, `space.role`, `space.frozen`.
 */
export function bringBack(desk: Desk, id: string, revisionId: string, seq: number): { readonly seq: number; readonly savedAt: string } {
  const { file } = desk;
  return file.atomically(() => {
    const row = rowOf(desk, id);
    documentToWrite(desk, id, row.kind);
    if (row.state === 'finalised') throw new AppError('document.finalised', 'a finalised version does not change', { details: { reference: row.reference, version: row.version } });
    if (row.seq !== seq) throw new AppError('document.stale', `the stored working copy is ${row.seq}, not ${seq}`, { details: { stored: row.seq, seen: seq } });
    const wanted = plain.parse(showRevision(desk, id, revisionId).values);
    const now = plain.parse(valuesOf(file, id));
    const changes = new Map<string, StoredValue | null>();
    for (const field of new Set([...Object.keys(wanted), ...Object.keys(now)])) if (keyOf(wanted[field]) !== keyOf(now[field])) changes.set(field, wanted[field] ?? null);
    if (changes.size === 0) return { seq: row.seq, savedAt: row.saved_at };
    if (row.seq !== row.revised_seq) snapshotOf(desk, id);
    const savedAt = desk.now().toISOString();
    writeFields(file, row, changes, savedAt);
    if (row.kind === 'request') summarise(file, id, changes.keys());
    snapshotOf(desk, id);
    record(file, { at: savedAt, act: 'broughtBack', document: id, details: { revision: revisionId } });
    return { seq: documentRow(file, id)?.seq ?? row.seq, savedAt };
  });
}
