/** Of what people wrote, those with the words in their titles first, each newest first; of the spaces in view alone. */
import type { SearchKind } from '../../shared/domain/search.ts';
import { exerciseInView, holdsExercise } from '../documents/view.ts';
import { type Sql, type StoreFile, sql, sqlOf } from '../file/driver.ts';
import { entriesById } from './held.ts';
import { beginning, inKinds } from './terms.ts';
import { startOf } from './why.ts';

export interface Written {
  /** at most `limit` */
  readonly ids: readonly number[];
  /** at most `mostCounted` */
  readonly total: number;
}

export function newestWritten(file: StoreFile, typed: readonly string[], kinds: readonly SearchKind[] | undefined, { limit, mostCounted }: { readonly limit: number; readonly mostCounted: number }): Written {
  const terms = typed.map(beginning).join(' AND ');
  const seen = inView(file);
  const newest = (columns: string, most: number): number[] =>
    file
      .rows<{ id: number }>(sqlOf(sql`SELECT rowid AS id FROM search_written_index WHERE search_written_index MATCH ${inKinds(terms, kinds, columns)} AND`, seen, sql`ORDER BY rowid DESC LIMIT ${most}`))
      .map(({ id }) => id);
  // to begin a query costs more than its ids: one gives the newest and their number, and mostly those with the words in their titles too
  const all = newest('names body', mostCounted);
  const titled = all.length < mostCounted ? titledWith(file, all, typed) : newest('names', limit);
  return { ids: [...new Set([...titled, ...all])].slice(0, limit), total: all.length };
}

function titledWith(file: StoreFile, ids: readonly number[], typed: readonly string[]): number[] {
  if (ids.length < 2) return [...ids];
  const entries = entriesById(file, ids);
  const starts = typed.map(startOf);
  return ids.filter((id) => starts.every((start) => entries.get(id)?.names.includes(start) === true));
}

/** Condition on an entry of what people wrote: it is of a document in view. An exercise is small beside operational work, so it is what is listed. */
function inView(file: StoreFile): Sql {
  const exercise = exerciseInView(file);
  if (exercise) return sql`rowid IN (SELECT search_entry.id FROM document JOIN search_entry ON search_entry.kind = document.kind AND ref = document.id WHERE space = ${exercise.id})`;
  if (!holdsExercise(file)) return sql`1`;
  return sql`rowid NOT IN (SELECT search_entry.id FROM space JOIN document ON document.space = space.id JOIN search_entry ON search_entry.kind = document.kind AND ref = document.id WHERE space.kind = 'exercise')`;
}
