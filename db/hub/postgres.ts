/**
 * A hub's database in PostgreSQL, for when one machine is outgrown. Several hub processes may work on one database: what a post is
 * told as stored was committed, and positions are given out under the lock of the space's row, so that they become visible in order.
 */
import { randomBytes } from 'node:crypto';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { AppError } from '../../shared/errors.ts';
import { type Row, digestOfNothing, planPush } from './plan.ts';
import { fitting } from './sizes.ts';
import type { HeldStatement, HubSpace, HubStore } from './store.ts';

const connections = 8;
const connectMs = 10_000;
/** Rows of one INSERT: enough to make the way there and back cheap; each row takes four parameters of the 65,535. */
const rowsAtOnce = 256;
/** Any number, the same in every hub: only one makes the tables. */
const makingTables = 0x53747068;

const tables = `
  CREATE TABLE IF NOT EXISTS hub (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), generation text NOT NULL, version integer NOT NULL);
  CREATE TABLE IF NOT EXISTS space (
    no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    high bigint NOT NULL DEFAULT 0,
    digest bytea NOT NULL,
    bytes bigint NOT NULL DEFAULT 0,
    statements integer NOT NULL DEFAULT 0,
    head text NOT NULL DEFAULT '',
    last_push_at text
  );
  CREATE TABLE IF NOT EXISTS statement (
    space integer NOT NULL REFERENCES space (no), ordinal integer NOT NULL, hash text NOT NULL, text text NOT NULL,
    PRIMARY KEY (space, ordinal)
  );
  CREATE TABLE IF NOT EXISTS envelope (
    space integer NOT NULL, position bigint NOT NULL, id bytea NOT NULL, digest bytea NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (space, position)
  );
  -- sealed bytes do not compress; trying costs time
  ALTER TABLE envelope ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE UNIQUE INDEX IF NOT EXISTS envelope_once ON envelope (space, id);
  CREATE TABLE IF NOT EXISTS contribution (space integer NOT NULL REFERENCES space (no), post text NOT NULL, bytes bigint NOT NULL, PRIMARY KEY (space, post));
`;
const version = 1;

interface SpaceRow extends HubSpace {
  readonly no: number;
}

type Run = <R extends QueryResultRow>(name: string, text: string, values: readonly unknown[]) => Promise<R[]>;

/** Throws `hub.unreachable` when the database does not answer, `file.newer` when a newer hub made it. */
export async function openPostgresHub(url: string): Promise<HubStore> {
  const pool = new Pool({ connectionString: url, max: connections, connectionTimeoutMillis: connectMs, application_name: 'steunpunt-hub' });
  // a connection that breaks is replaced at the next query, and the query under way is told; without a listener the process would end
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  try {
    const generation = await told(() => prepare(pool));
    return hubOn(pool, generation);
  } catch (error) {
    await pool.end().catch(() => {});
    throw error;
  }
}

async function prepare(pool: Pool): Promise<string> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [makingTables]);
    await client.query(tables);
    await client.query('INSERT INTO hub (generation, version) VALUES ($1, $2) ON CONFLICT DO NOTHING', [randomBytes(8).toString('hex'), version]);
    const { rows } = await client.query<{ generation: string; version: number }>('SELECT generation, version FROM hub');
    const [held] = rows;
    if (!held) throw new Error('the hub table is empty');
    if (held.version > version) throw new AppError('file.newer', `the hub database has version ${held.version}, this hub knows ${version}`);
    return held.generation;
  });
}

/** Statements are prepared once a connection. Bytes go there as bytes and come back as hexadecimal text: the driver reads no other form. */
const runOn =
  (client: Pool | PoolClient): Run =>
  async <R extends QueryResultRow>(name: string, text: string, values: readonly unknown[]) =>
    (await client.query<R>({ name, text, values: [...values] })).rows;

// numbers of 64 bits come as text, as the driver gives them
const spaceColumns = 'no, id::text, high::text, digest, bytes::text, statements, head';
type SpaceText = Omit<SpaceRow, 'high' | 'bytes'> & { readonly high: string; readonly bytes: string };
const readSpace = <T extends SpaceText>(row: T): Omit<T, 'high' | 'bytes'> & { high: number; bytes: number } => ({ ...row, high: Number(row.high), bytes: Number(row.bytes) });

async function find(run: Run, id: string, lock = false): Promise<SpaceRow | undefined> {
  const rows = lock
    ? await run<SpaceText>('space-lock', `SELECT ${spaceColumns} FROM space WHERE id = $1::text::uuid FOR UPDATE`, [id])
    : await run<SpaceText>('space', `SELECT ${spaceColumns} FROM space WHERE id = $1::text::uuid`, [id]);
  const [row] = rows;
  return row && readSpace(row);
}

