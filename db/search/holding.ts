/**
 * Which reference entries hold a word that begins so. Asked once for each word: as one types on, the words before stay what they are, and a
 * sentence of which no entry holds all the words is known without a query of them all.
 */
import { type StoreFile, sql } from '../file/driver.ts';
import { ofWord } from './held.ts';
import { beginning, inColumns } from './terms.ts';

/** In more entries than this a word tells too little to be kept. */
const mostTold = 300;

const anywhere = 'names terms body';

/** True when no entry holds them all. False when one does, or when it would take longer to know than to ask. */
export function noneHoldsAll(file: StoreFile, words: readonly string[]): boolean {
  let left: ReadonlySet<number> | undefined;
  for (const word of words.toSorted((one, other) => other.length - one.length)) {
    const ids = holding(file, word);
    if (ids === undefined) continue;
    const both: ReadonlySet<number> = left === undefined ? ids : new Set([...left].filter((id) => ids.has(id)));
    if (both.size === 0) return true;
    left = both;
  }
  return false;
}

/** How many entries hold it. */
export function countHolding(file: StoreFile, word: string): number {
  return holding(file, word)?.size ?? ofWord(file, 'entries', word, () => file.row<{ entries: number }>(sql`SELECT count(*) AS entries FROM search_index WHERE search_index MATCH ${inColumns(beginning(word), anywhere)}`)?.entries ?? 0);
}

function holding(file: StoreFile, word: string): ReadonlySet<number> | undefined {
  return ofWord(file, 'holding', word, () => {
    const rows = file.rows<{ id: number }>(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${inColumns(beginning(word), anywhere)} LIMIT ${mostTold + 1}`);
    return rows.length > mostTold ? undefined : new Set(rows.map(({ id }) => id));
  });
}
