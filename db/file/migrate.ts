/**
 * Numbered migrations: each in its own transaction, with `user_version` moved inside it. Before an existing file is changed it is
 * copied with VACUUM INTO (which stays encrypted; the backup API does not work on encrypted files) and the copy is proven; when a
 * migration fails the copy takes the place of the half-migrated file. A file of a newer application is refused untouched.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type StoreFile, connect, sql } from './driver.ts';
import { flushFile, renameDurably } from './durable.ts';
import { told } from './failures.ts';

export interface Migration {
  /** 1, 2, 3… without a gap; equals `user_version` after it */
  readonly version: number;
  readonly name: string;
  /** puts a table in the place of another that tables name: they are not followed while it does, all of them are checked after it */
  readonly replacesTables?: boolean;
  readonly up: (file: StoreFile) => void;
}

/** A migration failed; `backup` is the proven copy of the file as it was. */
class MigrationFailed extends Error {
  readonly backup: string;
  constructor(migration: Migration, backup: string, cause: unknown) {
    super(`migration ${migration.version} ${migration.name} failed`, { cause });
    this.backup = backup;
  }
}

export function migrate(file: StoreFile, migrations: readonly Migration[], options: { readonly key?: Uint8Array; readonly fresh: boolean }): void {
  const from = versionOf(file);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) {
    throw new AppError('file.newer', `the store file has version ${from}, this application knows ${newest}`, { details: { fileVersion: from, knownVersion: newest } });
  }
  const waiting = migrations.filter((migration) => migration.version > from);
  if (waiting.length === 0) return;

  const backup = options.fresh ? undefined : backUp(file, from, options.key);
  for (const migration of waiting) {
    try {
      apply(file, migration);
    } catch (error) {
      throw backup === undefined ? error : new MigrationFailed(migration, backup, error);
    }
  }
  if (backup !== undefined) keepOnly(backup);
}

export function versionOf(file: StoreFile): number {
  return Number(file.pragma('user_version'));
}

function apply(file: StoreFile, migration: Migration): void {
  const followed = file.pragma('foreign_keys');
  // cannot be changed inside a transaction
  if (migration.replacesTables === true) file.pragma('foreign_keys = OFF');
  try {
    file.atomically(() => {
      if (versionOf(file) !== migration.version - 1) throw new Error(`migration ${migration.version} does not follow version ${versionOf(file)}`);
      migration.up(file);
      const broken = file.rows(sql`PRAGMA foreign_key_check`);
      if (broken.length > 0) throw new Error(`migration ${migration.version} leaves ${broken.length} broken references`);
      file.pragma(`user_version = ${migration.version}`);
    });
  } finally {
    if (migration.replacesTables === true) file.pragma(`foreign_keys = ${Number(followed)}`);
  }
}

/** Copies the file as it is and proves the copy. Gives the path of the copy. */
function backUp(file: StoreFile, version: number, key: Uint8Array | undefined): string {
  const target = `${file.path}.before-v${version + 1}`;
  const unproven = `${target}.writing`;
  rmSync(unproven, { force: true });
  try {
    file.run(sql`VACUUM INTO ${unproven}`);
    const copy = connect(unproven, { ...(key && { key }), patienceMs: 0 });
    try {
      const verdict = copy.pragma('quick_check(1)');
      if (verdict !== 'ok' || versionOf(copy) !== version) throw new AppError('file.damaged', 'the copy made before a migration is not sound');
    } finally {
      copy.close();
    }
    told(dirname(target), () => flushFile(unproven));
    renameDurably(unproven, target);
    return target;
  } catch (error) {
    rmSync(unproven, { force: true });
    throw error;
  }
}

/** Puts the copy back when `error` is a failed migration, and throws what made it fail. Call only after the file is closed. */
export function restoreOverFailed(path: string, error: unknown): void {
  if (!(error instanceof MigrationFailed)) return;
  told(dirname(path), () => {
    for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    if (existsSync(error.backup)) renameDurably(error.backup, path);
  });
  throw error.cause instanceof AppError ? error.cause : error;
}

/** Only the copy of the last migration is kept: older ones would keep text that was deleted since. */
function keepOnly(backup: string): void {
  const folder = dirname(backup);
  const stem = basename(backup).replace(/\d+$/, '');
  for (const name of readdirSync(folder)) {
    if (name.startsWith(stem) && name !== basename(backup)) rmSync(join(folder, name), { force: true });
  }
}
