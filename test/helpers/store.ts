/** A store in this process, with a random key instead of a passphrase, on the sample packs: what most tests of db/ stand on. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Desk } from '../../db/documents/desk.ts';
import { createPost, readPost } from '../../db/documents/identity.ts';
import { createSpace } from '../../db/documents/spaces.ts';
import type { StoreFile } from '../../db/file/driver.ts';
import { type ProfileLock, lockProfile } from '../../db/file/lock.ts';
import { migrations } from '../../db/file/migrations/index.ts';
import { openStoreFile } from '../../db/file/open.ts';
import { loadPacks } from '../../db/packs/load.ts';
import { readReference } from '../../db/packs/reference.ts';
import { bringReferenceIndexUpToDate } from '../../db/search/index-reference.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import { writeSamplePacks } from './sample-packs.ts';

/** Removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'steunpunt-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestStore {
  readonly folder: string;
  readonly packs: string;
  readonly key: Buffer;
  readonly desk: Desk;
  readonly file: StoreFile;
  /** closes the file and gives the profile free */
  readonly close: () => void;
  /** opens the closed file again */
  readonly reopen: () => { readonly file: StoreFile; readonly recovered: boolean };
}

/** A clock that is one minute later at every look. */
export function testClock(start = '2026-11-22T01:22:03.000Z'): () => Date {
  let time = Date.parse(start) - 60_000;
  return () => new Date((time += 60_000));
}

/** On the sample packs, or on those of the folder `packs`. */
export function testStore(options: { readonly packs?: string } = {}): TestStore {
  const folder = temporaryFolder();
  const packs = options.packs ?? writeSamplePacks(join(folder, 'packs'));
  const key = randomBytes(32);
  const now = testClock();
  let lock: ProfileLock | undefined;
  let open: StoreFile | undefined;

  const close = (): void => {
    open?.close();
    lock?.release();
    open = undefined;
    lock = undefined;
  };
  const reopen = (): { file: StoreFile; recovered: boolean } => {
    close();
    lock = lockProfile(folder);
    const opened = openStoreFile({ lock, key, migrations });
    open = opened.file;
    return opened;
  };
  onTestFinished(close);

  const { file } = reopen();
  file.atomically(() => {
    createPost(file, { name: 'Proefpost', function: 'rmoa', regionCode: 'VR24' }, now().toISOString());
    createSpace(file, { kind: 'region', name: 'Zuid-Limburg', regionCode: 'VR24' }, now());
  });
  loadPacks(file, { folder: packs, at: now().toISOString() });
  const reference = readReference(file);
  bringReferenceIndexUpToDate(file, reference);
  return { folder, packs, key, desk: { file, reference, post: readPost(file), now }, file, close, reopen };
}

/** The code of the AppError that the work throws; fails when it throws none. */
export async function codeOf(work: () => unknown): Promise<ErrorCode> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  throw new Error('nothing was thrown');
}
