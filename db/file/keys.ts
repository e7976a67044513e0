/**
 * The data key of the store file: 32 random bytes, never derived from anything, kept only wrapped. The key file (`keys.json`) holds it
 * twice: under the passphrase and under the recovery code, each stretched by Argon2id and sealed with AES-256-GCM. A new passphrase
 * therefore re-wraps 32 bytes and leaves the store file alone.
 *
 * Only what BoringSSL (Electron) has is used of node:crypto; Argon2id comes as WebAssembly. Keys live in buffers that are zeroed,
 * never in strings, errors or logs.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { passphraseMinimum } from '../../shared/domain/post.ts';
import { AppError } from '../../shared/errors.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { writeDurably } from './durable.ts';
import { told } from './failures.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

const base64 = z.base64();
/** Bounds on what a file may ask for: a damaged one must not make the machine run out of memory. */
const kdfShape = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.int().min(8_192).max(1_048_576),
  passes: z.int().min(1).max(16),
  lanes: z.int().min(1).max(8),
  salt: base64,
});
const slotShape = z.strictObject({ kdf: kdfShape, sealed: base64 });
const keyFileShape = z.strictObject({
  format: z.literal('steunpunt-keys/1'),
  passphrase: slotShape,
  recovery: slotShape,
  /** SHA-256 over the two slots: tells a damaged file from a wrong passphrase */
  checksum: z.string(),
});
type Kdf = z.infer<typeof kdfShape>;
type Slot = z.infer<typeof slotShape>;
type SlotName = 'passphrase' | 'recovery';
type KeyFile = z.infer<typeof keyFileShape>;

const strength = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 } as const;

export interface NewKeys {
  readonly dataKey: Buffer;
  /** shown and printed once, kept nowhere */
  readonly recoveryCode: string;
}

/** Throws `passphrase.weak`. Length counts characters, not bytes; blanks around it do not count. */
export function assertStrong(passphrase: string): void {
  if ([...passphrase.trim()].length < passphraseMinimum) {
    throw new AppError('passphrase.weak', 'the passphrase is too short', { field: 'passphrase', details: { minimum: passphraseMinimum } });
  }
}

/** Makes a data key and writes its key file. */
export async function createKeyFile(path: string, passphrase: string): Promise<NewKeys> {
  assertStrong(passphrase);
  const dataKey = randomBytes(keyBytes);
  const recoveryCode = newRecoveryCode();
  writeKeyFile(path, {
    passphrase: await wrap(dataKey, 'passphrase', secretOfPassphrase(passphrase)),
    recovery: await wrap(dataKey, 'recovery', secretOfRecovery(recoveryCode)),
  });
  return { dataKey, recoveryCode };
}

/** Gives the data key; the caller zeroes it. Throws `passphrase.wrong`, `keyfile.damaged` or `file.newer`. */
export async function unwrapWithPassphrase(path: string, passphrase: string): Promise<Buffer> {
  const key = await unwrap(readKeyFile(path).passphrase, 'passphrase', secretOfPassphrase(passphrase));
  if (!key) throw new AppError('passphrase.wrong', 'the passphrase does not open the key file', { field: 'passphrase' });
  return key;
}

/** Gives the data key; the caller zeroes it. Throws `recovery.wrong`, `keyfile.damaged` or `file.newer`. */
export async function unwrapWithRecovery(path: string, typedCode: string): Promise<Buffer> {
  const { recovery } = readKeyFile(path);
  const secret = secretOfRecovery(typedCode);
  const key = secret && (await unwrap(recovery, 'recovery', secret));
  if (!key) throw new AppError('recovery.wrong', 'the recovery code does not open the key file', { field: 'recoveryCode' });
  return key;
}

/** Wraps the data key under another passphrase. The recovery code stays valid. */
export async function changePassphrase(path: string, dataKey: Uint8Array, passphrase: string): Promise<void> {
  assertStrong(passphrase);
  const { recovery } = readKeyFile(path);
  writeKeyFile(path, { passphrase: await wrap(dataKey, 'passphrase', secretOfPassphrase(passphrase)), recovery });
}

// — the file

function writeKeyFile(path: string, slots: Pick<KeyFile, SlotName>): void {
  const file: KeyFile = { format: 'steunpunt-keys/1', ...slots, checksum: checksumOf(slots) };
  writeDurably(path, `${JSON.stringify(file, undefined, 2)}\n`);
}

function readKeyFile(path: string): KeyFile {
  const parsed = keyFileShape.safeParse(parseJson(readText(path)));
  if (!parsed.success || checksumOf(parsed.data) !== parsed.data.checksum) throw new AppError('keyfile.damaged', 'the key file is not readable as one');
  return parsed.data;
}

function readText(path: string): string {
  return told(dirname(path), () => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new AppError('keyfile.damaged', 'the key file is missing', { cause: error });
      throw error;
    }
  });
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const format = z.object({ format: z.string() }).safeParse(value);
  if (format.success && /^steunpunt-keys\/\d+$/.test(format.data.format) && format.data.format !== 'steunpunt-keys/1') {
    throw new AppError('file.newer', 'the key file was written by a newer application');
  }
  return value;
}

function checksumOf(slots: Pick<KeyFile, SlotName>): string {
  return createHash('sha256').update(canonicalJson({ passphrase: slots.passphrase, recovery: slots.recovery })).digest('hex');
}

// — wrapping

/** Normalised, because one keyboard sends é as one character and another as two. */
function secretOfPassphrase(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFKC'), 'utf8');
}

function secretOfRecovery(typed: string): Buffer | undefined {
  const code = readRecoveryCode(typed);
  return code === undefined ? undefined : Buffer.from(code, 'latin1');
}

/** Binds the ciphertext to its slot and its parameters: neither can be swapped or weakened in the file. */
function context(slot: SlotName, kdf: Kdf): Buffer {
  return Buffer.from(['steunpunt-keys/1', slot, kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes, kdf.salt].join(' '), 'latin1');
}

async function wrap(dataKey: Uint8Array, slot: SlotName, secret: Buffer | undefined): Promise<Slot> {
  if (!secret) throw new Error('no secret to wrap under');
  const kdf: Kdf = { ...strength, salt: randomBytes(16).toString('base64') };
  const wrappingKey = await stretch(secret, kdf);
  try {
    return { kdf, sealed: seal(wrappingKey, dataKey, context(slot, kdf)).toString('base64') };
  } finally {
    wrappingKey.fill(0);
  }
}

async function unwrap(slot: Slot, name: SlotName, secret: Buffer): Promise<Buffer | undefined> {
  const wrappingKey = await stretch(secret, slot.kdf);
  try {
    return unseal(wrappingKey, Buffer.from(slot.sealed, 'base64'), context(name, slot.kdf));
  } finally {
    wrappingKey.fill(0);
  }
}

/** Consumes the secret: it is zeroed here. */
async function stretch(secret: Buffer, kdf: Kdf): Promise<Uint8Array> {
  try {
    return await argon2id({
      password: secret,
      salt: Buffer.from(kdf.salt, 'base64'),
      memorySize: kdf.memoryKiB,
      iterations: kdf.passes,
      parallelism: kdf.lanes,
      hashLength: keyBytes,
      outputType: 'binary',
    });
  } finally {
    secret.fill(0);
  }
}

// — sealing, also under main's seal (electron/store/port.ts)

/** AES-256-GCM: nonce, tag, ciphertext. */
export function seal(key: Uint8Array, plain: Uint8Array, associated: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** undefined when the key is another one or a byte was changed. */
export function unseal(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
