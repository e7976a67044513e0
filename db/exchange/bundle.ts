/**
 * The exchange file (.steunpunt): envelopes on a stick or a share. Parts one after the other, each with its length and its hash, and an end
 * that names how many there were and the hash of all: what was cut, exchanged, doubled or changed is noticed, and everything before is
 * taken in. No names of files in it, nothing compressed: nothing to unpack. A reader of the file sees ids of spaces, keys and roles of
 * posts, and sizes; the rest is sealed.
 *
 *   'STEUNPUNT-EXCHANGE/1\n', then parts: kind (1 byte), length (4 bytes, big endian), SHA-256 of number, kind and content, content
 *   H  head: canonical JSON of who made it and how far it has read the others
 *   M  the chain of a space: canonical JSON
 *   E  an envelope
 *   Z  the end: canonical JSON
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { BundleChoice, ImportReport } from '../../shared/domain/exchange.ts';
import { publicKeyText } from '../../shared/domain/space.ts';
import { AppError } from '../../shared/errors.ts';
import { canonicalJson } from '../documents/canonical.ts';
import type { Desk } from '../documents/desk.ts';
import { findSpace, space as spaceRow } from '../documents/spaces.ts';
import { sql } from '../file/driver.ts';
import { asWriteFailure } from '../file/failures.ts';
import { record } from '../trail/trail.ts';
import { takeMembers } from './chain-change.ts';
import { largestEnvelope } from './envelope.ts';
import { chainOf, keysOf, membershipOf } from './members.ts';
import { prepare } from './outgoing.ts';
import { countOutgoing, highestSeq, outgoing, sealedBytes } from './sealed.ts';
import { statement } from './statement.ts';
import { takeIn } from './take-in.ts';
import { type Tally, newTally, reportOf } from './tally.ts';

export const bundleMagic = 'STEUNPUNT-EXCHANGE/1\n';
const anyMagic = 'STEUNPUNT-EXCHANGE/';
const partHead = 1 + 4 + 32;
const largestPart = largestEnvelope;
const batch = 200;

const head = z.strictObject({
  by: publicKeyText,
  /** per space: the envelopes of this post that are in the file, by their places, and how far it has read the other posts */
  spaces: z.array(z.strictObject({ space: z.uuid(), from: z.int().nonnegative(), upTo: z.int().nonnegative(), whole: z.boolean(), read: z.record(publicKeyText, z.int().nonnegative()) })).max(50),
});
const end = z.strictObject({ parts: z.int().nonnegative(), sha256: z.string() });

type Kind = 'H' | 'M' | 'E' | 'Z';

/** How far a file is; aborted, it ends: nothing half-written stands in the place of a file, and what was read stays taken in. */
export interface FileWork {
  readonly signal?: AbortSignal;
  /** of what is written the envelopes, of what is read the kilobytes */
  readonly onProgress?: (done: number, total: number) => void;
}

// — writing

/** Parts in their order, for a file or a test. */
export async function* bundleParts(desk: Desk, choice: BundleChoice, { signal, onProgress }: FileWork = {}): AsyncGenerator<Buffer, { readonly envelopes: number }> {
  for (const { spaceId } of choice.spaces) await prepare(desk, spaceRow(desk.file, spaceId).id);
  const all = createHash('sha256');
  let number = 0;
  const part = (kind: Kind, content: Uint8Array): Buffer => {
    const hash = hashOfPart(number, kind, content);
    if (kind !== 'Z') all.update(hash);
    number += 1;
    const length = Buffer.alloc(5, kind, 'latin1');
    length.writeUInt32BE(content.length, 1);
    return Buffer.concat([length, hash, content]);
  };
  const json = (kind: Kind, content: unknown): Buffer => part(kind, Buffer.from(canonicalJson(content), 'utf8'));

  yield Buffer.from(bundleMagic, 'latin1');
  const spaces = choice.spaces.map((one) => ({ ...one, from: choice.what === 'all' || one.documents ? 0 : knownToAll(desk, one.spaceId), upTo: highestSeq(desk.file, one.spaceId) }));
  yield json('H', {
    by: desk.post.signKey,
    spaces: spaces.map(({ spaceId, from, upTo, documents }) => ({ space: spaceId, from, upTo, whole: documents === undefined, read: readUpTo(desk, spaceId) })),
  });
  let envelopes = 0;
  let looked = 0;
  const total = spaces.reduce((sum, { spaceId, from }) => sum + countOutgoing(desk.file, spaceId, from, ''), 0);
  for (const { spaceId, from, upTo, documents } of spaces) {
    yield json('M', { space: spaceId, statements: chainOf(desk.file, spaceId) });
    const wanted = documents && documentsWith(desk, spaceId, documents);
    for (let after = from; ; ) {
      const rows = outgoing(desk.file, spaceId, after, '', batch).filter(({ seq }) => seq <= upTo);
      if (rows.length === 0) break;
      const keys = keysOf(desk.file, spaceId);
      for (const row of rows) {
        if (wanted && !wanted.has(row.ref)) continue;
        yield part('E', sealedBytes(desk.file, spaceId, row, keys));
        envelopes += 1;
      }
      after = rows.at(-1)?.seq ?? upTo;
      looked += rows.length;
      onProgress?.(looked, Math.max(total, looked));
      await setImmediate();
      if (signal?.aborted) throw new AppError('exchange.cancelled', 'a person cancelled the file');
    }
  }
  const sha256 = all.digest('hex');
  const parts = number;
  yield json('Z', { parts, sha256 });
  desk.file.atomically(() => record(desk.file, { at: desk.now().toISOString(), act: 'exported', details: { format: 'exchange', envelopes, sha256 } }));
  return { envelopes };
}

