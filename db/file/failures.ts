/**
 * The one place where an error of SQLite or of the operating system becomes a code that a person is told.
 *
 * A wrong key is not decided here: the data key is proven by AES-GCM in the key file before the store file is touched (keys.ts),
 * so "not a database" after that means that the file is damaged.
 */
import { accessSync, constants, statfsSync } from 'node:fs';
import { AppError, type ErrorCode } from '../../shared/errors.ts';

/** Free space under which an unspecific write error is read as a full disk: SQLite needs a few pages for the WAL index. */
const fullBelowBytes = 128 * 1024;

const words: Partial<Record<ErrorCode, string>> = {
  'file.damaged': 'the store file cannot be read',
  'file.busy': 'another process holds the store file',
  'disk.full': 'no space left where the file lies',
  'folder.readonly': 'the folder of the file cannot be written',
};

/** The same error as an AppError when it is one that a person can act on; otherwise the error as it came (a defect of ours). */
export function asFailure(error: unknown, folder: string): unknown {
  if (error instanceof AppError) return error;
  const code = failureCode(systemCode(error), folder);
  if (!code) return error;
  const more = code === 'disk.full' || code === 'folder.readonly' ? { details: { folder } } : {};
  return new AppError(code, `${words[code] ?? code} (${systemCode(error)})`, { cause: error, ...more });
}

/** For a file that leaves the post: what stands in the way of writing it there, or `export.failed`. */
export function asWriteFailure(error: unknown, folder: string): AppError {
  const failure = asFailure(error, folder);
  return failure instanceof AppError ? failure : new AppError('export.failed', 'the file could not be written', { cause: error });
}

/** Runs work on files of the profile; what it throws is translated. */
export function told<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFailure(error, folder);
  }
}

/** For what is only derived and can wait: a full disk must not keep a person from reading and finding what is there. */
export function whereThereIsRoom(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError && (error.code === 'disk.full' || error.code === 'folder.readonly'))) throw error;
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function failureCode(code: string, folder: string): ErrorCode | undefined {
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ' || code === 'SQLITE_IOERR_DATA') return 'file.damaged';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'file.busy';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk.full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_PERM') return 'folder.readonly';
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    if (!mayWrite(folder)) return 'folder.readonly';
    if (isFull(folder)) return 'disk.full';
  }
  return undefined;
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isFull(folder: string): boolean {
  try {
    const disk = statfsSync(folder);
    return disk.bavail * disk.bsize < fullBelowBytes;
  } catch {
    return false;
  }
}
