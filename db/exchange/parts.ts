/** Parts of files that arrive in any order: kept until all are there, and believed only when their hash is the one that was named. */
import { createHash } from 'node:crypto';
import { largestAttachment } from '../../shared/domain/attachment.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { FilePart } from './envelope.ts';

/** Call inside a transaction. 'elsewise': the file is here, cut in other parts; 'damaged': it is not of the file that it names. */
export function takePart(file: StoreFile, { sha256, bytes, number, data }: FilePart): 'taken' | 'known' | 'elsewise' | 'damaged' {
  const blob = file.row<{ bytes: number; complete: number }>(sql`SELECT bytes, complete FROM blob WHERE sha256 = ${sha256}`);
  if (!blob || blob.bytes !== bytes || bytes > largestAttachment) return 'damaged';
  const chunk = file.row<{ data: Uint8Array }>(sql`SELECT data FROM blob_chunk WHERE blob = ${sha256} AND number = ${number}`)?.data;
  if (chunk) return Buffer.from(chunk).equals(data) ? 'known' : 'elsewise';
  if (blob.complete === 1) return 'elsewise';
  const held = heldBytes(file, sha256);
  if (held + data.length > bytes) return 'damaged';
  file.run(sql`INSERT INTO blob_chunk (blob, number, data) VALUES (${sha256}, ${number}, ${data})`);
  return held + data.length < bytes ? 'taken' : complete(file, sha256);
}

function heldBytes(file: StoreFile, sha256: string): number {
  return file.row<{ held: number | null }>(sql`SELECT sum(length(data)) AS held FROM blob_chunk WHERE blob = ${sha256}`)?.held ?? 0;
}

/** All bytes are there: the file is complete, or every part of it is thrown away and must come again. */
function complete(file: StoreFile, sha256: string): 'taken' | 'damaged' {
  const hash = createHash('sha256');
  for (const { number } of file.rows<{ number: number }>(sql`SELECT number FROM blob_chunk WHERE blob = ${sha256} ORDER BY number`)) {
    hash.update(file.row<{ data: Uint8Array }>(sql`SELECT data FROM blob_chunk WHERE blob = ${sha256} AND number = ${number}`)?.data ?? Buffer.alloc(0));
  }
  if (hash.digest('hex') === sha256) {
    file.run(sql`UPDATE blob SET complete = 1 WHERE sha256 = ${sha256}`);
    return 'taken';
  }
  file.run(sql`DELETE FROM blob_chunk WHERE blob = ${sha256}`);
  file.run(sql`DELETE FROM envelope WHERE type = 2 AND ref = ${sha256}`);
  return 'damaged';
}