/** Writes the file at a path that is not the last one yet: the caller puts it in place. Gives its size. Throws `exchange.cancelled`. */
export async function writeBundle(desk: Desk, path: string, choice: BundleChoice, how: FileWork = {}): Promise<{ readonly bytes: number; readonly envelopes: number }> {
  const writing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asWriteFailure(error, dirname(path));
    }
  };
  const handle = await writing(() => open(path, 'w', 0o600));
  try {
    let bytes = 0;
    const parts = bundleParts(desk, choice, how);
    for (let next = await parts.next(); ; next = await parts.next()) {
      if (next.done) {
        await writing(() => handle.sync());
        return { bytes, envelopes: next.value.envelopes };
      }
      const content = next.value;
      await writing(() => handle.writeFile(content));
      bytes += content.length;
    }
  } finally {
    await handle.close();
  }
}

/** Of the envelopes of this post: up to where every other member is known to have them. */
function knownToAll(desk: Desk, space: string): number {
  const others = [...(membershipOf(desk.file, space)?.members.keys() ?? [])].filter((key) => key !== desk.post.signKey);
  const known = new Map(desk.file.rows<{ peer: string; has_up_to: number }>(sql`SELECT peer, has_up_to FROM peer_progress WHERE space = ${space}`).map(({ peer, has_up_to }) => [peer, has_up_to]));
  return others.length === 0 ? 0 : Math.min(...others.map((key) => known.get(key) ?? 0));
}

function readUpTo(desk: Desk, space: string): Record<string, number> {
  return Object.fromEntries(desk.file.rows<{ peer: string; read_up_to: number }>(sql`SELECT peer, read_up_to FROM peer_progress WHERE space = ${space}`).map(({ peer, read_up_to }) => [peer, read_up_to]));
}

/** Revisions and files of these documents, and of what lies in them and belongs to them. */
function documentsWith(desk: Desk, space: string, documents: readonly string[]): ReadonlySet<string> {
  const refs = new Set<string>();
  for (const id of documents) {
    const lying = desk.file.rows<{ id: string }>(sql`
      SELECT id FROM document WHERE space = ${space} AND (id = ${id} OR dossier = ${id}
        OR id IN (SELECT document FROM advice WHERE request = ${id} OR request IN (SELECT id FROM document WHERE dossier = ${id})))`);
    for (const document of lying) {
      for (const { ref } of desk.file.rows<{ ref: string }>(sql`SELECT id AS ref FROM revision WHERE document = ${document.id} UNION SELECT blob AS ref FROM attachment WHERE dossier = ${document.id}`)) refs.add(ref);
    }
  }
  for (const { id } of desk.file.rows<{ id: string }>(sql`SELECT id FROM voucher WHERE space = ${space}`)) refs.add(id);
  return refs;
}

// — reading

/**
 * Takes in an exchange file, part by part; what is whole stays taken in, whatever follows. Throws `bundle.invalid` for what is no exchange
 * file at all; a file that is cut or spoiled is told in the report as not whole.
 */
export async function readBundle(desk: Desk, path: string, how: FileWork = {}): Promise<ImportReport> {
  const handle = await opening(path);
  try {
    return await takeFile(desk, handle, how);
  } finally {
    await handle.close();
  }
}

