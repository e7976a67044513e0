/** Writes what can be found. Call inside the transaction of the change that the entry shows. */
import type { Bilingual } from '../../shared/domain/basics.ts';
import type { SearchKind } from '../../shared/domain/search.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { spellings } from './fold.ts';

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
  readonly body: string;
}

export function putEntry(file: StoreFile, entry: SearchEntry): void {
  const written = [entry.title.nl, entry.title.en, ...entry.aliases, ...entry.codes];
  const forms = [...new Set(written.flatMap(spellings))];
  const row = { names: forms.join('\n'), body: entry.body, aliases: JSON.stringify(entry.aliases), regionCode: entry.regionCode ?? null };

  const held = file.row<{ id: number; names: string; body: string }>(sql`SELECT id, names, body FROM search_entry WHERE kind = ${entry.kind} AND ref = ${entry.ref}`);
  if (!held) {
    file.run(sql`
      INSERT INTO search_entry (kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, region_code, aliases, names, body)
      VALUES (${entry.kind}, ${entry.ref}, ${entry.title.nl}, ${entry.title.en}, ${entry.subtitle.nl}, ${entry.subtitle.en},
        ${row.regionCode}, ${row.aliases}, ${row.names}, ${row.body})`);
  } else {
    file.run(sql`
      UPDATE search_entry SET title_nl = ${entry.title.nl}, title_en = ${entry.title.en}, subtitle_nl = ${entry.subtitle.nl},
        subtitle_en = ${entry.subtitle.en}, region_code = ${row.regionCode}, aliases = ${row.aliases}
      WHERE id = ${held.id}`);
    // apart, because touching these two writes the full-text index anew
    if (held.names !== row.names || held.body !== row.body) {
      file.run(sql`UPDATE search_entry SET names = ${row.names}, body = ${row.body} WHERE id = ${held.id}`);
    }
  }
  // what a person wrote has no names that others know by heart, and is saved too often to pay for them
  if (entry.kind === 'request') return;
  const id = file.row<{ id: number }>(sql`SELECT id FROM search_entry WHERE kind = ${entry.kind} AND ref = ${entry.ref}`)?.id ?? 0;
  file.run(sql`DELETE FROM search_name WHERE entry = ${id}`);
  for (const folded of forms) file.run(sql`INSERT INTO search_name (folded, entry) VALUES (${folded}, ${id})`);
}

export function removeEntries(file: StoreFile, kinds: readonly SearchKind[]): void {
  for (const kind of kinds) file.run(sql`DELETE FROM search_entry WHERE kind = ${kind}`);
}

/** Throws `file.damaged` when the index does not say what its entries say. */
export function assertIndexMatches(file: StoreFile): void {
  file.run(sql`INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)`);
}

/** Makes the index anew from the entries. */
export function rebuildIndex(file: StoreFile): void {
  file.run(sql`INSERT INTO search_index(search_index) VALUES ('rebuild')`);
}
