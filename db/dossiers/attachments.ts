/** What a dossier holds of files: their names, types and who added them. The content: blobs.ts. */
import path from 'node:path';
import { type Attachment, type MediaType, attachment, mediaTypes } from '../../shared/domain/attachment.ts';
import { safeName } from '../../shared/document/safe-name.ts';
import { AppError } from '../../shared/errors.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { type Desk, documentOf, documentToWrite } from '../documents/desk.ts';
import type { Touched } from '../documents/groups.ts';
import { newId } from '../documents/ids.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { type KeptFile, completeBlob, keepFile, readBlob } from './blobs.ts';
import { touchDossier } from './dossiers.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly added_at: string;
  readonly author: string;
  readonly complete: number;
}

/** In the order in which they were added. */
export function attachmentsOf(file: StoreFile, dossier: string): Attachment[] {
  return file
    .rows<Row>(sql`
      SELECT id, name, media_type, bytes, sha256, added_at, author, complete FROM attachment JOIN blob ON blob.sha256 = attachment.blob
      WHERE dossier = ${dossier} ORDER BY added_at, id`)
    .map(({ media_type, added_at, author, complete, ...row }) =>
      attachment.parse({ ...row, mediaType: media_type, addedAt: added_at, by: JSON.parse(author), ...(complete === 0 ? { waiting: true } : {}) }),
    );
}

/** Reads the file at `source` into the dossier; the same file under the same name gives the attachment that is there. Errors: keepFile. */
export async function attach(desk: Desk, dossier: string, source: string): Promise<{ readonly attachment: Attachment; readonly touched: Touched }> {
  documentToWrite(desk, dossier, 'dossier');
  const kept = await keepFile(desk.file, source);
  const mediaType = typeOf(kept, source);
  const name = attachmentName(source, mediaType);
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, dossier, 'dossier');
    completeBlob(desk.file, kept.sha256);
    const held = attachmentsOf(desk.file, dossier).find((one) => one.sha256 === kept.sha256 && one.name === name);
    if (held) return { attachment: held, touched: { id: dossier, seq: document.seq, savedAt: document.saved_at } };
    const now = desk.now();
    const addedAt = now.toISOString();
    const made: Attachment = {
      id: newId(now),
      name,
      mediaType,
      bytes: kept.bytes,
      sha256: kept.sha256,
      addedAt,
      by: { post: desk.post.identity.name, function: desk.post.identity.function },
    };
    desk.file.run(sql`
      INSERT INTO attachment (id, dossier, name, media_type, blob, added_at, author)
      VALUES (${made.id}, ${dossier}, ${name}, ${mediaType}, ${made.sha256}, ${addedAt}, ${canonicalJson(made.by)})`);
    record(desk.file, { at: addedAt, act: 'attached', document: dossier, details: { attachment: made.id, sha256: made.sha256, bytes: made.bytes } });
    return { attachment: made, touched: touchDossier(desk.file, document, addedAt) };
  });
}

/** Throws `entry.unknown`, `file.damaged`. */
export function attachmentContent(desk: Desk, dossier: string, id: string): { readonly name: string; readonly bytes: Uint8Array } {
  documentOf(desk, dossier, 'dossier');
  const found = attachmentsOf(desk.file, dossier).find((one) => one.id === id);
  if (!found) throw new AppError('entry.unknown', 'no such attachment in this dossier', { details: { id } });
  return { name: found.name, bytes: readBlob(desk.file, found.sha256) };
}

function typeOf({ type }: KeptFile, source: string): MediaType {
  if (type !== 'text') return type;
  return path.extname(source).toLowerCase() === '.csv' ? 'text/csv' : 'text/plain';
}

/** Safe on every system, and with an extension that fits the content: `rekening.exe` that is a picture becomes `rekening.exe.png`. */
export function attachmentName(source: string, mediaType: MediaType): string {
  // a name from Windows can hold the other kind of slash
  const written = source.split(/[/\\]/).at(-1) ?? '';
  const { name: stem, ext } = path.parse(written);
  const fits: readonly string[] = mediaTypes[mediaType];
  const extension = ext.slice(1).toLowerCase();
  return fits.includes(extension) ? `${safeName(stem)}.${extension}` : `${safeName(written)}.${fits[0] ?? 'txt'}`;
}
