/**
 * A hub's database in one SQLite file: `hub.db` in its data folder. The file is not encrypted. What matters in it is sealed by the
 * posts, and a key that must lie beside the file, so that the hub can start by itself, would protect nothing.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type StoreFile, connect, sql } from '../file/driver.ts';
import { lockProfile } from '../file/lock.ts';
import { type Migration, migrate } from '../file/migrate.ts';
import { applySettings, assertSound, assertSqliteVersion, sizeOf } from '../file/open.ts';
import { digestOfNothing, planPush } from './plan.ts';
import { fitting } from './sizes.ts';
import type { HeldStatement, HubSpace, HubStore, SpaceFigures } from './store.ts';

const patienceMs = 2_000;
/** Up to this size every page is checked at every start; reading a larger file whole would keep the posts waiting. */
const alwaysCheckedBytes = 256 * 1024 * 1024;

/**
 * The key of an envelope is its space and its position in one whole number: a space lies together in the file in the order in which
 * it is pulled, without an index of its own. JavaScript counts exactly up to 2^53.
 */
const positions = 2 ** 32;

const hubTables: Migration = {
  version: 1,
  name: 'hub',
  up: (file) => {
    file.script(`
      CREATE TABLE hub (only INTEGER PRIMARY KEY CHECK (only = 1), generation TEXT NOT NULL) STRICT;
      CREATE TABLE space (
        no INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        high INTEGER NOT NULL DEFAULT 0,
        digest BLOB NOT NULL,
        bytes INTEGER NOT NULL DEFAULT 0,
        statements INTEGER NOT NULL DEFAULT 0,
        head TEXT NOT NULL DEFAULT '',
        last_push_at TEXT
      ) STRICT;
      CREATE TABLE statement (
        space INTEGER NOT NULL REFERENCES space (no),
        ordinal INTEGER NOT NULL,
        hash TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (space, ordinal)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE envelope (
        number INTEGER PRIMARY KEY,
        space INTEGER NOT NULL REFERENCES space (no),
        id BLOB NOT NULL,
        digest BLOB NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX envelope_once ON envelope (space, id);
      CREATE TABLE contribution (space INTEGER NOT NULL REFERENCES space (no), post TEXT NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (space, post)) STRICT, WITHOUT ROWID;
    `);
    file.run(sql`INSERT INTO hub (only, generation) VALUES (1, ${randomBytes(8).toString('hex')})`);
  },
};

interface SpaceRow extends HubSpace {
  readonly no: number;
}