async function opening(path: string): Promise<FileHandle> {
  try {
    const handle = await open(path, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    throw new AppError('bundle.invalid', 'the file could not be opened', { cause: error });
  }
  throw new AppError('bundle.invalid', 'not a file');
}

interface Part {
  readonly kind: string;
  readonly content: Buffer;
  readonly hash: Buffer;
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

async function takeFile(desk: Desk, handle: FileHandle, { signal, onProgress }: FileWork): Promise<ImportReport> {
  const total = kilobytes((await handle.stat()).size);
  const magic = await exactly(handle, 0, bundleMagic.length);
  const said = magic?.toString('latin1') ?? '';
  if (said !== bundleMagic) throw new AppError('bundle.invalid', said.startsWith(anyMagic) ? 'a newer kind of exchange file' : 'not an exchange file');
  const tally = newTally();
  const all = createHash('sha256');
  let place = bundleMagic.length;
  let number = 0;
  let told: z.infer<typeof head> | undefined;
  let waiting: Buffer[] = [];
  let whole = false;
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await takeIn(desk, waiting, 'file', tally);
    waiting = [];
  };
  for (;;) {
    const part = await partAt(handle, place, number);
    if (!part) break;
    if (part.kind === 'Z') {
      const read = parsed(end, part.content);
      const after = await exactly(handle, place + partHead + part.content.length, 1);
      whole = read?.parts === number && read.sha256 === all.digest('hex') && after === undefined;
      break;
    }
    if (part.kind === 'H') told = number === 0 ? parsed(head, part.content) : told;
    else if (part.kind === 'M') {
      await flush();
      await takeMembersOf(desk, part.content, tally);
    } else if (part.kind === 'E') waiting.push(part.content);
    else break;
    all.update(part.hash);
    place += partHead + part.content.length;
    number += 1;
    if (waiting.length < batch) continue;
    await flush();
    onProgress?.(kilobytes(place), total);
    if (signal?.aborted) break;
  }
  await flush();
  if (whole && told) noteRead(desk, told);
  const report = reportOf(tally, whole);
  const refused = report.refused.reduce((sum, one) => sum + one.count, 0);
  desk.file.atomically(() => record(desk.file, { at: desk.now().toISOString(), act: 'received', details: { from: 'file', taken: report.taken, known: report.known, refused, whole: whole ? 1 : 0 } }));
  return report;
}

/** The part at a place, or undefined when the file ends there or the part is not the one that its hash says. */
async function partAt(handle: FileHandle, place: number, number: number): Promise<Part | undefined> {
  const before = await exactly(handle, place, partHead);
  if (!before) return undefined;
  const length = before.readUInt32BE(1);
  const content = length > largestPart ? undefined : await exactly(handle, place + partHead, length);
  if (!content) return undefined;
  const kind = before.toString('latin1', 0, 1);
  const hash = hashOfPart(number, kind, content);
  return hash.equals(before.subarray(5)) ? { kind, content, hash } : undefined;
}

async function exactly(handle: FileHandle, place: number, length: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, place + filled);
    if (bytesRead === 0) return undefined;
    filled += bytesRead;
  }
  return buffer;
}

function hashOfPart(number: number, kind: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(`${number} ${kind} ${content.length}\n`).update(content).digest();
}

function parsed<T>(schema: z.ZodType<T>, content: Buffer): T | undefined {
  try {
    const read = schema.safeParse(JSON.parse(content.toString('utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

const members = z.strictObject({ space: z.uuid(), statements: z.array(statement).max(10_000) });

/** A chain that does not hold changes nothing: the envelopes of the file are judged by the members that this post knows. */
async function takeMembersOf(desk: Desk, content: Buffer, tally: Tally): Promise<void> {
  const read = parsed(members, content);
  if (!read || read.statements.length === 0 || !findSpace(desk.file, read.space)) return;
  // an exercise ends with this file: what was written here before is made ready to be sent, which it could not be afterwards
  if (read.statements.at(-1)?.act === 'freeze') await prepare(desk, read.space);
  try {
    await takeMembers(desk, read.space, read.statements, tally);
  } catch (error) {
    if (!(error instanceof AppError && (error.code === 'membership.invalid' || error.code === 'invitation.other'))) throw error;
  }
}

/**
 * How far the writer is read, and how far it says that it read this post. Only a file that follows on what was read before moves the first;
 * the head is not signed: who forges it can make a post send more or less than is needed, never lose anything.
 */
function noteRead(desk: Desk, { by, spaces }: z.infer<typeof head>): void {
  desk.file.atomically(() => {
    for (const { space, from, upTo, whole, read } of spaces) {
      if (!membershipOf(desk.file, space)?.members.has(by)) continue;
      const held = desk.file.row<{ read_up_to: number }>(sql`SELECT read_up_to FROM peer_progress WHERE space = ${space} AND peer = ${by}`)?.read_up_to ?? 0;
      const now = whole && from <= held ? Math.max(held, upTo) : held;
      const has = Math.min(read[desk.post.signKey] ?? 0, highestSeq(desk.file, space));
      desk.file.run(sql`
        INSERT INTO peer_progress (space, peer, read_up_to, has_up_to) VALUES (${space}, ${by}, ${now}, ${has})
        ON CONFLICT (space, peer) DO UPDATE SET read_up_to = excluded.read_up_to, has_up_to = max(has_up_to, excluded.has_up_to)`);
    }
  });
}
