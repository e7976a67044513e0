/** The trail of what left the post as a file. Apart from render.ts, which is loaded when the first paper is made. */
import type { Desk } from '../../db/documents/desk.ts';
import { documentRow } from '../../db/documents/working-copies.ts';
import { record } from '../../db/trail/trail.ts';
import type { Exported } from './port.ts';

export function recordExport(desk: Desk, { documentId, format, sha256, bytes }: Exported): void {
  const document = documentId === undefined ? undefined : documentRow(desk.file, documentId);
  const details = { format, sha256, bytes, ...(document ? { version: document.version, seq: document.seq, state: document.state } : {}) };
  desk.file.atomically(() => record(desk.file, { at: desk.now().toISOString(), act: 'exported', ...(document ? { document: document.id } : {}), details }));
}
