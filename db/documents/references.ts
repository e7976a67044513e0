/**
 * References such as VR24-2026-001 are given by each post and can meet: the id of a document is its identity, the reference is for people.
 * A post counts on from the highest number that it knows of its region. Where two documents have one reference all the same, both show
 * it with four characters made of their ids, `VR24-2026-001-K7QM`: the same on every post, and the reference stays readable in it.
 */
import { createHash } from 'node:crypto';
import { type Sql, type StoreFile, sql } from '../file/driver.ts';
import { crockford } from '../file/recovery-code.ts';

export interface ShownReference {
  readonly reference: string;
  /** what the maker gave, where it is shown with a mark */
  readonly given: string | null;
  /** documents that are shown with a mark from now on */
  readonly marked: readonly string[];
}

/** How a document that arrives is called here; others of its name are marked with it. Call inside a transaction. */
export function showReference(file: StoreFile, id: string, given: string): ShownReference {
  const rivals = file.rows<{ id: string; given_reference: string | null }>(sql`
    SELECT id, given_reference FROM document WHERE id <> ${id} AND (reference = ${given} OR given_reference = ${given})`);
  if (rivals.length === 0) return { reference: given, given: null, marked: [] };
  const unmarked = rivals.filter((rival) => rival.given_reference === null);
  for (const rival of unmarked) {
    file.run(sql`UPDATE document SET reference = ${withMark(file, rival.id, given)}, given_reference = ${given} WHERE id = ${rival.id}`);
    file.run(sql`INSERT OR IGNORE INTO search_waiting (document) VALUES (${rival.id})`);
  }
  return { reference: withMark(file, id, given), given, marked: unmarked.map((rival) => rival.id) };
}

/** Four characters of the hash of the id; more where even those are taken. */
function withMark(file: StoreFile, id: string, given: string): string {
  const characters = Array.from(createHash('sha256').update(id).digest(), (byte) => crockford.charAt(byte & 31)).join('');
  for (let length = 4; length <= characters.length; length += 4) {
    const shown = `${given}-${characters.slice(0, length)}`;
    if (!file.row(sql`SELECT id FROM document WHERE reference = ${shown} AND id <> ${id}`)) return shown;
  }
  return `${given}-${id}`;
}

/** A post goes on behind the numbers that others of its region have given. Call inside a transaction. */
export function countOn(file: StoreFile, given: string, ownRegion: string): void {
  const [, mark, region, year, letter, number] = /^(OEF-)?(VR\d\d)-(\d{4})-([DAVS]?)(\d{1,6})$/.exec(given) ?? [];
  if (region !== ownRegion || year === undefined || number === undefined) return;
  if (mark !== undefined) file.run(sql`INSERT INTO exercise_number (letter, year, last) VALUES (${letter ?? ''}, ${Number(year)}, ${Number(number)}) ON CONFLICT (letter, year) DO UPDATE SET last = max(last, excluded.last)`);
  else file.run(raiseTo(letter ?? '', Number(year), Number(number)));
}

function raiseTo(letter: string, year: number, last: number): Sql {
  switch (letter) {
    case 'D':
      return sql`INSERT INTO dossier_number (year, last) VALUES (${year}, ${last}) ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)`;
    case 'A':
      return sql`INSERT INTO advice_number (year, last) VALUES (${year}, ${last}) ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)`;
    case 'V':
      return sql`INSERT INTO announcement_number (year, last) VALUES (${year}, ${last}) ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)`;
    default:
      return sql`INSERT INTO reference_number (year, last) VALUES (${year}, ${last}) ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)`;
  }
}
