/** Documents that a document names: its dossier, what it was copied from, the request that an advice is of. Those that have not arrived are remembered. */
import { type StoreFile, sql } from '../file/driver.ts';

export type Link = 'dossier' | 'origin' | 'request';

/** Call inside a transaction. */
export function linkTo(file: StoreFile, document: string, what: Link, target: string | undefined): void {
  const here = target !== undefined && file.row(sql`SELECT id FROM document WHERE id = ${target}`) ? target : null;
  write(file, document, what, here);
  file.run(sql`DELETE FROM awaited_link WHERE document = ${document} AND what = ${what}`);
  if (target !== undefined && here === null) file.run(sql`INSERT INTO awaited_link (document, what, target) VALUES (${document}, ${what}, ${target})`);
}

/** A document has arrived: those that wait for it are linked. Placing counts as a change that is in no revision; this one came from a revision. */
export function linkWaiting(file: StoreFile, target: string): void {
  for (const { document, what } of file.rows<{ document: string; what: Link }>(sql`SELECT document, what FROM awaited_link WHERE target = ${target}`)) {
    const { revised_seq } = file.row<{ revised_seq: number }>(sql`SELECT revised_seq FROM document WHERE id = ${document}`) ?? { revised_seq: -1 };
    linkTo(file, document, what, target);
    file.run(sql`UPDATE document SET revised_seq = ${revised_seq} WHERE id = ${document}`);
  }
}

function write(file: StoreFile, document: string, what: Link, target: string | null): void {
  switch (what) {
    case 'dossier':
      file.run(sql`UPDATE document SET dossier = ${target} WHERE id = ${document} AND dossier IS NOT ${target}`);
      break;
    case 'origin':
      file.run(sql`UPDATE document SET origin = ${target} WHERE id = ${document} AND origin IS NOT ${target}`);
      break;
    case 'request':
      file.run(sql`INSERT INTO advice (document, request) VALUES (${document}, ${target}) ON CONFLICT (document) DO UPDATE SET request = excluded.request`);
      break;
  }
}
