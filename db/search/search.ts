/**
 * Finds places, capabilities, effects, legal bases and requests. What is named exactly as typed comes first (ME, CBRN, Bergen), then
 * places whose name begins so; then the full-text index in two steps: rank first and keep the best rows, fetch what is shown only for those (one joined query would
 * compute it for every match).
 */
import { z } from 'zod';
import { type SearchHit, type SearchKind, searchKind } from '../../shared/domain/search.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { holds, words } from './fold.ts';

export interface SearchQuery {
  readonly text: string;
  readonly kinds?: readonly SearchKind[] | undefined;
  readonly limit?: number | undefined;
}

export interface SearchResult {
  readonly hits: SearchHit[];
  readonly total: number;
}

const defaultLimit = 20;
/** Nobody types more; a pasted page must not become a query of a thousand terms. */
const mostWords = 12;
const longestWord = 60;
const lastCodePoint = '\u{10FFFF}';

interface Row {
  readonly id: number;
  readonly kind: string;
  readonly ref: string;
  readonly title_nl: string;
  readonly title_en: string;
  readonly subtitle_nl: string;
  readonly subtitle_en: string;
  readonly region_code: string | null;
  readonly aliases: string;
}

/** Whatever is typed is a valid query; without a letter or digit in it nothing is found. */
export function search(file: StoreFile, query: SearchQuery): SearchResult {
  const typed = words(query.text)
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, longestWord).join(''));
  if (typed.length === 0) return { hits: [], total: 0 };
  const limit = query.limit ?? defaultLimit;
  const match = matchExpression(typed, query.kinds);
  const named = entriesNamed(file, typed.join(' '), query.kinds, limit);
  const ranked = file.rows<{ rowid: number }>(sql`SELECT rowid FROM search_index WHERE search_index MATCH ${match} ORDER BY rank LIMIT ${limit}`);
  const total = file.row<{ total: number }>(sql`SELECT count(*) AS total FROM search_index WHERE search_index MATCH ${match}`)?.total ?? 0;
  const best = [...new Set([...named, ...ranked.map(({ rowid }) => rowid)])].slice(0, limit);
  return { hits: best.flatMap((id) => hit(file, id, typed)), total: Math.max(total, best.length) };
}

/** Every word quoted and taken as the beginning of one: nothing a person types is read as an operator. */
function matchExpression(typed: readonly string[], kinds: readonly SearchKind[] | undefined): string {
  const terms = typed.map((word) => `"${word}"*`).join(' AND ');
  const named = `{names body} : (${terms})`;
  return kinds === undefined || kinds.length === 0 ? named : `{kind} : (${kinds.map((kind) => `"${kind}"`).join(' OR ')}) AND ${named}`;
}

function entriesNamed(file: StoreFile, folded: string, kinds: readonly SearchKind[] | undefined, limit: number): number[] {
  const entries = file.rows<{ entry: number; kind: string; exact: number }>(sql`
    SELECT entry, kind, max(folded = ${folded}) AS exact, min(length(folded)) AS length FROM search_name
    JOIN search_entry ON search_entry.id = entry
    WHERE folded >= ${folded} AND folded < ${folded + lastCodePoint} AND (folded = ${folded} OR kind IN ('municipality', 'region'))
    GROUP BY entry ORDER BY exact DESC, length, title_nl`);
  return entries
    .filter(({ kind }) => kinds === undefined || kinds.length === 0 || kinds.some((wanted) => wanted === kind))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function hit(file: StoreFile, id: number, typed: readonly string[]): SearchHit[] {
  const row = file.row<Row>(sql`
    SELECT id, kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, region_code, aliases FROM search_entry WHERE id = ${id}`);
  if (!row) return [];
  const matchedName = [row.title_nl, row.title_en].some((title) => holds(title, typed)) ? undefined : aliasesOf(row).find((alias) => holds(alias, typed));
  return [
    {
      kind: searchKind.parse(row.kind),
      ref: row.ref,
      title: { nl: row.title_nl, en: row.title_en },
      subtitle: { nl: row.subtitle_nl, en: row.subtitle_en },
      ...(row.region_code === null ? {} : { regionCode: row.region_code }),
      ...(matchedName === undefined ? {} : { matchedName }),
    },
  ];
}

const aliasList = z.array(z.string());
function aliasesOf(row: Row): readonly string[] {
  return aliasList.parse(JSON.parse(row.aliases));
}
