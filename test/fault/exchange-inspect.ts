/** What must hold of a hub's file and of a post's store after any kill: read with no process on them, through copies. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, sql } from '../../db/file/driver.ts';
import { openProfile } from '../helpers/exchange-profiles.ts';

function copyOf<T>(folder: string, names: readonly string[], read: (copy: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'steunpunt-inspect-'));
  try {
    for (const name of names) if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    return read(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Ids of the envelopes that the hub holds. Throws when one is not whole, or numbers and digests do not fit. */
export function inspectHub(folder: string): ReadonlySet<string> {
  return copyOf(folder, ['hub.db', 'hub.db-wal'], (copy) => {
    const file = connect(join(copy, 'hub.db'), { patienceMs: 0 });
    try {
      const verdict = file.row<{ integrity_check: string }>(sql`PRAGMA integrity_check(1)`)?.integrity_check;
      if (verdict !== 'ok') throw new Error(`hub: integrity: ${verdict}`);
      const ids = new Set<string>();
      let [position, bytes, digest] = [0, 0, Buffer.alloc(16)];
      for (const row of file.rows<{ number: number; id: Uint8Array; digest: Uint8Array; bytes: Uint8Array }>(sql`SELECT number, id, digest, bytes FROM envelope ORDER BY number`)) {
        const id = createHash('sha256').update(row.bytes).digest();
        digest = createHash('sha256').update(digest).update(id).digest().subarray(0, 16);
        position += 1;
        bytes += row.bytes.length;
        if (!id.equals(row.id)) throw new Error(`hub: envelope ${position} is not what its id says`);
        if (row.number % 2 ** 32 !== position || !digest.equals(row.digest)) throw new Error(`hub: a gap at ${position}`);
        ids.add(id.toString('hex'));
      }
      const space = file.row<{ high: number; bytes: number }>(sql`SELECT high, bytes FROM space`);
      if (space && (space.high !== position || space.bytes !== bytes)) throw new Error(`hub: says ${space.high} envelopes, holds ${position}`);
      return ids;
    } finally {
      file.close();
    }
  });
}

export interface PostContents {
  readonly revisions: ReadonlySet<string>;
  /** what it counts as stored by the hub or got from it, by id of the envelope */
  readonly counted: ReadonlySet<string>;
}

/** Throws when a revision is not what its name and signature say, or the file is not whole. */
export function inspectPost(folder: string, key: Uint8Array, carrier: string): PostContents {
  return copyOf(folder, ['store.db', 'store.db-wal'], (copy) => {
    const { file, close } = openProfile(copy, key);
    try {
      const verdict = file.row<{ integrity_check: string }>(sql`PRAGMA integrity_check(1)`)?.integrity_check;
      if (verdict !== 'ok') throw new Error(`post: integrity: ${verdict}`);
      if (file.rows(sql`PRAGMA foreign_key_check`).length > 0) throw new Error('post: broken references');
      const revisions = new Set<string>();
      for (const { id, body } of file.rows<{ id: string; body: string }>(sql`SELECT id, body FROM revision`)) {
        if (createHash('sha256').update(body).digest('hex') !== id) throw new Error(`post: revision ${id} is not what its name says`);
        revisions.add(id);
      }
      const sent = file.row<{ sent: number }>(sql`SELECT sent FROM carrier_progress WHERE carrier = ${carrier}`)?.sent ?? 0;
      const rows = file.rows<{ id: Uint8Array }>(sql`SELECT id FROM envelope WHERE seq <= ${sent} OR came_from = ${carrier}`);
      return { revisions, counted: new Set(rows.map(({ id }) => Buffer.from(id).toString('hex'))) };
    } finally {
      close();
    }
  });
}
