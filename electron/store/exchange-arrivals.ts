/** What the window hears of documents that another post's work reached: each whenever more of it changed than was told. */
import type { Desk } from '../../db/documents/desk.ts';
import { documentRow } from '../../db/documents/working-copies.ts';
import { type Tally } from '../../db/exchange/tally.ts';
import { mergeAuthor } from '../../shared/domain/choices.ts';
import { sql } from '../../db/file/driver.ts';
import type { ImportReport } from '../../shared/domain/exchange.ts';
import type { Emit } from './port.ts';

export function tellArrivals(desk: Desk, emit: Emit, tally: Tally, told: Map<string, number>): void {
  for (const id of tally.news) tell(desk, emit, id, [...(tally.documents.get(id) ?? [])], tally.differences.has(id), told);
  tally.news.clear();
}

/** After a file was taken in. */
export function tellDocuments(desk: Desk, emit: Emit, { documents, differences }: ImportReport): void {
  const told = new Map<string, number>();
  for (const id of documents) tell(desk, emit, id, [], differences.includes(id), told);
}

function tell(desk: Desk, emit: Emit, id: string, fields: string[], differs: boolean, told: Map<string, number>): void {
  const row = documentRow(desk.file, id);
  if (!row || told.get(id) === row.seq) return;
  told.set(id, row.seq);
  emit('document.changed', { id, seq: row.seq, savedAt: row.saved_at });
  const by = lastOther(desk, id);
  emit('document.arrived', { id, fields, differs, reference: row.reference, kind: row.kind, ...(by === undefined ? {} : { by }) });
}

/** The post that wrote last, other than this one; nobody writes a merge. */
function lastOther({ file, post }: Desk, id: string): string | undefined {
  return file.row<{ name: string }>(sql`
    SELECT json_extract(body, '$.author.post') AS name FROM revision
    WHERE document = ${id} AND signer <> ${post.publicKey} AND json_extract(body, '$.author.function') <> ${mergeAuthor.function} ORDER BY number DESC LIMIT 1`)?.name;
}
