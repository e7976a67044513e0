/**
 * Finds places, capabilities, effects, legal bases, contacts, requests and dossiers, in this order: what is named exactly as typed
 * (ME, CBRN, Bergen); places whose name begins so; reference data with all the words, ranked by where they stand; what people wrote,
 * newest first; then, where that is too little, the same with one typing error forgiven, and what holds only some of the words.
 * Each step looks at a bounded number of entries, so that a letter typed into a full store costs no more than a word.
 */
import { type SearchHit, type SearchKind, searchKind } from '../../shared/domain/search.ts';
import { exerciseInView, holdsExercise } from '../documents/view.ts';
import { type Sql, type StoreFile, sql, sqlOf } from '../file/driver.ts';
import { isWritten } from './entries.ts';
import { words } from './fold.ts';
import { beginsTerm, nearTerms } from './near.ts';
import { partsOf } from './compound.ts';
import { type Exact, bestFirst } from './order.ts';
import { type Wanted, rankedBySomeWords } from './some-words.ts';
import { holds, whyFound } from './why.ts';

export interface SearchQuery {
  readonly text: string;
  readonly kinds?: readonly SearchKind[] | undefined;
  readonly limit?: number | undefined;
}

export interface SearchResult {
  readonly hits: SearchHit[];
  /** how many entries hold all the words; counted up to `mostCounted` of reference data and of written things each */
  readonly total: number;
}

const defaultLimit = 20;
export const mostCounted = 200;
/** Nobody types more; a pasted page must not become a query of a thousand terms. */
const mostWords = 12;
const longestWord = 60;
const lastCodePoint = '\u{10FFFF}';
/** Reference entries that are ranked; above this, those with the words in their names. */
const mostRanked = 300;
/** With fewer reference hits, those with some of the words follow. */
const enough = 5;
/** Letters from which on a word tells something by its beginning. */
const tellingLength = 3;
/** What people wrote gets this share of the list when reference data alone would fill it. */
const writtenShare = 1 / 3;

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
  readonly terms: string;
}

/** Whatever is typed is a valid query; without a letter or digit in it nothing is found. */
export function search(file: StoreFile, query: SearchQuery): SearchResult {
  const typed = words(query.text)
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, longestWord).join(''));
  if (typed.length === 0) return { hits: [], total: 0 };
  const limit = query.limit ?? defaultLimit;
  const wanted = query.kinds === undefined || query.kinds.length === 0 ? searchKind.options : query.kinds;
  const kinds = new Set(wanted);
  const telling = withoutFunctionWords(withoutFirstLetter(typed));
  const allWords = telling.map(beginning).join(' AND ');
  const wholeWords = telling.map((word) => `"${word}"`).join(' AND ');

  const tells = telling.some((word) => word.length > 1);
  const ranked = wanted.every(isWritten) ? [] : tells ? rankedReference(file, allWords, query.kinds, wholeWords) : namedWith(file, allWords, query.kinds);
  const named = [...entriesNamed(file, typed.join(' '), kinds, ranked, limit), ...(typed.length > 1 ? entriesNamed(file, typed.join(''), kinds, ranked, limit) : [])];
  const seen = writtenInView(file);
  const written = wanted.some(isWritten) ? newestWritten(file, allWords, query.kinds, limit, seen) : [];
  const reference = [...new Set([...named, ...ranked])];
  const room = Math.max(limit - written.length, Math.ceil(limit * (1 - writtenShare)));
  const best = [...reference.slice(0, room), ...written, ...reference.slice(room)].slice(0, limit);
  const hits = hitsOf(file, best, typed, []);

  if (reference.length < enough && best.length < limit && !wanted.every(isWritten)) {
    const held = new Set(best);
    for (const { ids, instead, words: looked = typed } of lookFurther(file, typed, query.kinds)) {
      const more = [...new Set(ids)].filter((id) => !held.has(id)).slice(0, limit - hits.length);
      hits.push(...hitsOf(file, more, looked, instead));
      for (const id of more) held.add(id);
    }
  }
  const counted = reference.length + (written.length < limit ? written.length : countWritten(file, allWords, query.kinds, seen));
  return { hits, total: Math.max(counted, hits.length) };
}

/**
 * The first letter of the next word tells nothing yet, and most entries hold a word that begins with it: it is left to the names
 * (Bergen L) as long as another word tells something.
 */
function withoutFirstLetter(typed: readonly string[]): readonly string[] {
  return typed.at(-1)?.length === 1 && typed.some((word) => word.length >= tellingLength) ? typed.filter((word) => word.length > 1) : typed;
}

/** In a sentence what is between the words that tell something need not stand in an entry. The last may still become another word. */
function withoutFunctionWords(typed: readonly string[]): readonly string[] {
  const telling = typed.filter((word, index) => index === typed.length - 1 || !functionWords.has(word));
  return telling.some((word) => word.length >= tellingLength) ? telling : typed;
}

