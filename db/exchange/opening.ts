/**
 * Opening what a carrier brought, ahead of the store: the envelope is opened and read here and the signature is checked on other threads,
 * while the store takes in what came before. This says only what an envelope holds and whether its author signed it; whether it counts is
 * decided in receive.ts, with the members and the store as they are then.
 */
import { createHash } from 'node:crypto';
import { instant } from '../../shared/domain/basics.ts';
import { signedPart } from '../documents/revisions.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { type EnvelopeHead, type SealedRevision, type SpaceKey, envelopeId, envelopeType, openEnvelope, readHead, readRevisionContent } from './envelope.ts';
import { isSignedApart, spkiOfSignKey } from './keys.ts';
import { keysOf } from './members.ts';

export interface OpenedRevision extends SealedRevision {
  /** SHA-256 of the body: its name, whoever carried it */
  readonly id: string;
  /** the body as JSON; undefined when it is none */
  readonly made: unknown;
  /** absent: not checked yet */
  readonly signed?: boolean;
}

export interface Opened {
  readonly content: Buffer;
  /** of an envelope that holds a revision; absent when it cannot be read as one */
  readonly revision?: OpenedRevision;
}

/** By the bytes of the envelope. What is not in it (no key, damaged, held already) is looked at when it is taken in. */
export type OpenedAhead = ReadonlyMap<Uint8Array, Opened>;

/** Undefined when the key is another or a bit was changed. */
export function open(sealed: Uint8Array, { type }: EnvelopeHead, { key }: SpaceKey): Opened | undefined {
  const content = openEnvelope(sealed, key);
  if (!content || type !== envelopeType.revision) return content && { content };
  const read = readRevisionContent(content);
  if (!read || !instant.safeParse(read.at).success) return { content };
  const { signature, at, body, bodyBytes } = read;
  return { content, revision: { signature, at, body, id: createHash('sha256').update(bodyBytes).digest('hex'), made: asJson(body) } };
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** So many are opened before the store has its turn again. */
const atOnce = 128;

export async function openAhead(file: StoreFile, sealed: readonly Uint8Array[]): Promise<OpenedAhead> {
  const opened = new Map<Uint8Array, Opened>();
  const keys = new Map<string, ReadonlyMap<string, SpaceKey>>();
  const keysIn = (space: string): ReadonlyMap<string, SpaceKey> => {
    const held = keys.get(space) ?? keysOf(file, space);
    keys.set(space, held);
    return held;
  };
  for (let start = 0; start < sealed.length; start += atOnce) {
    await Promise.all(sealed.slice(start, start + atOnce).map((one) => openOne(file, one, keysIn, opened)));
  }
  return opened;
}

async function openOne(file: StoreFile, sealed: Uint8Array, keysIn: (space: string) => ReadonlyMap<string, SpaceKey>, opened: Map<Uint8Array, Opened>): Promise<void> {
  const head = readHead(sealed);
  const key = head && keysIn(head.space).get(head.keyId);
  // what is held already was proven when it came
  if (!key || file.row(sql`SELECT seq FROM envelope WHERE id = ${Buffer.from(envelopeId(sealed), 'hex')}`)) return;
  const found = open(sealed, head, key);
  if (!found) return;
  if (!found.revision) return void opened.set(sealed, found);
  const { id, at, signature } = found.revision;
  const signed = await isSignedApart(spkiOfSignKey(head.author), signedPart(id, at), signature);
  opened.set(sealed, { ...found, revision: { ...found.revision, signed } });
}
