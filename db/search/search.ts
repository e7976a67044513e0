/**
 * Finds places, capabilities, effects, legal bases, contacts, requests and dossiers, in this order: what is named exactly as typed
 * (ME, CBRN, Bergen); places whose name begins so; reference data with all the words, ranked by where they stand; what people wrote,
 * newest first; then, where that is too little, the same with one typing error forgiven, and what holds only some of the words.
 * Each step looks at a bounded number of entries, so that a letter typed into a full store costs no more than a word.
 */
import { type SearchHit, type SearchKind, searchKind } from '../../shared/domain/search.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { words } from './fold.ts';
import { type Entry, type PlaceName, entriesById, ofWord, placesNamed, withTexts } from './held.ts';
import { countHolding, noneHoldsAll } from './holding.ts';
import { isWritten } from './kinds.ts';
import { beginsTerm, nearTerms } from './near.ts';
import { partsOf } from './compound.ts';
import { type Exact, bestFirst } from './order.ts';
import { type Wanted, rankedBySomeWords } from './some-words.ts';
import { beginning, either, inKinds, whole } from './terms.ts';
import { startOf, whyFound } from './why.ts';
import { newestWritten } from './written.ts';

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
/** Reference entries that are ranked, and as many more with the words in their names where there are more than this. */
const mostRanked = 300;
/** With fewer reference hits, those with some of the words follow. */
const enough = 5;
/** Letters from which on a word tells something by its beginning. */
const tellingLength = 3;
/** What people wrote gets this share of the list when reference data alone would fill it. */
const writtenShare = 1 / 3;

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

  const tells = telling.some((word) => word.length > 1);
  const best = wanted.every(isWritten) ? [] : tells ? withAll(file, telling, query.kinds) : namedWith(file, telling, query.kinds);
  const named = [...entriesNamed(file, typed.join(' '), kinds, best, limit), ...(typed.length > 1 ? entriesNamed(file, typed.join(''), kinds, best, limit) : [])];
  const written = wanted.some(isWritten) ? newestWritten(file, telling, query.kinds, { limit, mostCounted }) : { ids: [], total: 0 };
  const reference = [...new Set([...named, ...best])];
  const room = Math.max(limit - written.ids.length, Math.ceil(limit * (1 - writtenShare)));
  const shown = [...reference.slice(0, room), ...written.ids, ...reference.slice(room)].slice(0, limit);
  const hits = hitsOf(file, shown, typed, []);

  if (reference.length < enough && shown.length < limit && !wanted.every(isWritten)) {
    const held = new Set(shown);
    for (const { ids, instead, words: looked = typed } of lookFurther(file, typed, query.kinds)) {
      const more = [...new Set(ids)].filter((id) => !held.has(id)).slice(0, limit - hits.length);
      hits.push(...hitsOf(file, more, looked, instead));
      for (const id of more) held.add(id);
    }
  }
  return { hits, total: Math.max(reference.length + written.total, hits.length) };
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

function withAll(file: StoreFile, telling: readonly string[], kinds: readonly SearchKind[] | undefined): number[] {
  if (telling.length > 1 && noneHoldsAll(file, telling)) return [];
  return rankedReference(file, telling.map((word) => [word]), kinds, 'whole words first');
}

/** Words that must all be there; of each, any of these forms will do. */
type Asked = readonly (readonly string[])[];

/**
 * Ids, best first: with the whole words in their names, in their names or the words of their effects (both only where asked for), with
 * the beginnings of words in their names, then anywhere; within each by bm25. (By bm25 alone a law would lose to a line that mentions it,
 * as its text is long.)
 */
function rankedReference(file: StoreFile, asked: Asked, kinds: readonly SearchKind[] | undefined, order?: 'whole words first'): number[] {
  const wholes = asked.map(([word = '']) => ` ${word} `);
  const starts = asked.map((forms) => forms.map(startOf));
  return ranked(file, asked.map(either).join(' AND '), kinds, ({ names, terms }) => {
    if (order !== undefined && wholes.every((word) => names.includes(word))) return 0;
    if (order !== undefined && wholes.every((word) => names.includes(word) || terms.all.includes(word))) return 1;
    return starts.every((forms) => forms.some((start) => names.includes(start))) ? 2 : 3;
  });
}

/** Ids by tier, lowest first, and within each by bm25. */
function ranked(file: StoreFile, terms: string, kinds: readonly SearchKind[] | undefined, tier: (entry: Entry) => number): number[] {
  const matches = (columns: string): { id: number; rank: number }[] =>
    file.rows(sql`SELECT rowid AS id, rank FROM search_index WHERE search_index MATCH ${inKinds(terms, kinds, columns)} LIMIT ${mostRanked}`);
  const all = matches('names terms body');
  // of too many, those with the words in their names come first, and some of the others
  const found = all.length < mostRanked ? all : [...new Map([...matches('names'), ...all].map((one) => [one.id, one])).values()];
  if (found.length < 2) return found.map(({ id }) => id);
  const entries = entriesById(file, found.map(({ id }) => id));
  return found
    .flatMap(({ id, rank }) => {
      const entry = entries.get(id);
      return entry ? [{ id, rank, tier: tier(entry) }] : [];
    })
    .toSorted((one, other) => one.tier - other.tier || one.rank - other.rank || one.id - other.id)
    .map(({ id }) => id);
}

