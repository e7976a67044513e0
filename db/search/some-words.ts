/**
 * Entries that hold some of the words of a question: what a person says in a sentence. Each word counts by how rare it is and by where
 * it stands (name, word of an effect, text; the weights of the index), a whole word twice, as itself and as the beginning of one.
 */
import { type StoreFile, sql } from '../file/driver.ts';
import { ofWord } from './held.ts';

export interface Wanted {
  /** any of these will do: the word itself, or those that it may have been meant as */
  readonly forms: readonly string[];
  /** the second part of a compound: it counts as the beginning of a word alone, since it tells less than the first */
  readonly isSecond: boolean;
}

const mostRanked = 60;
/** More entries than today's packs hold with all the words of a long sentence: of thousands, only the rarer words are looked for. */
const mostLookedAt = 1_000;

/** Ids, best first. `match` makes the full-text query of these terms. */
export function rankedBySomeWords(file: StoreFile, wanted: readonly Wanted[], match: (terms: string) => string): number[] {
  const terms = rarest(file, wanted).flatMap(({ forms, isSecond }) => forms.flatMap((form) => (isSecond ? [`"${form}"*`] : [`"${form}"`, `"${form}"*`])));
  const query = match(terms.join(' OR '));
  return file.rows<{ id: number }>(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${query} ORDER BY rank LIMIT ${mostRanked}`).map(({ id }) => id);
}

/** The rarest always; the others as long as not too many entries hold one of them. */
function rarest(file: StoreFile, wanted: readonly Wanted[]): readonly Wanted[] {
  const counted = wanted.map((one) => ({ one, entries: one.forms.reduce((sum, form) => sum + entriesWith(file, form), 0) })).toSorted((left, right) => left.entries - right.entries);
  let sum = 0;
  return counted.filter(({ entries }, index) => (sum += entries) <= mostLookedAt || index === 0).map(({ one }) => one);
}

function entriesWith(file: StoreFile, form: string): number {
  return ofWord(file, 'entries', form, () => file.row<{ entries: number }>(sql`SELECT count(*) AS entries FROM search_index WHERE search_index MATCH ${`"${form}"*`}`)?.entries ?? 0);
}
