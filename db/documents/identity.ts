/** Who this post is: its name, owner function and region, and the Ed25519 key with which it signs revisions. */
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { type BoxKeyPair, newBoxKey } from '../exchange/keys.ts';
import type { PostIdentity } from '../../shared/domain/post.ts';
import { postIdentity } from '../../shared/domain/post.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { crockford, inGroups } from '../file/recovery-code.ts';

export interface Post {
  readonly identity: PostIdentity;
  /** what two people read to each other to know that they mean the same key */
  readonly fingerprint: string;
  /** Ed25519 public key as SPKI DER */
  readonly publicKey: Uint8Array;
  /** the same as base64: what statements and files name the post by */
  readonly signKey: string;
  readonly sign: (data: Uint8Array) => Uint8Array;
  /** the X25519 key to which others seal; made when it is first asked for */
  readonly box: () => BoxKeyPair;
}

interface Row {
  readonly name: string;
  readonly function: string;
  readonly region_code: string;
  readonly public_key: Uint8Array;
  readonly private_key: Uint8Array;
}

/** Call inside a transaction. */
export function createPost(file: StoreFile, identity: PostIdentity, at: string): void {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  file.run(sql`
    INSERT INTO post (only, name, function, region_code, public_key, private_key, created_at)
    VALUES (1, ${identity.name}, ${identity.function}, ${identity.regionCode}, ${publicKey}, ${privateKey}, ${at})`);
  privateKey.fill(0);
}

export function readPost(file: StoreFile): Post {
  const row = file.row<Row>(sql`SELECT name, function, region_code, public_key, private_key FROM post`);
  if (!row) throw new Error('the store file holds no post');
  const privateKey = createPrivateKey({ key: Buffer.from(row.private_key), format: 'der', type: 'pkcs8' });
  row.private_key.fill(0);
  let box: BoxKeyPair | undefined;
  return {
    identity: postIdentity.parse({ name: row.name, function: row.function, regionCode: row.region_code }),
    fingerprint: fingerprintOf(row.public_key),
    publicKey: row.public_key,
    signKey: Buffer.from(row.public_key).toString('base64'),
    sign: (data) => sign(null, data, privateKey),
    box: () => (box ??= boxOf(file)),
  };
}

/** 24 Crockford characters (120 bits) of the SHA-256 of the public key, in groups of four. */
export function fingerprintOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest();
  let bits = '';
  for (const byte of digest.subarray(0, 15)) bits += byte.toString(2).padStart(8, '0');
  const characters = bits.match(/.{5}/g)?.map((five) => crockford.charAt(Number.parseInt(five, 2))) ?? [];
  return inGroups(characters.join(''));
}

/** A post of before the exchange has none yet. */
function boxOf(file: StoreFile): BoxKeyPair {
  return file.atomically(() => {
    const held = file.row<{ box_public: Uint8Array | null; box_private: Uint8Array | null }>(sql`SELECT box_public, box_private FROM post`);
    if (held?.box_public && held.box_private) return { publicKey: Buffer.from(held.box_public), privateKey: Buffer.from(held.box_private) };
    const made = newBoxKey();
    file.run(sql`UPDATE post SET box_public = ${made.publicKey}, box_private = ${made.privateKey}`);
    return made;
  });
}
