/**
 * Keys of the exchange, with what node:crypto and Electron's BoringSSL both have: X25519, HKDF-SHA-256, AES-256-GCM, Ed25519.
 * A space key (32 bytes) belongs to an epoch of a space; it reaches a post sealed to the post's X25519 key.
 */
import { type KeyObject, createCipheriv, createDecipheriv, createHash, createHmac, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, verify } from 'node:crypto';

const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');
const tagBytes = 16;
const nonceBytes = 12;
const rawKeyBytes = 32;

/** SPKI DER of an Ed25519 key as its 32 bytes. */
export function rawSignKey(spki: Uint8Array): Buffer {
  const key = Buffer.from(spki);
  if (key.length !== ed25519Prefix.length + rawKeyBytes || !key.subarray(0, ed25519Prefix.length).equals(ed25519Prefix)) throw new TypeError('no Ed25519 key');
  return key.subarray(ed25519Prefix.length);
}

export function spkiOfSignKey(raw: Uint8Array): Buffer {
  return Buffer.concat([ed25519Prefix, raw]);
}

const keyObjects = new Map<string, KeyObject>();

/** Key objects are kept, because making one costs as much as a check. Undefined for what is no Ed25519 key. */
function keyObject(spki: Uint8Array): KeyObject | undefined {
  try {
    const name = Buffer.from(spki).toString('base64');
    const held = keyObjects.get(name);
    if (held) return held;
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return undefined;
    if (keyObjects.size > 1000) keyObjects.clear();
    keyObjects.set(name, key);
    return key;
  } catch {
    return undefined;
  }
}

/** Checks an Ed25519 signature; a key that is none gives false. */
export function isSignedBy(spki: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  const key = keyObject(spki);
  try {
    return key !== undefined && verify(null, data, key, signature);
  } catch {
    return false;
  }
}

/** The same, checked on another thread: a check costs more than anything else that becomes of a revision. */
export function isSignedApart(spki: Uint8Array, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const key = keyObject(spki);
  if (!key) return Promise.resolve(false);
  return new Promise((resolve) => verify(null, data, key, signature, (error, holds) => resolve(error === null && holds)));
}

export interface BoxKeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

/** X25519, as SPKI and PKCS #8 DER. */
export function newBoxKey(): BoxKeyPair {
  return generateKeyPairSync('x25519', { publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'der' } });
}

export function newSpaceKey(): Buffer {
  return randomBytes(32);
}

/** First eight bytes of a hash of the key, hex: tells keys of one epoch apart and says nothing of the key. */
export function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update('steunpunt-key/1').update(key).digest('hex').slice(0, 16);
}

/** Seals for the holder of one X25519 key: ephemeral public key, sealed bytes, tag; base64. `context` binds it to its use. */
export function sealTo(boxKey: Uint8Array, plain: Uint8Array, context: string): string {
  const ephemeral = generateKeyPairSync('x25519');
  const theirs = createPublicKey({ key: Buffer.from(boxKey), format: 'der', type: 'spki' });
  const ours = ephemeral.publicKey.export({ type: 'spki', format: 'der' });
  const key = boxSecret(diffieHellman({ privateKey: ephemeral.privateKey, publicKey: theirs }), ours, boxKey, context);
  // the key is used once, so a fixed nonce repeats nothing
  return Buffer.concat([ours, encrypt(key, Buffer.alloc(nonceBytes), plain, Buffer.from(context, 'utf8'))]).toString('base64');
}

/** Opens what `sealTo` made for the holder of this private key; undefined when it was not for it, or was changed. */
export function openSealed(own: BoxKeyPair, sealed: string, context: string): Buffer | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64');
    const theirs = bytes.subarray(0, own.publicKey.length);
    const secret = diffieHellman({
      privateKey: createPrivateKey({ key: own.privateKey, format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: theirs, format: 'der', type: 'spki' }),
    });
    return decrypt(boxSecret(secret, theirs, own.publicKey, context), Buffer.alloc(nonceBytes), bytes.subarray(theirs.length), Buffer.from(context, 'utf8'));
  } catch {
    return undefined;
  }
}

function boxSecret(shared: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array, context: string): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, recipient]), `steunpunt-box/1 ${context}`, 32));
}

/** Small sealed part of a statement (names, former keys), base64. */
export function sealWith(key: Uint8Array, plain: Uint8Array, context: string): string {
  const nonce = randomBytes(nonceBytes);
  return Buffer.concat([nonce, encrypt(deriveKey(key, 'statement'), nonce, plain, Buffer.from(context, 'utf8'))]).toString('base64');
}

export function openWith(key: Uint8Array, sealed: string, context: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  return decrypt(deriveKey(key, 'statement'), bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes), Buffer.from(context, 'utf8'));
}

export function deriveKey(key: Uint8Array, use: string): Buffer {
  return createHmac('sha256', key).update(`steunpunt-use/1 ${use}`).digest();
}

export function encrypt(key: Uint8Array | KeyObject, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when a bit of it is not what was sealed. */
export function decrypt(key: Uint8Array | KeyObject, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer | undefined {
  if (sealed.length < tagBytes || nonce.length !== nonceBytes) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(aad);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const opened = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
    decipher.final();
    return opened;
  } catch {
    return undefined;
  }
}
