/**
 * Entries that hold some of the words of a question: what a person says in a sentence. Each word counts by how rare it is and by where
 * it stands (name, word of an effect, text; the weights of the index), a whole word twice, as itself and as the beginning of one.
 */
import { type StoreFile, sql } from '../file/driver.ts';
import { countHolding } from './holding.ts';
import { isTerm } from './near.ts';
import { beginning, whole } from './terms.ts';

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
  const terms = rarest(file, wanted).flatMap(({ forms, isSecond }) => forms.flatMap((form) => termsOf(file, form, isSecond)));
  if (terms.length === 0) return [];
  const query = match(terms.join(' OR '));
  return file.rows<{ id: number }>(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${query} ORDER BY rank LIMIT ${mostRanked}`).map(({ id }) => id);
}

/** Each term costs the same whether an entry holds it or not: those that none holds are left out. */
function termsOf(file: StoreFile, form: string, isSecond: boolean): readonly string[] {
  if (countHolding(file, form) === 0) return [];
  return isSecond || !isTerm(file, form) ? [beginning(form)] : [whole(form), beginning(form)];
}

/** The rarest always; the others as long as not too many entries hold one of them. */
function rarest(file: StoreFile, wanted: readonly Wanted[]): readonly Wanted[] {
  const counted = wanted.map((one) => ({ one, entries: one.forms.reduce((sum, form) => sum + countHolding(file, form), 0) })).toSorted((left, right) => left.entries - right.entries);
  let sum = 0;
  return counted.filter(({ entries }, index) => (sum += entries) <= mostLookedAt || index === 0).map(({ one }) => one);
}