/** Every word quoted and taken as the beginning of one: nothing a person types is read as an operator. */
function beginning(word: string): string {
  return `"${word}"*`;
}

function inKinds(terms: string, kinds: readonly SearchKind[] | undefined, columns: string): string {
  const named = `{${columns}} : (${terms})`;
  return kinds === undefined || kinds.length === 0 ? named : `{kind} : (${kinds.map((kind) => `"${kind}"`).join(' OR ')}) AND ${named}`;
}

/**
 * Ids, best first: with the whole words in their names, in their names or the words of their effects, with the beginnings of words in
 * their names, then anywhere; within each by bm25. (By bm25 alone a law would lose to a line that mentions it, as its text is long.)
 */
function rankedReference(file: StoreFile, terms: string, kinds: readonly SearchKind[] | undefined, whole?: string): number[] {
  const among = (wanted: string, columns: string): ReadonlySet<number> =>
    new Set(file.rows<{ id: number }>(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${inKinds(wanted, kinds, columns)} LIMIT ${mostRanked}`).map(({ id }) => id));
  const matches = (columns: string): { id: number; rank: number }[] =>
    file.rows(sql`SELECT rowid AS id, rank FROM search_index WHERE search_index MATCH ${inKinds(terms, kinds, columns)} LIMIT ${mostRanked}`);
  const all = matches('names terms body');
  const found = all.length < mostRanked ? all : matches('names');
  if (found.length < 2) return found.map(({ id }) => id);
  const tiers = [...(whole === undefined ? [] : [among(whole, 'names'), among(whole, 'names terms')]), among(terms, 'names')];
  const tier = (id: number): number => {
    const first = tiers.findIndex((ids) => ids.has(id));
    return first < 0 ? tiers.length : first;
  };
  return found
    .map(({ id, rank }) => ({ id, rank, tier: tier(id) }))
    .toSorted((one, other) => one.tier - other.tier || one.rank - other.rank || one.id - other.id)
    .map(({ id }) => id);
}

/** Ids as they come: to rank by one letter would mean to count it in every text. */
function namedWith(file: StoreFile, terms: string, kinds: readonly SearchKind[] | undefined): number[] {
  return file.rows<{ id: number }>(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${inKinds(terms, kinds, 'names')} LIMIT ${mostRanked}`).map(({ id }) => id);
}

/** Condition on an entry of what people wrote: it is of a document in view. An exercise is small beside operational work, so it is what is listed. */
function writtenInView(file: StoreFile): Sql {
  const exercise = exerciseInView(file);
  if (exercise) return sql`rowid IN (SELECT search_entry.id FROM document JOIN search_entry ON search_entry.kind = document.kind AND ref = document.id WHERE space = ${exercise.id})`;
  if (!holdsExercise(file)) return sql`1`;
  return sql`rowid NOT IN (SELECT search_entry.id FROM space JOIN document ON document.space = space.id JOIN search_entry ON search_entry.kind = document.kind AND ref = document.id WHERE space.kind = 'exercise')`;
}

/** Those with the words in their titles first, each newest first. */
function newestWritten(file: StoreFile, terms: string, kinds: readonly SearchKind[] | undefined, limit: number, seen: Sql): number[] {
  const newest = (columns: string): number[] =>
    file
      .rows<{ id: number }>(sqlOf(sql`SELECT rowid AS id FROM search_written_index WHERE search_written_index MATCH ${inKinds(terms, kinds, columns)} AND`, seen, sql`ORDER BY rowid DESC LIMIT ${limit}`))
      .map(({ id }) => id);
  const titled = newest('names');
  return titled.length >= limit ? titled : [...new Set([...titled, ...newest('names body')])].slice(0, limit);
}

function countWritten(file: StoreFile, terms: string, kinds: readonly SearchKind[] | undefined, seen: Sql): number {
  const match = inKinds(terms, kinds, 'names body');
  return file.row<{ total: number }>(sqlOf(sql`SELECT count(*) AS total FROM (SELECT 1 FROM search_written_index WHERE search_written_index MATCH ${match} AND`, seen, sql`LIMIT ${mostCounted})`))?.total ?? 0;
}

/** Ids of what bears this very name, then of places whose name begins so, shortest first. */
function entriesNamed(file: StoreFile, folded: string, kinds: ReadonlySet<SearchKind>, ranked: readonly number[], limit: number): number[] {
  const exact = file
    .rows<Exact>(sql`
      SELECT id, kind, ref, family, own FROM search_name JOIN search_entry ON search_entry.id = entry WHERE folded = ${folded} LIMIT ${mostRanked}`)
    .filter(({ kind }) => kinds.has(kind));
  const places =
    kinds.has('municipality') || kinds.has('region')
      ? file.rows<{ id: number; kind: SearchKind }>(sql`
          SELECT id, kind FROM search_name JOIN search_entry ON search_entry.id = entry
          WHERE place = 1 AND folded >= ${folded} AND folded < ${folded + lastCodePoint}
          GROUP BY entry ORDER BY min(length(folded)), title_nl LIMIT ${limit}`)
      : [];
  return [...bestFirst(exact, ranked), ...places.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id)];
}

