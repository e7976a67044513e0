/**
 * Entries that hold some of the words of a question: what a person says in a sentence. Each word counts by how rare it is and by where
 * it stands (name, word of an effect, text; the weights of the index), a whole word twice, as itself and as the beginning of one.
 */
import { type StoreFile, sql } from '../file/driver.ts';

export interface Wanted {
  /** any of these will do: the word itself, or those that it may have been meant as */
  readonly forms: readonly string[];
  /** the second part of a compound: it counts as the beginning of a word alone, since it tells less than the first */
  readonly isSecond: boolean;
}

const mostRanked = 60;

/** Ids, best first. `match` makes the full-text query of these terms. */
export function rankedBySomeWords(file: StoreFile, wanted: readonly Wanted[], match: (terms: string) => string): number[] {
  const terms = wanted.flatMap(({ forms, isSecond }) => forms.flatMap((form) => (isSecond ? [`"${form}"*`] : [`"${form}"`, `"${form}"*`])));
  const query = match(terms.join(' OR '));
  return file.rows<{ id: number }>(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${query} ORDER BY rank LIMIT ${mostRanked}`).map(({ id }) => id);
}
