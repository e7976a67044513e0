/**
 * How many checks of a request block or warn, kept beside it for lists. A save marks them as to be made anew (a trigger, migration 12);
 * they are made before they are shown, or when the post is at rest.
 */
import type { Assessment } from '../../shared/domain/assessment.ts';
import { heldScript } from '../exercise/held.ts';
import { deskIn, referenceIn } from '../exercise/in-force.ts';
import { type StoreFile, sql, sqlOf } from '../file/driver.ts';
import { whereThereIsRoom } from '../file/failures.ts';
import { type Desk, assessValues, count, isAssessable } from './desk.ts';
import { holdsExercise } from './view.ts';
import { type DocumentRow, documentRow, valuesOf } from './working-copies.ts';

export interface Counts {
  readonly blocks: number;
  readonly warns: number;
}


/** Of the stored working copies, now, and kept for the next list. A request whose template or legal basis no loaded pack holds keeps those it had. */
export function countsNow(desk: Desk, documents: readonly DocumentRow[]): ReadonlyMap<string, Counts> {
  const counted = new Map(
    documents.flatMap((document) => {
      const there = deskIn(desk, document.space);
      if (!isAssessable(there, document.template_id)) return [];
      return [[document.id, countsOf(assessValues(there, document, valuesOf(desk.file, document.id), desk.now().toISOString()))] as const];
    }),
  );
  if (documents.length > 0) keepCounts(desk.file, documents, counted);
  return counted;
}

/** Makes at most so many of the counts that wait, of the newest requests first. Gives how many it made: fewer than asked means that none waits. */
export function bringCountsUpToDate(desk: Desk, most: number): number {
  letExercisesWait(desk);
  const waiting = desk.file.rows<{ id: string }>(sql`SELECT document AS id FROM request_summary WHERE assessed_seq < 0 ORDER BY document DESC LIMIT ${most}`);
  countsNow(desk, waiting.flatMap(({ id }) => documentRow(desk.file, id) ?? []));
  return waiting.length;
}

/** Other packs may ask other things of a draft: of all, or of those in one space. */
export function letCountsWait(file: StoreFile, space?: string): void {
  const there = space === undefined ? sql`` : sql`AND space = ${space}`;
  file.run(sqlOf(sql`UPDATE request_summary SET assessed_seq = -1 WHERE assessed_seq >= 0 AND document IN (SELECT id FROM document WHERE state = 'draft'`, there, sql`)`));
}

/** By which packs the drafts of each exercise were counted last, as long as this process knows. */
const countedBy = new WeakMap<StoreFile, Map<string, string>>();

/** A pack of an exercise begins to count by the clock, without a save: its drafts are counted anew then. */
export function letExercisesWait(desk: Desk): void {
  const { file } = desk;
  if (!holdsExercise(file)) return;
  let known = countedBy.get(file);
  if (!known) countedBy.set(file, (known = new Map()));
  for (const { id } of file.rows<{ id: string }>(sql`SELECT id FROM space WHERE kind = 'exercise'`)) {
    const { key } = referenceIn(desk, id);
    const before = known.get(id);
    if (before === key) continue;
    // by which an earlier process counted is not known, which matters where the script has packs
    const counted = before === undefined && (heldScript(file, id)?.packs.length ?? 0) === 0;
    whereThereIsRoom(() => {
      if (!counted) letCountsWait(file, id);
      known.set(id, key);
    });
  }
}

export function countsOf({ findings }: Assessment): Counts {
  return { blocks: count(findings, 'blocks'), warns: count(findings, 'warns') };
}

/** The counts are derived: a list is shown also where they cannot be kept. */
export function keepCounts(file: StoreFile, documents: readonly Pick<DocumentRow, 'id' | 'seq'>[], counted: ReadonlyMap<string, Counts>): void {
  whereThereIsRoom(() =>
    file.atomically(() => {
      for (const { id, seq } of documents) {
        const { blocks, warns } = counted.get(id) ?? { blocks: null, warns: null };
        file.run(sql`
          UPDATE request_summary SET assessed_seq = ${seq}, blocks = coalesce(${blocks}, blocks), warns = coalesce(${warns}, warns)
          WHERE document = ${id} AND (assessed_seq <> ${seq} OR blocks IS NOT coalesce(${blocks}, blocks) OR warns IS NOT coalesce(${warns}, warns))`);
      }
    }),
  );
}
