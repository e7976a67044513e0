/** Files appear whole or not at all: written beside their place, made durable, then renamed into it. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError, type ErrorCode } from '../../shared/errors.ts';

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EROFS: 'folder.readonly',
  EACCES: 'folder.readonly',
  EPERM: 'folder.readonly',
};

/** `otherwise` is the code for what is neither a full disk nor a folder that refuses. */
export function asWriteError(thrown: unknown, folder: string, otherwise: ErrorCode): AppError {
  const errno = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return new AppError(codes[errno] ?? otherwise, `write failed (${errno || 'unknown'})`, { details: { folder }, cause: thrown });
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The rename itself is durable once its folder is. Windows has no such call and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const besideIts = (file: string): string => path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.part`);

/**
 * For what another process writes and makes durable: it gets a place beside the last one, and its file is put there when it is whole. What
 * it throws is passed on; then nothing new stays behind, and a file that stood there is as it was.
 */
export async function placeWhole<T>(file: string, write: (unfinished: string) => Promise<T>): Promise<T> {
  const unfinished = besideIts(file);
  const folder = path.dirname(file);
  try {
    const written = await write(unfinished);
    await rename(unfinished, file);
    await syncFolder(folder);
    return written;
  } catch (thrown) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw thrown instanceof AppError ? thrown : asWriteError(thrown, folder, 'export.failed');
  }
}

/**
 * Writes all files or none. Throws an AppError `disk.full`, `folder.readonly` or `otherwise`; then nothing new stays behind.
 * A file that stood there before is replaced in one step, and stays as it was when that step fails.
 */
export async function writeFiles(files: readonly FileToWrite[], otherwise: ErrorCode): Promise<void> {
  const staged = files.map((file) => ({ ...file, temporary: besideIts(file.path) }));
  const placed: string[] = [];
  let folder = '';
  try {
    for (const file of staged) {
      folder = path.dirname(file.path);
      await writeDurably(file.temporary, file.bytes);
    }
    for (const file of staged) {
      folder = path.dirname(file.path);
      const isNew = !existsSync(file.path);
      await rename(file.temporary, file.path);
      if (isNew) placed.push(file.path);
    }
    for (const each of new Set(staged.map((file) => path.dirname(file.path)))) await syncFolder(each);
  } catch (thrown) {
    for (const left of [...staged.map((file) => file.temporary), ...placed]) await rm(left, { force: true }).catch(() => {});
    throw asWriteError(thrown, folder, otherwise);
  }
}
