/** Envelopes of this post as the store knows them: by what they are made of, and made anew whenever they are sent. */
import { AppError } from '../../shared/errors.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { type EnvelopeType, type SealedRevision, type SpaceKey, envelopeHash, envelopeType, partContent, revisionContent, sealEnvelope } from './envelope.ts';
import { keysOf } from './members.ts';

interface Named {
  readonly space: string;
  readonly type: EnvelopeType;
  readonly ref: string;
  readonly part: number;
  readonly author: Uint8Array;
}

/** Remembers an envelope of this post: its id and what it is made of. */
export function keepSealed(file: StoreFile, { space, type, ref, part, author }: Named, key: SpaceKey, content: Uint8Array): void {
  const id = envelopeHash(sealEnvelope({ type, space, author }, key, content));
  file.run(sql`
    INSERT INTO envelope (space, type, ref, part, id, key_id, author) VALUES (${space}, ${type}, ${ref}, ${part}, ${id}, ${key.keyId}, ${author}) ON CONFLICT DO NOTHING`);
}

export interface OutgoingRow {
  readonly seq: number;
  readonly id: Uint8Array;
  readonly type: number;
  readonly ref: string;
  readonly part: number;
  readonly key_id: string;
  readonly author: Uint8Array;
}

/** What lies behind a place in the order of this post, without what this carrier brought itself. */
export function outgoing(file: StoreFile, space: string, after: number, carrier: string, limit: number): OutgoingRow[] {
  return file.rows<OutgoingRow>(sql`
    SELECT seq, id, type, ref, part, key_id, author FROM envelope
    WHERE space = ${space} AND seq > ${after} AND came_from IS NOT ${carrier} ORDER BY seq LIMIT ${limit}`);
}

export function countOutgoing(file: StoreFile, space: string, after: number, carrier: string): number {
  return file.row<{ count: number }>(sql`SELECT count(*) AS count FROM envelope WHERE space = ${space} AND seq > ${after} AND came_from IS NOT ${carrier}`)?.count ?? 0;
}

export function highestSeq(file: StoreFile, space: string): number {
  return file.row<{ seq: number | null }>(sql`SELECT max(seq) AS seq FROM envelope WHERE space = ${space}`)?.seq ?? 0;
}

/** The envelope itself. `keys`: of the space, where many are made of it. */
export function sealedBytes(file: StoreFile, space: string, row: OutgoingRow, keys = keysOf(file, space)): Buffer {
  const key = keys.get(row.key_id);
  if (!key) throw new AppError('space.role', 'the key of an envelope is gone');
  const type = typeOf(row.type);
  return sealEnvelope({ type, space, author: row.author }, key, contentOf(file, type, row.ref, row.part));
}

export function typeOf(type: number): EnvelopeType {
  const found = Object.values(envelopeType).find((one) => one === type);
  if (found === undefined) throw new Error('an envelope of this post has no known type');
  return found;
}

export function contentOf(file: StoreFile, type: EnvelopeType, ref: string, part: number): Buffer {
  switch (type) {
    case envelopeType.revision: {
      const row = file.row<SealedRevision>(sql`SELECT body, at, signature FROM revision WHERE id = ${ref}`);
      if (!row) throw new AppError('file.damaged', 'an envelope names a revision that is not there');
      return revisionContent(row);
    }
    case envelopeType.part: {
      const row = file.row<{ data: Uint8Array; bytes: number }>(sql`SELECT data, bytes FROM blob_chunk JOIN blob ON sha256 = blob WHERE blob = ${ref} AND number = ${part}`);
      if (!row) throw new AppError('file.damaged', 'an envelope names a part that is not there');
      return partContent({ sha256: ref, bytes: row.bytes, number: part, data: row.data });
    }
    case envelopeType.voucher: {
      const row = file.row<{ body: string; signature: Uint8Array }>(sql`SELECT body, signature FROM voucher WHERE id = ${ref}`);
      if (!row) throw new AppError('file.damaged', 'an envelope names a voucher that is not there');
      return Buffer.concat([row.signature, Buffer.from(row.body, 'utf8')]);
    }
  }
}
