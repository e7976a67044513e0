/** Writes what can be found. Call inside the transaction of the change that the entry shows. */
import type { Bilingual } from '../../shared/domain/basics.ts';
import type { SearchKind } from '../../shared/domain/search.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { reversed, spellings } from './fold.ts';
import { forget, forgetWritten } from './held.ts';
import { isPlace, isWritten } from './kinds.ts';

export interface SearchEntry {
  readonly kind: SearchKind;
  readonly ref: string;
  readonly title: Bilingual;
  readonly subtitle: Bilingual;
  readonly regionCode?: string;
  /** other names of the same thing */
  readonly aliases: readonly string[];
  /** codes and numbers it is also found by */
  readonly codes: readonly string[];
  /** words of the effects that it serves or stands under, as written; a term each */
  readonly terms?: readonly string[];
  /** of an effect: the main effect that it is or stands under */
  readonly family?: string;
  readonly body: string;
}

export function putEntry(file: StoreFile, entry: SearchEntry): void {
  const own = new Set([...titlesOf(entry), ...entry.codes].flatMap(spellings));
  const forms = [...new Set([...own, ...entry.aliases.flatMap(spellings)])];
  const row = { names: forms.join('\n'), terms: [...new Set(entry.terms)].join('\n'), body: entry.body, aliases: JSON.stringify(entry.aliases), regionCode: entry.regionCode ?? null, family: entry.family ?? null };

  const held = file.row<{ id: number; names: string; terms: string; body: string }>(sql`SELECT id, names, terms, body FROM search_entry WHERE kind = ${entry.kind} AND ref = ${entry.ref}`);
  if (!held) {
    file.run(sql`
      INSERT INTO search_entry (kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, region_code, aliases, family, names, terms, body)
      VALUES (${entry.kind}, ${entry.ref}, ${entry.title.nl}, ${entry.title.en}, ${entry.subtitle.nl}, ${entry.subtitle.en},
        ${row.regionCode}, ${row.aliases}, ${row.family}, ${row.names}, ${row.terms}, ${row.body})`);
  } else {
    file.run(sql`
      UPDATE search_entry SET title_nl = ${entry.title.nl}, title_en = ${entry.title.en}, subtitle_nl = ${entry.subtitle.nl},
        subtitle_en = ${entry.subtitle.en}, region_code = ${row.regionCode}, aliases = ${row.aliases}, family = ${row.family}
      WHERE id = ${held.id}`);
    // apart, because touching these writes the full-text index anew
    if (held.names !== row.names || held.terms !== row.terms || held.body !== row.body) {
      file.run(sql`UPDATE search_entry SET names = ${row.names}, terms = ${row.terms}, body = ${row.body} WHERE id = ${held.id}`);
    }
  }
  const id = held?.id ?? file.row<{ id: number }>(sql`SELECT id FROM search_entry WHERE kind = ${entry.kind} AND ref = ${entry.ref}`)?.id ?? 0;
  // what a person wrote has no names that others know by heart, and is saved too often to pay for them
  if (isWritten(entry.kind)) return forgetWritten(file, id);
  forget(file);
  const place = isPlace(entry.kind) ? 1 : 0;
  file.run(sql`DELETE FROM search_name WHERE entry = ${id}`);
  for (const folded of forms) file.run(sql`INSERT INTO search_name (folded, entry, place, own) VALUES (${folded}, ${id}, ${place}, ${own.has(folded) ? 1 : 0})`);
}

export function removeEntries(file: StoreFile, kinds: readonly SearchKind[]): void {
  forget(file);
  for (const kind of kinds) file.run(sql`DELETE FROM search_entry WHERE kind = ${kind}`);
}

/** Takes off what can be found of a document that a person wrote. */
export function removeWritten(file: StoreFile, ref: string): void {
  forget(file);
  file.run(sql`DELETE FROM search_entry WHERE ref = ${ref} AND kind IN ('request', 'dossier', 'advice')`);
}

export function removeEntry(file: StoreFile, { kind, ref }: Pick<SearchEntry, 'kind' | 'ref'>): void {
  forget(file);
  file.run(sql`DELETE FROM search_entry WHERE kind = ${kind} AND ref = ${ref}`);
}

/** A title, and what it is called in parts of it: `LOCC, Landelijk …`, `Advanced Search Team (AST)`. What stands behind a place only tells two apart. */
function titlesOf({ kind, title }: SearchEntry): readonly string[] {
  const whole = [title.nl, title.en];
  return isPlace(kind) || isWritten(kind) ? whole : [...whole, ...whole.flatMap((one) => one.split(/[,()]/))];
}

/** Writes down every word of reference data, for `near.ts`. Call when its entries have changed. */
export function keepTerms(file: StoreFile): void {
  forget(file);
  file.script(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary USING fts5vocab(main, search_index, col)`);
  const terms = file.rows<{ term: string }>(sql`SELECT DISTINCT term FROM temp.search_vocabulary WHERE col <> 'kind'`);
  file.run(sql`DELETE FROM search_term`);
  for (const { term } of terms) file.run(sql`INSERT INTO search_term (term, reversed) VALUES (${term}, ${reversed(term)})`);
}

/** Throws `file.damaged` when the index does not say what its entries say. */
export function assertIndexMatches(file: StoreFile): void {
  file.run(sql`INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)`);
  file.run(sql`INSERT INTO search_written_index(search_written_index, rank) VALUES ('integrity-check', 1)`);
}

/** Makes the index anew from the entries. */
export function rebuildIndex(file: StoreFile): void {
  file.run(sql`INSERT INTO search_index(search_index) VALUES ('rebuild')`);
  file.run(sql`INSERT INTO search_written_index(search_written_index) VALUES ('rebuild')`);
}
