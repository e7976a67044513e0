/**
 * The audit trail: one row an act, written in the same transaction as the act, never a keystroke. Each row's hash covers the hash
 * before it. Whoever holds the data key could write the chain anew; it is evident only to those who saw an earlier head.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../documents/canonical.ts';
import { type StoreFile, sql } from '../file/driver.ts';

export type Act =
  | 'postCreated'
  | 'unlocked'
  | 'recovered'
  | 'packLoaded'
  | 'packParked'
  | 'created'
  | 'revised'
  | 'finalised'
  | 'nextVersion'
  | 'placed'
  | 'split'
  | 'linked'
  | 'logged'
  | 'linked'
  | 'takenOver'
  | 'declined'
  | 'recorded'
  | 'attached'
  | 'exported'
  // exchange
  | 'membership'
  | 'received'
  | 'merged'
  | 'decided'
  | 'broughtBack'
  | 'moved'
  | 'spaceRemoved'
  // exercises
  | 'directed';

export interface Entry {
  /** instant on the post's clock */
  readonly at: string;
  readonly act: Act;
  readonly document?: string;
  /** ids, numbers and hashes; never text of a document */
  readonly details?: Readonly<Record<string, string | number>>;
}

export type TrailVerdict =
  | { readonly ok: true; readonly rows: number; readonly head: string }
  /** the first row that does not follow from the one before it */
  | { readonly ok: false; readonly number: number };

interface Row {
  readonly number: number;
  readonly at: string;
  readonly act: string;
  readonly document: string | null;
  readonly details: string;
  readonly hash: string;
}

/** What the first row follows. */
const origin = '0'.repeat(64);

/** Call inside the transaction of the act. */
export function record(file: StoreFile, entry: Entry): void {
  const last = file.row<{ number: number; hash: string }>(sql`SELECT number, hash FROM trail ORDER BY number DESC LIMIT 1`) ?? { number: 0, hash: origin };
  const row = { number: last.number + 1, at: entry.at, act: entry.act, document: entry.document ?? null, details: canonicalJson(entry.details ?? {}) };
  file.run(sql`
    INSERT INTO trail (number, at, act, document, details, hash)
    VALUES (${row.number}, ${row.at}, ${row.act}, ${row.document}, ${row.details}, ${hashOf(last.hash, row)})`);
}

/** Computes the whole chain again. */
export function verifyTrail(file: StoreFile): TrailVerdict {
  let head = origin;
  let rows = 0;
  for (const row of file.rows<Row>(sql`SELECT number, at, act, document, details, hash FROM trail ORDER BY number`)) {
    rows += 1;
    head = hashOf(head, row);
    if (row.number !== rows || row.hash !== head) return { ok: false, number: rows };
  }
  return { ok: true, rows, head };
}

function hashOf(before: string, row: Omit<Row, 'hash'>): string {
  const { number, at, act, document, details } = row;
  return createHash('sha256').update(before).update(canonicalJson({ number, at, act, document, details })).digest('hex');
}
