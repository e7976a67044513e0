/**
 * What every letter of a search reads again, kept in memory while the store is open: entries as they are shown and explained, names of
 * places, and what became of a word. What people write changes with every save: what is written anew is forgotten (`entries.ts`).
 */
import type { SearchHit, SearchKind } from '../../shared/domain/search.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { Folded } from './fold.ts';
import { isWritten } from './kinds.ts';
import { type Explained, type Line, linesOf, named, once, termsOf } from './why.ts';

export interface Entry extends Explained {
  /** as it is shown, without what only this question tells of it */
  readonly hit: Omit<SearchHit, 'matchedName' | 'why'>;
  /** every spelling of its names and codes */
  readonly names: Folded;
}

/** One spelling of the name of a municipality or a region. */
export interface PlaceName {
  readonly id: number;
  readonly kind: SearchKind;
  readonly folded: string;
  readonly title: string;
}

interface Held {
  readonly entries: Map<number, Entry>;
  readonly words: Map<string, unknown>;
  /** lines of what people wrote, of the entries that were shown last */
  readonly texts: Map<number, readonly Line[]>;
  /** in the order of their letters */
  readonly places: () => readonly PlaceName[];
}

/** Three times what a post with a hundred times the capabilities of today holds. */
const mostEntries = 20_000;
const mostWords = 5_000;
const mostTexts = 500;
const held = new WeakMap<StoreFile, Held>();

function heldOf(file: StoreFile): Held {
  const found = held.get(file);
  if (found) return found;
  const made: Held = {
    entries: new Map(),
    words: new Map(),
    texts: new Map(),
    places: once(() =>
      file.rows<PlaceName>(sql`
        SELECT search_entry.id, kind, folded, title_nl AS title FROM search_name JOIN search_entry ON search_entry.id = entry WHERE place = 1 ORDER BY folded`),
    ),
  };
  held.set(file, made);
  return made;
}

/** Call when reference entries are written, or entries of any kind removed. */
export function forget(file: StoreFile): void {
  held.delete(file);
}

/** Call when a person's entry is written. */
export function forgetWritten(file: StoreFile, id: number): void {
  const kept = held.get(file);
  kept?.entries.delete(id);
  kept?.texts.delete(id);
}

/** Names of places that begin so. */
export function placesNamed(file: StoreFile, folded: string): readonly PlaceName[] {
  const names = heldOf(file).places();
  let from = 0;
  for (let to = names.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((names[middle]?.folded ?? '') < folded) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (names[end]?.folded.startsWith(folded) === true) end += 1;
  return names.slice(from, end);
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
  if (entries.size + rows.length > mostEntries) entries.clear();
  for (const row of rows) {
    const entry = entryOf(file, row);
    found.set(row.id, entry);
    entries.set(row.id, entry);
  }
  return found;
}

/** The same entries, with the texts of those that people wrote read together when the first of them is asked for. */
export function withTexts(file: StoreFile, entries: ReadonlyMap<number, Entry>): ReadonlyMap<number, Entry> {
  const { texts } = heldOf(file);
  const linesIn = (id: number): readonly Line[] => {
    if (!texts.has(id)) readTexts(file, texts, [...entries].flatMap(([one, { hit }]) => (isWritten(hit.kind) ? [one] : [])));
    return texts.get(id) ?? [];
  };
  return new Map([...entries].map(([id, entry]) => [id, isWritten(entry.hit.kind) ? { ...entry, lines: () => linesIn(id) } : entry]));
}

function readTexts(file: StoreFile, texts: Map<number, readonly Line[]>, ids: readonly number[]): void {
  if (texts.size + ids.length > mostTexts) texts.clear();
  const missing = ids.filter((id) => !texts.has(id));
  for (const [id, body] of bodiesOf(file, missing)) texts.set(id, linesOf(body));
}

function bodiesOf(file: StoreFile, ids: readonly number[]): ReadonlyMap<number, string> {
  const rows = file.rows<{ id: number; body: string }>(sql`SELECT id, body FROM search_entry WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map(({ id, body }) => [id, body]));
}

function entryOf(file: StoreFile, row: Row): Entry {
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
    lines: once(() => linesOf(bodiesOf(file, [row.id]).get(row.id) ?? '')),
  };
}