function hubOn(pool: Pool, generation: string): HubStore {
  const run = runOn(pool);
  return {
    kind: 'postgresql',
    generation,
    space: (id) => told(() => find(run, id)),

    membership: (id, from, limit) =>
      told(() =>
        run<HeldStatement>(
          'membership',
          'SELECT hash, statement.text FROM statement JOIN space ON space.no = statement.space WHERE space.id = $1::text::uuid AND ordinal >= $2::int ORDER BY ordinal LIMIT $3::int',
          [id, from, limit],
        ),
      ),

    setStatements: (id, head, keep, statements) =>
      told(() =>
        inTransaction(pool, async (client) => {
          const inside = runOn(client);
          if (head === '') await inside('space-make', 'INSERT INTO space (id, digest) VALUES ($1::text::uuid, $2) ON CONFLICT DO NOTHING', [id, digestOfNothing]);
          const space = await find(inside, id, true);
          if (space?.head !== head) return false;
          await inside('statement-drop', 'DELETE FROM statement WHERE space = $1::int AND ordinal >= $2::int', [space.no, keep]);
          for (const [index, { hash, text }] of statements.entries()) {
            await inside('statement-add', 'INSERT INTO statement (space, ordinal, hash, text) VALUES ($1::int, $2::int, $3, $4)', [space.no, keep + index, hash, text]);
          }
          await inside('space-statements', 'UPDATE space SET statements = $2::int, head = $3 WHERE no = $1::int', [space.no, keep + statements.length, statements.at(-1)?.hash ?? head]);
          return true;
        }),
      ),

    push: (id, post, envelopes, quota, at) =>
      told(() =>
        inTransaction(pool, async (client) => {
          const inside = runOn(client);
          const found = await find(inside, id, true);
          if (!found) throw new Error('a push came for a space that is not there');
          const { no, ...space } = found;
          const [contribution] = await inside<{ bytes: string }>('contribution', 'SELECT bytes::text FROM contribution WHERE space = $1::int AND post = $2', [no, post]);
          const held = await heldAmong(inside, no, envelopes.map((envelope) => envelope.id));
          const plan = planPush(space, Number(contribution?.bytes ?? 0), (name) => held.has(latin1(name)), envelopes, quota);
          if (plan.rows.length > 0) {
            await insert(inside, no, plan.rows);
            await inside('space-high', 'UPDATE space SET high = $2::int8, digest = $3, bytes = $4::int8, last_push_at = $5 WHERE no = $1::int', [
              no,
              plan.space.high,
              plan.space.digest,
              plan.space.bytes,
              at,
            ]);
            await inside(
              'contribution-set',
              'INSERT INTO contribution (space, post, bytes) VALUES ($1::int, $2, $3::int8) ON CONFLICT (space, post) DO UPDATE SET bytes = excluded.bytes',
              [no, post, plan.postBytes],
            );
          }
          return { verdicts: plan.verdicts, space: plan.space };
        }),
      ),

    pull: (id, after, limit, maxBytes) =>
      told(async () => {
        const found = await find(run, id);
        if (!found) return undefined;
        const { no, ...space } = found;
        const before = await digestAt(run, found, after);
        if (after >= space.high) return { space, before, envelopes: [], position: after, digest: space.digest, more: false };
        // never past `high`: what was committed since belongs to the next page
        const upTo = Math.min(space.high, after + limit);
        const sizes = await run<{ size: number }>('sizes', 'SELECT octet_length(bytes) AS size FROM envelope WHERE space = $1::int AND position > $2::int8 AND position <= $3::int8 ORDER BY position', [no, after, upTo]);
        const count = fitting(sizes.map(({ size }) => size), maxBytes);
        const rows = await run<{ bytes: Uint8Array; digest: Uint8Array }>('page', 'SELECT bytes, digest FROM envelope WHERE space = $1::int AND position > $2::int8 AND position <= $3::int8 ORDER BY position', [no, after, after + count]);
        const position = after + rows.length;
        return { space, before, envelopes: rows.map(({ bytes }) => bytes), position, digest: rows.at(-1)?.digest ?? digestOfNothing, more: position < space.high };
      }),

    figures: () =>
      told(async () =>
        (
          await run<SpaceText & { posts: number; last_push_at: string | null }>(
            'figures',
            `SELECT ${spaceColumns}, last_push_at, (SELECT count(*)::int FROM contribution WHERE contribution.space = space.no) AS posts FROM space ORDER BY no`,
            [],
          )
        ).map(readSpace)
        .map(({ last_push_at, no: _no, ...figures }) => ({ ...figures, lastPushAt: last_push_at ?? undefined })),
      ),

    close: () => pool.end(),
  };
}

async function digestAt(run: Run, { no, high, digest }: SpaceRow, position: number): Promise<Uint8Array | undefined> {
  if (position === 0) return digestOfNothing;
  if (position === high) return digest;
  return (await run<{ digest: Uint8Array }>('digest', 'SELECT digest FROM envelope WHERE space = $1::int AND position = $2::int8', [no, position]))[0]?.digest;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

async function heldAmong(run: Run, no: number, ids: readonly Uint8Array[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const some = ids.slice(start, start + rowsAtOnce);
    const places = some.map((_, index) => `$${index + 2}`).join(',');
    for (const { id } of await run<{ id: Uint8Array }>(`held-${some.length}`, `SELECT id FROM envelope WHERE space = $1::int AND id IN (${places})`, [no, ...some])) held.add(latin1(id));
  }
  return held;
}

async function insert(run: Run, no: number, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce);
    const places = some.map((_, index) => `($1::int, $${4 * index + 2}::int8, $${4 * index + 3}, $${4 * index + 4}, $${4 * index + 5})`).join(',');
    const values = some.flatMap(({ position, digest, envelope }) => [position, envelope.id, digest, envelope.bytes]);
    await run(`insert-${some.length}`, `INSERT INTO envelope (space, position, id, digest, bytes) VALUES ${places}`, [no, ...values]);
  }
}

/** Committed to disk when it resolves, whatever the database was set to. */
async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN; SET LOCAL synchronous_commit = on');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Of what PostgreSQL says, only what its keeper can act on; the words of the database may quote what is stored. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (code === '53100') throw new AppError('disk.full', 'no space left where the database of the hub lies', { cause: error });
    // class 08: connection, 53: resources, 57: it is being stopped or started, 25006: read only
    if (code.startsWith('08') || code.startsWith('53') || code.startsWith('57') || code === '25006' || code.startsWith('E') || /connect|terminated/i.test(error.message)) {
      throw new AppError('hub.unreachable', `the database of the hub does not answer (${code || 'no connection'})`, { cause: error });
    }
    throw error;
  }
}
