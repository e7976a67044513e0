/** Fields of a document that two posts changed apart and that wait for a decision, as its head says. */
import { type OpenDifferences, openDifferences } from '../../shared/domain/difference.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { canonicalJson } from './canonical.ts';

export function openOf(file: StoreFile, document: string): OpenDifferences {
  const rows = file.rows<{ path: string; candidates: string }>(sql`SELECT path, candidates FROM open_difference WHERE document = ${document} ORDER BY path`);
  return rows.length === 0 ? {} : openDifferences.parse(Object.fromEntries(rows.map(({ path, candidates }) => [path, JSON.parse(candidates)])));
}

/** As a part of the content of a revision: absent when nothing stands open. */
export function openIn(file: StoreFile, document: string): { readonly open?: ReturnType<typeof openDifferences.parse> } {
  const open = openDifferences.parse(openOf(file, document));
  return Object.keys(open).length === 0 ? {} : { open };
}

/** Takes the place of what stood open. Call inside a transaction. */
export function keepOpen(file: StoreFile, document: string, open: OpenDifferences | undefined): void {
  file.run(sql`DELETE FROM open_difference WHERE document = ${document}`);
  for (const [path, candidates] of Object.entries(open ?? {})) {
    file.run(sql`INSERT INTO open_difference (document, path, candidates) VALUES (${document}, ${path}, ${canonicalJson(candidates)})`);
  }
}
