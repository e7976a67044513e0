/**
 * Envelopes: one revision, one part of a file or one voucher, sealed with the key of a space. The same content under the same key gives the
 * same bytes on every post (the nonce is made of the content), so an envelope has one id wherever it is made anew, and need not be
 * kept beside its revision.
 *
 *   0  4  'SPE1'
 *   4  1  type: 1 revision, 2 part of a file, 3 voucher
 *   5 16  space
 *  21  4  epoch, big endian
 *  25  8  id of the key
 *  33 32  Ed25519 key of the author
 *  65 12  nonce
 *  77  …  AES-256-GCM of the content, with its tag of 16 bytes; the 77 bytes before it are authenticated with it
 *
 * A hub sees those 77 bytes and the length. The content of a revision: signature (64), instant (24), canonical JSON.
 */
import { type KeyObject, createHmac, createSecretKey, hash } from 'node:crypto';
import { decrypt, deriveKey, encrypt } from './keys.ts';

const magic = Buffer.from('SPE1', 'latin1');
export const headBytes = 77;
/** Largest envelope that is made or taken: a part of a file is 256 kB, a revision rarely 100 kB. */
export const largestEnvelope = 4 * 1024 * 1024;
const smallestEnvelope = headBytes + 16;

export const envelopeType = { revision: 1, part: 2, voucher: 3 } as const;
export type EnvelopeType = (typeof envelopeType)[keyof typeof envelopeType];

export interface EnvelopeHead {
  /** a number that this version does not know is kept for the version that does */
  readonly type: number;
  readonly space: string;
  readonly epoch: number;
  /** hex */
  readonly keyId: string;
  /** raw Ed25519 public key */
  readonly author: Uint8Array;
}

export interface SpaceKey {
  readonly epoch: number;
  readonly keyId: string;
  readonly key: Uint8Array;
}

/** As key objects: from bytes, setting up a cipher or a hash costs more than its work. */
interface UsableKey {
  readonly content: KeyObject;
  readonly nonce: KeyObject;
}
const usable = new WeakMap<Uint8Array, UsableKey>();

function uses(key: Uint8Array): UsableKey {
  let made = usable.get(key);
  if (!made) {
    made = { content: createSecretKey(deriveKey(key, 'content')), nonce: createSecretKey(deriveKey(key, 'nonce')) };
    usable.set(key, made);
  }
  return made;
}

export function sealEnvelope(head: Omit<EnvelopeHead, 'epoch' | 'keyId'> & { readonly type: EnvelopeType }, key: SpaceKey, content: Uint8Array): Buffer {
  const outer = Buffer.alloc(headBytes);
  magic.copy(outer, 0);
  outer[4] = head.type;
  outer.set(uuidBytes(head.space), 5);
  outer.writeUInt32BE(key.epoch, 21);
  outer.write(key.keyId, 25, 'hex');
  outer.set(head.author, 33);
  const { content: contentKey, nonce: nonceKey } = uses(key.key);
  createHmac('sha256', nonceKey).update(outer.subarray(0, 65)).update(content).digest().copy(outer, 65, 0, 12);
  return Buffer.concat([outer, encrypt(contentKey, outer.subarray(65), content, outer)]);
}

/** What stands on the outside, or undefined when it is no envelope. Nothing of it is proven before the envelope is opened. */
export function readHead(sealed: Uint8Array): EnvelopeHead | undefined {
  if (sealed.length < smallestEnvelope || sealed.length > largestEnvelope) return undefined;
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (!bytes.subarray(0, 4).equals(magic)) return undefined;
  return {
    type: bytes[4] ?? 0,
    space: uuidText(bytes.subarray(5, 21)),
    epoch: bytes.readUInt32BE(21),
    keyId: bytes.toString('hex', 25, 33),
    author: bytes.subarray(33, 65),
  };
}

/** The content, or undefined when the key is another or a bit was changed. */
export function openEnvelope(sealed: Uint8Array, key: Uint8Array): Buffer | undefined {
  return decrypt(uses(key).content, sealed.subarray(65, headBytes), sealed.subarray(headBytes), sealed.subarray(0, headBytes));
}

/** SHA-256 of the sealed bytes. */
export function envelopeHash(sealed: Uint8Array): Buffer {
  return hash('sha256', sealed, 'buffer');
}

/** The same in hex: what an acknowledgement names. */
export function envelopeId(sealed: Uint8Array): string {
  return hash('sha256', sealed);
}

export interface SealedRevision {
  readonly signature: Uint8Array;
  /** instant at which the author made it; shown, never compared */
  readonly at: string;
  /** canonical JSON */
  readonly body: string;
}

const signatureBytes = 64;
const atBytes = 24;

export function revisionContent({ signature, at, body }: SealedRevision): Buffer {
  return Buffer.concat([signature, Buffer.from(at, 'latin1'), Buffer.from(body, 'utf8')]);
}

export function readRevisionContent(content: Buffer): (SealedRevision & { readonly bodyBytes: Buffer }) | undefined {
  if (content.length <= signatureBytes + atBytes) return undefined;
  const bodyBytes = content.subarray(signatureBytes + atBytes);
  return {
    signature: content.subarray(0, signatureBytes),
    at: content.toString('latin1', signatureBytes, signatureBytes + atBytes),
    body: bodyBytes.toString('utf8'),
    bodyBytes,
  };
}

export interface FilePart {
  /** of the whole file, hex */
  readonly sha256: string;
  readonly bytes: number;
  readonly number: number;
  readonly data: Uint8Array;
}

export function partContent({ sha256, bytes, number, data }: FilePart): Buffer {
  const head = Buffer.alloc(40);
  head.write(sha256, 0, 'hex');
  head.writeUInt32BE(bytes, 32);
  head.writeUInt32BE(number, 36);
  return Buffer.concat([head, data]);
}

export function readPartContent(content: Buffer): FilePart | undefined {
  if (content.length <= 40) return undefined;
  return { sha256: content.toString('hex', 0, 32), bytes: content.readUInt32BE(32), number: content.readUInt32BE(36), data: content.subarray(40) };
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
