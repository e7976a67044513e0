/** Before anything is sent: working copies become revisions, and revisions of this post get an envelope. */
import { setImmediate } from 'node:timers/promises';
import type { Desk } from '../documents/desk.ts';
import { findSpace, writes } from '../documents/spaces.ts';
import { addRevision } from '../documents/revisions.ts';
import { moveLogOn } from '../file/log-mover.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { type SpaceKey, envelopeType, revisionContent } from './envelope.ts';
import { rawSignKey } from './keys.ts';
import { chainOf, keyInForce } from './members.ts';
import { foundedSpace } from './membership.ts';
import { snapshotOf } from './kinds.ts';
import { type OutgoingRow, contentOf, keepSealed, typeOf } from './sealed.ts';

/** So much is made ready before the store has its turn again: some 30 ms. */
const atOnce = 100;
const partsAtOnce = 8;

/** What is done of it gives whether more may be left. */
type Step = (desk: Desk, space: string) => boolean;

/**
 * Everything of the space that was written here and is in no envelope gets one. Only where the post may write. One step after the other, so
 * that each looks through what there is once; what is typed meanwhile goes with the next exchange.
 */
export async function prepare(desk: Desk, space: string): Promise<void> {
  for (const step of [reviseSome, tellSomeAttachments, sealSome]) {
    while (desk.file.atomically(() => doSome(desk, space, step))) {
      await setImmediate();
      moveLogOn(desk);
      await setImmediate();
    }
  }
}

function doSome(desk: Desk, space: string, step: Step): boolean {
  const row = findSpace(desk.file, space);
  if (!row || !writes(row)) return false;
  foundedSpace(desk, space);
  return step(desk, space);
}

/** Dossiers first, so that what lies in them mostly has its place when it arrives. */
function reviseSome(desk: Desk, space: string): boolean {
  const unrevised = desk.file.rows<{ id: string }>(sql`
    SELECT id FROM document WHERE space = ${space} AND seq <> revised_seq ORDER BY kind = 'dossier' DESC, id LIMIT ${atOnce}`);
  for (const { id } of unrevised) snapshotOf(desk, id);
  return unrevised.length === atOnce;
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
function tellSomeAttachments(desk: Desk, space: string): boolean {
  const untold = desk.file.rows<AttachmentRow>(sql`
    SELECT attachment.id, attachment.dossier, name, media_type, blob, bytes, added_at
    FROM attachment JOIN document ON document.id = attachment.dossier JOIN blob ON blob.sha256 = attachment.blob
    WHERE attachment.revision IS NULL AND document.space = ${space} ORDER BY added_at, attachment.id LIMIT ${atOnce}`);
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
  return untold.length === atOnce;
}

interface RevisionRow {
  readonly seq: number;
  readonly id: string;
  readonly body: string;
  readonly at: string;
  readonly signature: Uint8Array;
  readonly signer: Uint8Array;
}

function sealSome(desk: Desk, space: string): boolean {
  const { file } = desk;
  // in the order in which they were made, which is that of the table: however much waits, no more is read than is sealed
  const rows = file.rows<RevisionRow>(sql`
    SELECT revision.seq, revision.id, body, at, signature, signer FROM unsealed CROSS JOIN revision ON revision.seq = unsealed.revision
    CROSS JOIN document ON document.id = revision.document WHERE document.space = ${space} ORDER BY unsealed.revision LIMIT ${atOnce}`);
  if (rows.length === 0) return false;
  const key = keyInForce(file, space);
  for (const row of rows) {
    const author = rawSignKey(row.signer);
    keepSealed(file, { space, type: envelopeType.revision, ref: row.id, part: 0, author }, key, revisionContent(row));
    const blob = file.row<{ sha256: string }>(sql`SELECT blob AS sha256 FROM attachment WHERE revision = ${row.id}`)?.sha256;
    // a large file takes several turns
    if (blob !== undefined && sealSomeParts(file, space, blob, author, key)) return true;
    file.run(sql`DELETE FROM unsealed WHERE revision = ${row.seq}`);
  }
  return rows.length === atOnce;
}

function sealSomeParts(file: StoreFile, space: string, sha256: string, author: Uint8Array, key: SpaceKey): boolean {
  const unsealed = file.rows<{ number: number }>(sql`
    SELECT number FROM blob_chunk WHERE blob = ${sha256} AND number NOT IN (SELECT part FROM envelope WHERE space = ${space} AND type = 2 AND ref = ${sha256})
    ORDER BY number LIMIT ${partsAtOnce}`);
  for (const { number } of unsealed) {
    keepSealed(file, { space, type: envelopeType.part, ref: sha256, part: number, author }, key, contentOf(file, envelopeType.part, sha256, number));
  }
  return unsealed.length === partsAtOnce;
}

/**
 * What was sealed under a key of a branch of the chain that does not stand is sealed under the key in force: nobody else would ever read it.
 * Every post that holds it makes the same envelope. Call inside a transaction.
 */
export function sealAnew(desk: Desk, space: string): void {
  const { file } = desk;
  const row = findSpace(file, space);
  if (!row || !writes(row)) return;
  const standing = new Set(chainOf(file, space).map(({ keyId }) => keyId));
  const lost = file.rows<{ key_id: string }>(sql`SELECT DISTINCT key_id FROM envelope WHERE space = ${space}`).filter(({ key_id }) => !standing.has(key_id));
  for (const { key_id } of lost) {
    for (const one of file.rows<OutgoingRow>(sql`SELECT seq, id, type, ref, part, key_id, author FROM envelope WHERE space = ${space} AND key_id = ${key_id} ORDER BY seq`)) {
      const type = typeOf(one.type);
      // made before the other goes: the place of a row that is gone would be given again, and carriers are past it
      keepSealed(file, { space, type, ref: one.ref, part: one.part, author: one.author }, keyInForce(file, space), contentOf(file, type, one.ref, one.part));
      file.run(sql`DELETE FROM envelope WHERE seq = ${one.seq}`);
    }
  }
}
