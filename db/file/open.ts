/**
 * Opens the encrypted store file. The order is not free: nothing is believed of the key until the schema was read with it and the
 * header on disk is not that of a plain SQLite file (a key that never took effect once shipped as "encrypted" elsewhere).
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type StoreFile, connect, sql } from './driver.ts';
import { told } from './failures.ts';
import type { ProfileLock } from './lock.ts';
import { type Migration, migrate, restoreOverFailed } from './migrate.ts';
import { storeFileName } from './profile.ts';

/** 'Stpt': says in the (encrypted) header that the file is ours. */
const applicationId = 0x53747074;
/** The WAL-reset defect that could corrupt a file was repaired in this version. */
const oldestSqlite = [3, 51, 3] as const;
const cacheKiB = 65_536;
const patienceMs = 2_000;
/** Up to this size every page is checked at every start (about 10 ms per MB at worst); above it only after an unclean end. */
const alwaysCheckedBytes = 16 * 1024 * 1024;

export interface OpenOptions {
  /** proof that this process owns the profile folder in which the file lies */
  readonly lock: ProfileLock;
  readonly key: Uint8Array;
  readonly migrations: readonly Migration[];
  /** another name than `store.db`, while a store is being made */
  readonly name?: string;
}

export interface OpenedFile {
  readonly file: StoreFile;
  /** the last process ended without closing; what it had committed has been recovered */
  readonly recovered: boolean;
}

/** Throws `file.damaged`, `file.newer`, `file.busy`, `disk.full` or `folder.readonly`; after a throw nothing is left open. */
export function openStoreFile(options: OpenOptions): OpenedFile {
  const path = join(options.lock.folder, options.name ?? storeFileName);
  const size = sizeOf(path);
  const fresh = size === 0;
  // Read before SQLite holds the file: closing a second handle would drop this process's locks on it (POSIX).
  if (!fresh) refusePlainHeader(path);
  const recovered = !fresh && sizeOf(`${path}-wal`) > 0;

  const file = connect(path, { key: options.key, patienceMs });
  try {
    assertSqliteVersion(file);
    file.row(sql`SELECT count(*) FROM sqlite_master`);
    if (fresh) {
      file.pragma(`application_id = ${applicationId}`);
      refusePlainHeader(path);
    }
    applySettings(file);
    if (!fresh && (recovered || size <= alwaysCheckedBytes)) assertSound(file);
    migrate(file, options.migrations, { key: options.key, fresh });
    return { file, recovered };
  } catch (error) {
    closeAfter(file);
    if (!fresh) restoreOverFailed(path, error);
    throw error;
  }
}

/** What went wrong first is what the person must hear, not what closing says of it. */
function closeAfter(file: StoreFile): void {
  try {
    file.close();
  } catch {
    // the connection is gone with the process at the latest
  }
}

/** Durable at every commit, nothing of what is deleted left behind. Throws `folder.readonly`. */
export function applySettings(file: StoreFile): void {
  const mode = file.pragma('journal_mode = WAL');
  if (mode !== 'wal') throw new AppError('folder.readonly', 'the store file cannot be switched to write-ahead logging');
  file.pragma('synchronous = FULL');
  // macOS: fsync alone does not reach the platter
  if (process.platform === 'darwin') file.pragma('checkpoint_fullfsync = 1');
  // long work moves the log on itself, apart from its commits (checkpoint.ts); this is for what does not
  file.pragma('wal_autocheckpoint = 4000');
  file.pragma('foreign_keys = ON');
  file.pragma('trusted_schema = OFF');
  file.pragma('secure_delete = ON');
  // temporary files would not be encrypted
  file.pragma('temp_store = MEMORY');
  file.pragma('cell_size_check = ON');
  file.pragma(`cache_size = ${-cacheKiB}`);
  // the index rows of a long-used file stay balanced; bounded, so that it costs nothing at start
  file.pragma('analysis_limit = 400');
}

export function assertSqliteVersion(file: StoreFile): void {
  const version = file.row<{ version: string }>(sql`SELECT sqlite_version() AS version`)?.version ?? '0';
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part > wanted) return;
    if (part < wanted) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
  }
}

/** Reads every page of every table and index. Throws `file.damaged`. */
export function assertSound(file: StoreFile): void {
  const verdicts = file.rows<{ quick_check: string }>(sql`PRAGMA quick_check(5)`);
  if (verdicts.length !== 1 || verdicts[0]?.quick_check !== 'ok') throw new AppError('file.damaged', 'the store file fails its integrity check');
}

function refusePlainHeader(path: string): void {
  told(dirname(path), () => {
    const handle = openSync(path, 'r');
    try {
      const header = Buffer.alloc(16);
      readSync(handle, header, 0, 16, 0);
      if (header.toString('latin1').startsWith('SQLite format 3')) throw new AppError('file.damaged', 'the store file is not encrypted');
    } finally {
      closeSync(handle);
    }
  });
}

export function sizeOf(path: string): number {
  return told(dirname(path), () => (existsSync(path) ? statSync(path).size : 0));
}
