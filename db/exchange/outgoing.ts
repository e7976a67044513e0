/** Before anything is sent: working copies become revisions, and revisions of this post get an envelope. */
import type { Desk } from '../documents/desk.ts';
import { spaces, writes } from '../documents/spaces.ts';
import { addRevision } from '../documents/revisions.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { type SpaceKey, envelopeType, revisionContent } from './envelope.ts';
import { rawSignKey } from './keys.ts';
import { keyInForce } from './members.ts';
import { foundedSpace } from './membership.ts';
import { snapshotOf } from './kinds.ts';
import { contentOf, keepSealed } from './sealed.ts';

/** Everything of the space that was written here and is in no envelope gets one. Only where the post may write. Call inside a transaction. */
export function prepare(desk: Desk, space: string): void {
  const row = spaces(desk.file).find(({ id }) => id === space);
  if (!row || !writes(row)) return;
  foundedSpace(desk, space);
  reviseAll(desk, space);
  tellAttachments(desk, space);
  sealAll(desk, space);
}

/** Dossiers first, so that what lies in them has its place when it arrives. */
function reviseAll(desk: Desk, space: string): void {
  const unrevised = desk.file.rows<{ id: string }>(sql`SELECT id FROM document WHERE space = ${space} AND seq <> revised_seq ORDER BY kind = 'dossier' DESC, id`);
  for (const { id } of unrevised) snapshotOf(desk, id);
}

interface AttachmentRow {
  readonly id: string;
  readonly dossier: string;
  readonly name: string;
  readonly media_type: string;
  readonly blob: string;
  readonly bytes: number;
  readonly added_at: string;
}

/** An attachment becomes a revision beside the dossier: its name and the hash of its content. */
function tellAttachments(desk: Desk, space: string): void {
  const untold = desk.file.rows<AttachmentRow>(sql`
    SELECT attachment.id, attachment.dossier, name, media_type, blob, bytes, added_at
    FROM attachment JOIN document ON document.id = attachment.dossier JOIN blob ON blob.sha256 = attachment.blob
    WHERE attachment.revision IS NULL AND document.space = ${space} ORDER BY added_at, attachment.id`);
  for (const row of untold) {
    const { revision } = addRevision<'attachment'>(
      desk.file,
      desk.post,
      {
        kind: 'attachment',
        format: 'steunpunt-revision/1',
        document: row.dossier,
        space,
        parents: [],
        author: { post: desk.post.identity.name, function: desk.post.identity.function },
        attachment: row.id,
        name: row.name,
        // what the table holds was checked when the file was read
        mediaType: row.media_type as never,
        bytes: row.bytes,
        sha256: row.blob,
      },
      row.added_at,
    );
    desk.file.run(sql`UPDATE attachment SET revision = ${revision.id} WHERE id = ${row.id}`);
  }
}

interface RevisionRow {
  readonly id: string;
  readonly body: string;
  readonly at: string;
  readonly signature: Uint8Array;
  readonly signer: Uint8Array;
}

function sealAll(desk: Desk, space: string): void {
  const { file } = desk;
  // in this order of tables: what is unsealed is little, the planner cannot know
  const rows = file.rows<RevisionRow>(sql`
    SELECT revision.id, body, at, signature, signer FROM unsealed CROSS JOIN revision ON revision.id = unsealed.revision
    CROSS JOIN document ON document.id = revision.document WHERE document.space = ${space} ORDER BY document.kind = 'dossier' DESC, document.id, number`);
  if (rows.length === 0) return;
  const key = keyInForce(file, space);
  for (const row of rows) {
    const author = rawSignKey(row.signer);
    keepSealed(file, { space, type: envelopeType.revision, ref: row.id, part: 0, author }, key, revisionContent(row));
    file.run(sql`DELETE FROM unsealed WHERE revision = ${row.id}`);
    const blob = file.row<{ sha256: string }>(sql`SELECT blob AS sha256 FROM attachment WHERE revision = ${row.id}`)?.sha256;
    if (blob !== undefined) sealParts(file, space, blob, author, key);
  }
}

function sealParts(file: StoreFile, space: string, sha256: string, author: Uint8Array, key: SpaceKey): void {
  if (file.row(sql`SELECT seq FROM envelope WHERE space = ${space} AND type = ${envelopeType.part} AND ref = ${sha256}`)) return;
  for (const { number } of file.rows<{ number: number }>(sql`SELECT number FROM blob_chunk WHERE blob = ${sha256} ORDER BY number`)) {
    keepSealed(file, { space, type: envelopeType.part, ref: sha256, part: number, author }, key, contentOf(file, envelopeType.part, sha256, number));
  }
}