/** Throws `file.busy` when another hub works in the folder, `file.damaged`, `file.newer`, `disk.full` or `folder.readonly`. */
export function openSqliteHub(folder: string): HubStore {
  const lock = lockProfile(folder);
  try {
    const file = openFile(join(folder, 'hub.db'));
    const store = hubOn(file);
    return {
      ...store,
      close: async () => {
        file.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openFile(path: string): StoreFile {
  const file = connect(path, { patienceMs });
  try {
    assertSqliteVersion(file);
    const fresh = Number(file.row<{ count: number }>(sql`SELECT count(*) AS count FROM sqlite_master`)?.count) === 0;
    // a sealed revision is about this large: most then lie on one page
    if (fresh) file.pragma('page_size = 8192');
    applySettings(file);
    if (!fresh && sizeOf(path) <= alwaysCheckedBytes) assertSound(file);
    migrate(file, [hubTables], { fresh });
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

function hubOn(file: StoreFile): Omit<HubStore, 'close'> {
  const generation = file.row<{ generation: string }>(sql`SELECT generation FROM hub`)?.generation;
  if (generation === undefined) throw new AppError('file.damaged', 'the hub file has no generation');

  const find = (id: string): SpaceRow | undefined => file.row<SpaceRow>(sql`SELECT no, id, high, digest, bytes, statements, head FROM space WHERE id = ${id}`);
  const digestAt = (space: SpaceRow, position: number): Uint8Array | undefined => {
    if (position === 0) return digestOfNothing;
    if (position === space.high) return space.digest;
    return file.row<{ digest: Uint8Array }>(sql`SELECT digest FROM envelope WHERE number = ${space.no * positions + position}`)?.digest;
  };

  return {
    kind: 'sqlite',
    generation,
    space: async (id) => find(id),

    membership: async (id, from, limit) => {
      const space = find(id);
      if (!space) return [];
      return file.rows<HeldStatement>(sql`SELECT hash, text FROM statement WHERE space = ${space.no} AND ordinal >= ${from} ORDER BY ordinal LIMIT ${limit}`);
    },

    setStatements: async (id, head, keep, statements) =>
      file.atomically(() => {
        if (head === '') file.run(sql`INSERT INTO space (id, digest) VALUES (${id}, ${digestOfNothing}) ON CONFLICT DO NOTHING`);
        const space = find(id);
        if (space?.head !== head) return false;
        file.run(sql`DELETE FROM statement WHERE space = ${space.no} AND ordinal >= ${keep}`);
        for (const [index, { hash, text }] of statements.entries()) {
          file.run(sql`INSERT INTO statement (space, ordinal, hash, text) VALUES (${space.no}, ${keep + index}, ${hash}, ${text})`);
        }
        file.run(sql`UPDATE space SET statements = ${keep + statements.length}, head = ${statements.at(-1)?.hash ?? head} WHERE no = ${space.no}`);
        return true;
      }),

    push: async (id, post, envelopes, quota, at) =>
      file.atomically(() => {
        const found = find(id);
        if (!found) throw new Error('a push came for a space that is not there');
        const { no, ...space } = found;
        const before = file.row<{ bytes: number }>(sql`SELECT bytes FROM contribution WHERE space = ${no} AND post = ${post}`)?.bytes ?? 0;
        const isHeld = (name: Uint8Array): boolean => file.row(sql`SELECT 1 AS held FROM envelope WHERE space = ${no} AND id = ${name}`) !== undefined;
        const plan = planPush(space, before, isHeld, envelopes, quota);
        if (plan.rows.length > 0) {
          for (const { position, digest, envelope } of plan.rows) {
            file.run(sql`INSERT INTO envelope (number, space, id, digest, bytes) VALUES (${no * positions + position}, ${no}, ${envelope.id}, ${digest}, ${envelope.bytes})`);
          }
          file.run(sql`UPDATE space SET high = ${plan.space.high}, digest = ${plan.space.digest}, bytes = ${plan.space.bytes}, last_push_at = ${at} WHERE no = ${no}`);
          file.run(sql`INSERT INTO contribution (space, post, bytes) VALUES (${no}, ${post}, ${plan.postBytes}) ON CONFLICT (space, post) DO UPDATE SET bytes = excluded.bytes`);
        }
        return { verdicts: plan.verdicts, space: plan.space };
      }),

    pull: async (id, after, limit, maxBytes) => {
      const found = find(id);
      if (!found) return undefined;
      const { no, ...space } = found;
      const first = no * positions + after;
      const end = (no + 1) * positions;
      const before = digestAt(found, after);
      // the size of a blob is read without the blob
      const sizes = file.rows<{ size: number }>(sql`SELECT length(bytes) AS size FROM envelope WHERE number > ${first} AND number < ${end} ORDER BY number LIMIT ${limit}`);
      const count = fitting(sizes.map(({ size }) => size), maxBytes);
      const envelopes = file.rows<{ bytes: Uint8Array }>(sql`SELECT bytes FROM envelope WHERE number > ${first} AND number < ${end} ORDER BY number LIMIT ${count}`).map(({ bytes }) => bytes);
      const position = after + envelopes.length;
      return { space, before, envelopes, position, digest: digestAt(found, position) ?? digestOfNothing, more: position < space.high };
    },

    figures: async () =>
      file
        .rows<Omit<SpaceFigures, 'lastPushAt'> & { last_push_at: string | null }>(
          sql`SELECT id, high, digest, bytes, statements, head, last_push_at, (SELECT count(*) FROM contribution WHERE contribution.space = space.no) AS posts FROM space ORDER BY no`,
        )
        .map(({ last_push_at, ...figures }) => ({ ...figures, lastPushAt: last_push_at ?? undefined })),
  };
}