/** Ids as they come: to rank by one letter would mean to count it in every text. */
function namedWith(file: StoreFile, typed: readonly string[], kinds: readonly SearchKind[] | undefined): number[] {
  const terms = typed.map(beginning).join(' AND ');
  return file.rows<{ id: number }>(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${inKinds(terms, kinds, 'names')} LIMIT ${mostRanked}`).map(({ id }) => id);
}

/** Ids of what bears this very name, then of places whose name begins so, shortest first. */
function entriesNamed(file: StoreFile, folded: string, kinds: ReadonlySet<SearchKind>, order: readonly number[], limit: number): number[] {
  const exact = file
    .rows<Exact>(sql`
      SELECT id, kind, ref, family, own FROM search_name JOIN search_entry ON search_entry.id = entry WHERE folded = ${folded} LIMIT ${mostRanked}`)
    .filter(({ kind }) => kinds.has(kind));
  const places = kinds.has('municipality') || kinds.has('region') ? shortestFirst(placesNamed(file, folded)).slice(0, limit) : [];
  return [...bestFirst(exact, order), ...places.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id)];
}

/** Each place once, by the shortest of its spellings. */
function shortestFirst(names: readonly PlaceName[]): readonly PlaceName[] {
  const shortest = new Map<number, PlaceName>();
  for (const name of names) if (name.folded.length < (shortest.get(name.id)?.folded.length ?? Number.POSITIVE_INFINITY)) shortest.set(name.id, name);
  return [...shortest.values()].toSorted((one, other) => one.folded.length - other.folded.length || (one.title < other.title ? -1 : 1));
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
  const corrected = typed.map((word) => ({ word, near: ofWord(file, 'near', word, () => (beginsTerm(file, word) ? [] : nearTerms(file, word))) }));
  const instead = corrected.flatMap(({ near }) => near);
  // as if the nearest had been typed
  const meant = corrected.map(({ word, near }) => near[0] ?? word).join(' ');
  const telling = corrected.filter(({ word }) => word.length >= tellingLength && !functionWords.has(word));
  const asked = (telling.length === 0 ? corrected : telling).map(({ word, near }) => (near.length === 0 ? [word] : near));
  const best = instead.length === 0 ? [] : rankedReference(file, asked, kinds);
  const named = instead.length === 0 ? [] : entriesNamed(file, meant, new Set(kinds ?? searchKind.options), best, enough);
  const found: Further = { ids: [...named, ...best], instead };
  if (found.ids.length >= enough) return [found];
  // in so few entries it may be a compound that just one of them happens to write
  const parted = telling.map(({ word, near }) => ({ word, near, parts: near.length === 0 ? ofWord(file, 'parts', word, () => (countHolding(file, word) < 2 ? partsOf(file, word) : [])) : [] }));
  if (typed.length === 1 && parted.every(({ parts }) => parts.length === 0)) {
    const [word = ''] = typed;
    // a word that is known may still be the plural of the one that more entries have
    const near = instead.length > 0 ? [] : ofWord(file, 'plural', word, () => nearTerms(file, word));
    if (near.length === 0) return [found];
    const terms = near.map(whole).join(' OR ');
    return [{ ids: ranked(file, terms, kinds, ({ names }) => (near.some((one) => names.includes(` ${one} `)) ? 0 : 1)), instead: near }];
  }
  const wanted = parted.flatMap(({ word, near, parts }): Wanted[] => (parts.length > 0 ? parts.map((part, index) => ({ forms: [part], isSecond: index > 0 })) : [{ forms: near.length > 0 ? near : [word], isSecond: false }]));
  const some = wanted.length === 0 ? [] : rankedBySomeWords(file, wanted, (terms) => inKinds(terms, kinds, 'names terms body'));
  return [found, { ids: some, instead: [], words: wanted.flatMap(({ forms }) => forms) }];
}

/** Words that tell nothing of what is meant. */
const functionWords = new Set('de het een van der den in op te ten ter en of met voor naar bij uit om aan door dat die is er onder over langs tegen tussen vanuit the of and to in for on at by with a an'.split(' '));

function hitsOf(file: StoreFile, ids: readonly number[], typed: readonly string[], instead: readonly string[]): SearchHit[] {
  if (ids.length === 0) return [];
  const entries = withTexts(file, entriesById(file, ids));
  const starts = typed.map(startOf);
  return ids.flatMap((id) => {
    const entry = entries.get(id);
    return entry ? [{ ...entry.hit, ...whyFound(entry, starts, instead) }] : [];
  });
}
