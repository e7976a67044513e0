/**
 * Opening what a carrier brought, ahead of the store: the envelope is opened and read here and the signature is checked on other threads,
 * while the store takes in what came before. This says only what an envelope holds and whether its author signed it; whether it counts is
 * decided in receive.ts, with the members and the store as they are then.
 */
import { hash } from 'node:crypto';
import { instant } from '../../shared/domain/basics.ts';
import { signedPart } from '../documents/revisions.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { type EnvelopeHead, type SealedRevision, type SpaceKey, envelopeHash, envelopeType, openEnvelope, readHead, readRevisionContent } from './envelope.ts';
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

/** What is seen of an envelope from the outside. */
export interface Outside {
  readonly head: EnvelopeHead;
  readonly id: Buffer;
  /** SPKI of the post named on the outside */
  readonly signer: Buffer;
}

/** Undefined for what is no envelope. */
export function outsideOf(sealed: Uint8Array): Outside | undefined {
  const head = readHead(sealed);
  return head && { head, id: envelopeHash(sealed), signer: spkiOfSignKey(head.author) };
}

/** A part of a file or a voucher that is here. A revision is known by its own id, when its envelope was opened: it is not looked for. */
export function isHeld(file: StoreFile, { id, head }: Outside): boolean {
  return head.type !== envelopeType.revision && file.row(sql`SELECT seq FROM envelope WHERE id = ${id} AND type <> 1`) !== undefined;
}

export interface Ahead extends Outside {
  /** absent (no key, damaged, held already): looked at when it is taken in */
  readonly opened?: Opened;
}

/** By the bytes of the envelope. */
export type OpenedAhead = ReadonlyMap<Uint8Array, Ahead>;

/** Undefined when the key is another or a bit was changed. */
export function open(sealed: Uint8Array, { type }: EnvelopeHead, { key }: SpaceKey): Opened | undefined {
  const content = openEnvelope(sealed, key);
  if (!content || type !== envelopeType.revision) return content && { content };
  const read = readRevisionContent(content);
  if (!read || !instant.safeParse(read.at).success) return { content };
  const { signature, at, body, bodyBytes } = read;
  return { content, revision: { signature, at, body, id: hash('sha256', bodyBytes), made: asJson(body) } };
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
  const ahead = new Map<Uint8Array, Ahead>();
  const keys = new Map<string, ReadonlyMap<string, SpaceKey>>();
  const keysIn = (space: string): ReadonlyMap<string, SpaceKey> => {
    const held = keys.get(space) ?? keysOf(file, space);
    keys.set(space, held);
    return held;
  };
  for (let start = 0; start < sealed.length; start += atOnce) {
    await Promise.all(
      sealed.slice(start, start + atOnce).map(async (one) => {
        const seen = await openOne(file, one, keysIn);
        if (seen) ahead.set(one, seen);
      }),
    );
  }
  return ahead;
}

async function openOne(file: StoreFile, sealed: Uint8Array, keysIn: (space: string) => ReadonlyMap<string, SpaceKey>): Promise<Ahead | undefined> {
  const outside = outsideOf(sealed);
  if (!outside) return undefined;
  const key = keysIn(outside.head.space).get(outside.head.keyId);
  if (!key || isHeld(file, outside)) return outside;
  const opened = open(sealed, outside.head, key);
  if (!opened?.revision) return { ...outside, ...(opened ? { opened } : {}) };
  const { id, at, signature } = opened.revision;
  // what is held already was proven when it came
  if (file.row(sql`SELECT seq FROM revision WHERE id = ${id}`)) return { ...outside, opened };
  const signed = await isSignedApart(outside.signer, signedPart(id, at), signature);
  return { ...outside, opened: { ...opened, revision: { ...opened.revision, signed } } };
}
