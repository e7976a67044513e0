/**
 * How many checks of a request block or warn, kept beside it for lists. A save marks them as to be made anew (a trigger, migration 12);
 * they are made before they are shown, or when the post is at rest.
 */
import type { Assessment } from '../../shared/domain/assessment.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { whereThereIsRoom } from '../file/failures.ts';
import { type Desk, assessValues, count, isAssessable } from './desk.ts';
import { type DocumentRow, documentRow, valuesOf } from './working-copies.ts';

export interface Counts {
  readonly blocks: number;
  readonly warns: number;
}



/** Of the stored working copies, now, and kept for the next list. A request whose template or legal basis no loaded pack holds keeps those it had. */
export function countsNow(desk: Desk, documents: readonly DocumentRow[]): ReadonlyMap<string, Counts> {
  const counted = new Map(
    documents.flatMap((document) => {
      if (!isAssessable(desk, document.template_id)) return [];
      return [[document.id, countsOf(assessValues(desk, document, valuesOf(desk.file, document.id), desk.now().toISOString()))] as const];
    }),
  );
  if (documents.length > 0) keepCounts(desk.file, documents, counted);
  return counted;
}

/** Makes at most so many of the counts that wait, of the newest requests first. Gives how many it made: fewer than asked means that none waits. */
export function bringCountsUpToDate(desk: Desk, most: number): number {
  const waiting = desk.file.rows<{ id: string }>(sql`SELECT document AS id FROM request_summary WHERE assessed_seq < 0 ORDER BY document DESC LIMIT ${most}`);
  countsNow(desk, waiting.flatMap(({ id }) => documentRow(desk.file, id) ?? []));
  return waiting.length;
}

/** Other packs may ask other things of a draft. */
export function letCountsWait(file: StoreFile): void {
  file.run(sql`UPDATE request_summary SET assessed_seq = -1 WHERE assessed_seq >= 0 AND document IN (SELECT id FROM document WHERE state = 'draft')`);
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