function either({ word, near }: { readonly word: string; readonly near: readonly string[] }): string {
  return near.length === 0 ? beginning(word) : `(${near.map(beginning).join(' OR ')})`;
}

interface Further {
  readonly ids: readonly number[];
  /** the words that stand in for those that were typed, where a typing error was forgiven */
  readonly instead: readonly string[];
  /** the words that were looked for, where they are others than those that were typed */
  readonly words?: readonly string[];
}

/** Of too few hits: with words one error away for those that begin no known word, then with some of the words and with parts of compounds. */
function lookFurther(file: StoreFile, typed: readonly string[], kinds: readonly SearchKind[] | undefined): readonly Further[] {
  const corrected = typed.map((word) => ({ word, near: beginsTerm(file, word) ? [] : nearTerms(file, word) }));
  const instead = corrected.flatMap(({ near }) => near);
  // as if the nearest had been typed
  const meant = corrected.map(({ word, near }) => near[0] ?? word).join(' ');
  const telling = corrected.filter(({ word }) => word.length >= tellingLength && !functionWords.has(word));
  const asked = telling.length === 0 ? corrected : telling;
  const ranked = instead.length === 0 ? [] : rankedReference(file, asked.map(either).join(' AND '), kinds);
  const named = instead.length === 0 ? [] : entriesNamed(file, meant, new Set(kinds ?? searchKind.options), ranked, enough);
  const found: Further = { ids: [...named, ...ranked], instead };
  if (found.ids.length >= enough) return [found];
  const parted = telling.map(({ word, near }) => ({ word, near, parts: near.length === 0 && isNoWord(file, word) ? partsOf(file, word) : [] }));
  if (typed.length === 1 && parted.every(({ parts }) => parts.length === 0)) {
    // a word that is known may still be the plural of the one that more entries have
    const near = instead.length > 0 ? [] : nearTerms(file, typed[0] ?? '');
    return near.length === 0 ? [found] : [{ ids: rankedReference(file, near.map((word) => `"${word}"`).join(' OR '), kinds), instead: near }];
  }
  const wanted = parted.flatMap(({ word, near, parts }): Wanted[] => (parts.length > 0 ? parts.map((part, index) => ({ forms: [part], isSecond: index > 0 })) : [{ forms: near.length > 0 ? near : [word], isSecond: false }]));
  const some = wanted.length === 0 ? [] : rankedBySomeWords(file, wanted, (terms) => inKinds(terms, kinds, 'names terms body'));
  return [found, { ids: some, instead: [], words: wanted.flatMap(({ forms }) => forms) }];
}

/** True when so few entries hold it that it may be a compound which just one of them happens to write. */
function isNoWord(file: StoreFile, word: string): boolean {
  return file.rows(sql`SELECT rowid FROM search_index WHERE search_index MATCH ${beginning(word)} LIMIT 2`).length < 2;
}

/** Words that tell nothing of what is meant. */
const functionWords = new Set('de het een van der den in op te ten ter en of met voor naar bij uit om aan door dat die is er onder over langs tegen tussen vanuit the of and to in for on at by with a an'.split(' '));

/** Of all ids in one statement: thirty would cost more than the search. */
function hitsOf(file: StoreFile, ids: readonly number[], typed: readonly string[], instead: readonly string[]): SearchHit[] {
  if (ids.length === 0) return [];
  const rows = file.rows<Row>(sql`
    SELECT id, kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, region_code, aliases, terms
    FROM search_entry WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [hit(file, row, typed, instead)] : [];
  });
}

function hit(file: StoreFile, row: Row, typed: readonly string[], instead: readonly string[]): SearchHit {
  const titles = [row.title_nl, row.title_en];
  // written by entries.ts, of an array of texts
  const aliases = JSON.parse(row.aliases) as readonly string[];
  const matchedName = titles.some((title) => holds(title, typed)) ? undefined : aliases.find((alias) => holds(alias, typed));
  const body = (): string => file.row<{ body: string }>(sql`SELECT body FROM search_entry WHERE id = ${row.id}`)?.body ?? '';
  const why = whyFound({ titles, aliases, terms: row.terms === '' ? [] : row.terms.split('\n'), body }, typed, instead);
  return {
    kind: row.kind,
    ref: row.ref,
    title: { nl: row.title_nl, en: row.title_en },
    subtitle: { nl: row.subtitle_nl, en: row.subtitle_en },
    ...(row.region_code === null ? {} : { regionCode: row.region_code }),
    ...(matchedName === undefined ? {} : { matchedName }),
    ...(why === undefined ? {} : { why }),
  };
}
