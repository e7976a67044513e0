/**
 * What every letter of a search reads again, kept in memory while the store is open: reference entries as they are shown and explained,
 * and what became of a word. What people write is read each time, because it changes with every save.
 */
import type { SearchHit, SearchKind } from '../../shared/domain/search.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { Folded } from './fold.ts';
import { isWritten } from './kinds.ts';
import { type Explained, linesOf, named, once, termsOf } from './why.ts';

export interface Entry extends Explained {
  /** as it is shown, without what only this question tells of it */
  readonly hit: Omit<SearchHit, 'matchedName' | 'why'>;
  /** every spelling of its names and codes */
  readonly names: Folded;
}

interface Held {
  readonly entries: Map<number, Entry>;
  readonly words: Map<string, unknown>;
}

/** Three times what a post with a hundred times the capabilities of today holds. */
const mostEntries = 20_000;
const mostWords = 5_000;
const held = new WeakMap<StoreFile, Held>();

function heldOf(file: StoreFile): Held {
  const found = held.get(file);
  if (found) return found;
  const made: Held = { entries: new Map(), words: new Map() };
  held.set(file, made);
  return made;
}

/** Call when reference entries are written or removed. */
export function forget(file: StoreFile): void {
  held.delete(file);
}

/** What the words of reference data tell of a word, asked once: as one types on, the words before stay what they are. */
export function ofWord<T>(file: StoreFile, question: string, word: string, ask: () => T): T {
  const { words } = heldOf(file);
  const key = `${question} ${word}`;
  // a question has one asker, so this is what `ask` gave
  if (words.has(key)) return words.get(key) as T;
  if (words.size >= mostWords) words.clear();
  const answer = ask();
  words.set(key, answer);
  return answer;
}

interface Row {
  readonly id: number;
  readonly kind: SearchKind;
  readonly ref: string;
  readonly title_nl: string;
  readonly title_en: string;
  readonly subtitle_nl: string;
  readonly subtitle_en: string;
  readonly region_code: string | null;
  readonly aliases: string;
  readonly names: string;
  readonly terms: string;
}

/** The entries with these ids; those that are not held in one statement, since one each would cost more than the search. */
export function entriesById(file: StoreFile, ids: readonly number[]): ReadonlyMap<number, Entry> {
  const { entries } = heldOf(file);
  const found = new Map<number, Entry>();
  const missing: number[] = [];
  for (const id of ids) {
    const entry = entries.get(id);
    if (entry) found.set(id, entry);
    else missing.push(id);
  }
  if (missing.length === 0) return found;
  const rows = file.rows<Row>(sql`
    SELECT id, kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, region_code, aliases, names, terms
    FROM search_entry WHERE id IN (SELECT value FROM json_each(${JSON.stringify(missing)}))`);
  const written = once(() => bodiesOf(file, rows.filter(({ kind }) => isWritten(kind)).map(({ id }) => id)));
  if (entries.size + rows.length > mostEntries) entries.clear();
  for (const row of rows) {
    const bodies = isWritten(row.kind) ? written : () => bodiesOf(file, [row.id]);
    const entry = entryOf(row, () => bodies().get(row.id) ?? '');
    found.set(row.id, entry);
    if (!isWritten(row.kind)) entries.set(row.id, entry);
  }
  return found;
}

function bodiesOf(file: StoreFile, ids: readonly number[]): ReadonlyMap<number, string> {
  const rows = file.rows<{ id: number; body: string }>(sql`SELECT id, body FROM search_entry WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map(({ id, body }) => [id, body]));
}

function entryOf(row: Row, body: () => string): Entry {
  // written by entries.ts, of an array of texts
  const aliases = JSON.parse(row.aliases) as readonly string[];
  return {
    hit: {
      kind: row.kind,
      ref: row.ref,
      title: { nl: row.title_nl, en: row.title_en },
      subtitle: { nl: row.subtitle_nl, en: row.subtitle_en },
      ...(row.region_code === null ? {} : { regionCode: row.region_code }),
    },
    names: ` ${row.names.replaceAll('\n', ' ')} `,
    titles: [named(row.title_nl), named(row.title_en)],
    aliases: aliases.map(named),
    terms: termsOf(row.terms),
    lines: once(() => linesOf(body())),
  };
}
