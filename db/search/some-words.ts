/**
 * Entries that hold some of the words of a question: what a person says in a sentence. Each word counts by how rare it is and by where
 * it stands (name, word of an effect, text), a whole word more than the beginning of one; the sum orders the entries.
 */
import { type StoreFile, sql } from '../file/driver.ts';

export interface Wanted {
  /** any of these will do: the word itself, or those that it may have been meant as */
  readonly forms: readonly string[];
  /** below 1 for the second part of a compound, which tells less than the first */
  readonly weight: number;
}

const columns = [
  ['names', 3],
  ['terms', 2],
  ['body', 1],
] as const;
const beginningOnly = 0.5;
/** A word of more entries than this tells nothing beside others. */
const mostMatched = 400;

/** Ids, best first. `match` makes the full-text query of terms in one column. */
export function rankedBySomeWords(file: StoreFile, wanted: readonly Wanted[], match: (terms: string, column: string) => string): number[] {
  const entries = file.row<{ most: number | null }>(sql`SELECT max(id) AS most FROM search_entry`)?.most ?? 0;
  const scores = new Map<number, number>();
  for (const { forms, weight } of wanted) {
    const best = new Map<number, number>();
    const take = (terms: string, column: string, worth: number): void => {
      const query = match(terms, column);
      for (const { id } of file.rows<{ id: number }>(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${query} LIMIT ${mostMatched}`)) best.set(id, Math.max(best.get(id) ?? 0, worth));
    };
    for (const [column, worth] of columns) {
      take(forms.map((form) => `"${form}"*`).join(' OR '), column, worth * beginningOnly);
      take(forms.map((form) => `"${form}"`).join(' OR '), column, worth);
    }
    if (best.size >= mostMatched && wanted.length > 1) continue;
    const rarity = Math.log((entries + 1) / (best.size + 1));
    for (const [id, worth] of best) scores.set(id, (scores.get(id) ?? 0) + worth * weight * rarity);
  }
  return [...scores].toSorted(([one, first], [other, second]) => second - first || one - other).map(([id]) => id);
}
