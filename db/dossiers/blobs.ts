/**
 * Files in the store: chunks of 256 kB under the SHA-256 of the whole, so that the same file is kept once. A file is read chunk by
 * chunk, each in a transaction of its own, so that it never lies in memory twice and saves go on in between. Only when every chunk is
 * there and their hash was proven is the file complete; what a crash left behind is removed at the next start.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { type MediaType, largestAttachment } from '../../shared/domain/attachment.ts';
import { AppError } from '../../shared/errors.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { whereThereIsRoom } from '../file/failures.ts';
import { isText, typeByContent } from './media-type.ts';

const chunkBytes = 256 * 1024;

export interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: MediaType | 'text';
}

/** Reads a file into the store; not yet complete. Throws `attachment.large`, `attachment.type`, `attachment.unreadable`, `disk.full`. */
export async function keepFile(file: StoreFile, path: string): Promise<KeptFile> {
  const handle = await reading(() => open(path, 'r'));
  try {
    const status = await reading(() => handle.stat());
    if (!status.isFile()) throw new AppError('attachment.unreadable', 'not a file');
    const { size } = status;
    if (size > largestAttachment) throw new AppError('attachment.large', `${size} bytes`, { details: { bytes: size, most: largestAttachment } });
    const type = size === 0 ? undefined : await reading(() => typeByContent(handle, size));
    if (type === undefined) throw new AppError('attachment.type', 'not a type that is kept');
    const kept = { sha256: await hashOf(handle, type === 'text'), bytes: size, type };
    await keepChunks(file, handle, kept);
    return kept;
  } finally {
    await handle.close();
  }
}

/** The whole file. Throws `attachment.waiting`, or `file.damaged` when it is not what its name says. */
export function readBlob(file: StoreFile, sha256: string): Uint8Array {
  const blob = file.row<{ bytes: number; complete: number }>(sql`SELECT bytes, complete FROM blob WHERE sha256 = ${sha256}`);
  if (blob?.complete === 0) throw new AppError('attachment.waiting', 'the content of an attachment has not arrived');
  if (!blob) throw new AppError('file.damaged', 'an attachment has no content');
  const whole = Buffer.alloc(blob.bytes);
  let filled = 0;
  for (let number = 0; filled < blob.bytes; number += 1) {
    const chunk = file.row<{ data: Uint8Array }>(sql`SELECT data FROM blob_chunk WHERE blob = ${sha256} AND number = ${number}`)?.data;
    if (!chunk || chunk.length === 0 || filled + chunk.length > blob.bytes) throw new AppError('file.damaged', 'an attachment misses a part');
    whole.set(chunk, filled);
    filled += chunk.length;
  }
  if (createHash('sha256').update(whole).digest('hex') !== sha256) throw new AppError('file.damaged', 'an attachment is not what its hash says');
  return whole;
}

/** Call inside the transaction that makes something point at it. */
export function completeBlob(file: StoreFile, sha256: string): void {
  file.run(sql`UPDATE blob SET complete = 1 WHERE sha256 = ${sha256}`);
}

/** What an ended process left half read; not what another post told of and is still to come. Call before the first file is kept. */
export function removeUnfinished(file: StoreFile): void {
  whereThereIsRoom(() => void file.run(sql`DELETE FROM blob WHERE complete = 0 AND sha256 NOT IN (SELECT blob FROM attachment)`));
}

async function hashOf(handle: FileHandle, asText: boolean): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(handle)) {
    if (asText && !isText(chunk)) throw new AppError('attachment.type', 'text with control characters');
    hash.update(chunk);
  }
  return hash.digest('hex');
}

async function keepChunks(file: StoreFile, handle: FileHandle, { sha256, bytes }: KeptFile): Promise<void> {
  if (file.row(sql`SELECT sha256 FROM blob WHERE sha256 = ${sha256} AND complete = 1`)) return;
  try {
    const hash = createHash('sha256');
    file.run(sql`INSERT INTO blob (sha256, bytes) VALUES (${sha256}, ${bytes}) ON CONFLICT DO NOTHING`);
    let number = 0;
    for await (const chunk of chunksOf(handle)) {
      hash.update(chunk);
      file.run(sql`
        INSERT INTO blob_chunk (blob, number, data) VALUES (${sha256}, ${number}, ${chunk})
        ON CONFLICT (blob, number) DO UPDATE SET data = excluded.data`);
      number += 1;
    }
    if (hash.digest('hex') !== sha256) throw new AppError('attachment.unreadable', 'the file changed while it was read');
  } catch (error) {
    whereThereIsRoom(() => void file.run(sql`DELETE FROM blob WHERE sha256 = ${sha256} AND complete = 0`));
    throw error;
  }
}

/** Each in the same buffer: use it before the next. A file that grows is not read for ever. */
async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(chunkBytes);
  for (let position = 0; position <= largestAttachment; ) {
    const { bytesRead } = await reading(() => handle.read(buffer, 0, chunkBytes, position));
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

/** The path stays out of the message: it can hold the name of a person. */
async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('attachment.unreadable', 'the file could not be read', { cause: error });
  }
}
