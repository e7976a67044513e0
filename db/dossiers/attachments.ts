/** What a dossier holds of files. The files themselves: blobs.ts. */
import { type Attachment, attachment } from '../../shared/domain/attachment.ts';
import { type StoreFile, sql } from '../file/driver.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly added_at: string;
  readonly author: string;
}

/** In the order in which they were added. */
export function attachmentsOf(file: StoreFile, dossier: string): Attachment[] {
  return file
    .rows<Row>(sql`
      SELECT id, name, media_type, bytes, sha256, added_at, author FROM attachment JOIN blob ON blob.sha256 = attachment.blob
      WHERE dossier = ${dossier} ORDER BY added_at, id`)
    .map(({ media_type, added_at, author, ...row }) => attachment.parse({ ...row, mediaType: media_type, addedAt: added_at, by: JSON.parse(author) }));
}
