/** Looks into a profile that no process owns, through a copy: the next process must find it as the last one left it. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRequest } from '../../db/documents/requests.ts';
import { indexSaved, rebuildProjections } from '../../db/documents/projection.ts';
import { readPost } from '../../db/documents/identity.ts';
import { sql } from '../../db/file/driver.ts';
import { lockProfile } from '../../db/file/lock.ts';
import { migrations } from '../../db/file/migrations/index.ts';
import { openStoreFile } from '../../db/file/open.ts';
import { readReference } from '../../db/packs/reference.ts';
import { assertIndexMatches } from '../../db/search/entries.ts';
import { verifyTrail } from '../../db/trail/trail.ts';
import type { RequestDocument } from '../../shared/domain/request.ts';

/** Throws when anything in the file is not whole; gives the document as stored. `thorough` also makes everything derived anew. */
export function inspect(profileDir: string, key: Uint8Array, document: string, thorough: boolean): RequestDocument {
  const copy = mkdtempSync(join(tmpdir(), 'steunpunt-inspect-'));
  try {
    // the index of the log (-shm) is left behind on purpose: a reader makes it anew
    for (const name of ['store.db', 'store.db-wal']) if (existsSync(join(profileDir, name))) copyFileSync(join(profileDir, name), join(copy, name));
    const lock = lockProfile(copy);
    const { file } = openStoreFile({ lock, key, migrations });
    try {
      const verdict = file.row<{ integrity_check: string }>(sql`PRAGMA integrity_check(1)`)?.integrity_check;
      if (verdict !== 'ok') throw new Error(`integrity: ${verdict}`);
      if (file.rows(sql`PRAGMA foreign_key_check`).length > 0) throw new Error('broken references');
      const trail = verifyTrail(file);
      if (!trail.ok) throw new Error(`trail breaks at ${trail.number}`);
      assertIndexMatches(file);
      const reference = readReference(file);
      const desk = { file, reference, post: readPost(file), now: () => new Date() };
      const stored = openRequest(desk, document);
      if (!thorough) return stored;
      indexSaved(file, reference);
      const entries = sql`SELECT kind, ref, title_nl, names, body FROM search_entry ORDER BY kind, ref`;
      const grown = JSON.stringify(file.rows(entries));
      rebuildProjections(file, reference);
      assertIndexMatches(file);
      if (JSON.stringify(file.rows(entries)) !== grown) throw new Error('the search entries made anew are others');
      return stored;
    } finally {
      file.close();
      lock.release();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
