/**
 * What hub and post say to each other (electron/hub/PROTOCOL.md), as far as both must write and read it the same way.
 */
import { z } from 'zod';
import { canonicalJson } from '../documents/canonical.ts';
import { AppError } from '../../shared/errors.ts';
import { statement } from './statement.ts';

export const protocolVersions: readonly number[] = [1];
/** On every answer of a hub: what lacks it did not come from one. */
export const protocolHeader = 'steunpunt-protocol';
export const headers = { cursor: 'steunpunt-cursor', before: 'steunpunt-cursor-before', more: 'steunpunt-more', high: 'steunpunt-high' } as const;
export const contentTypes = { json: 'application/json', envelopes: 'application/vnd.steunpunt.envelopes', receipts: 'application/vnd.steunpunt.receipts' } as const;

export const paths = {
  hello: '/steunpunt',
  challenge: '/steunpunt/1/challenge',
  session: '/steunpunt/1/session',
  membership: (space: string) => `/steunpunt/1/spaces/${space}/membership`,
  envelopes: (space: string) => `/steunpunt/1/spaces/${space}/envelopes`,
} as const;

/** Every way in which a hub says no, with its HTTP status. Codes with the prefix of shared/errors.ts mean the same there. */
export const refusals = {
  'input.invalid': 400,
  'session.needed': 401,
  'hub.refused': 403,
  'hub.admission': 403,
  'space.unknown': 404,
  'path.unknown': 404,
  'hub.lost': 409,
  'input.large': 413,
  'membership.invalid': 422,
  'hub.busy': 429,
  'hub.failed': 500,
  'hub.unreachable': 503,
  'hub.full': 507,
} as const;
export type RefusalCode = keyof typeof refusals;

export const refusalBody = z.object({ error: z.object({ code: z.string(), message: z.string(), retryAfterSeconds: z.number().nonnegative().optional() }) });

export const limits = z.object({
  /** bytes of the body of one push, and of one page */
  batchBytes: z.int().positive(),
  batchEnvelopes: z.int().positive(),
  envelopeBytes: z.int().positive(),
});
export type WireLimits = z.infer<typeof limits>;

export const hello = z.object({ format: z.literal('steunpunt-hub'), versions: z.array(z.int()).min(1), generation: z.string().min(1).max(100), limits });
export const challengeAnswer = z.object({ challenge: z.string().min(16).max(200) });
export const sessionRequest = z.strictObject({ signKey: z.string().max(200), challenge: z.string().max(200), signature: z.string().max(200) });
export const sessionAnswer = z.object({ token: z.string().min(16).max(200), seconds: z.int().positive() });
export const membershipPush = z.strictObject({ statements: z.array(statement).min(1).max(10_000), admission: z.string().max(200).optional() });
export const membershipPushed = z.object({ number: z.int().positive(), head: z.string() });
export const membershipPage = z.object({ statements: z.array(statement), more: z.boolean() });

/** What a post signs to open a session: bound to this hub and this challenge, so that it is worth nothing anywhere else or later. */
export function sessionProof(pin: string, challenge: string, signKey: string): Buffer {
  return Buffer.from(canonicalJson({ format: 'steunpunt-hub-session/1', hub: pin, challenge, signKey }), 'utf8');
}

// — frames: each envelope as its length (four bytes, big endian) and its bytes

export function frames(envelopes: readonly Uint8Array[]): Buffer {
  const body = Buffer.allocUnsafe(envelopes.reduce((sum, { length }) => sum + 4 + length, 0));
  let at = 0;
  for (const envelope of envelopes) {
    at = body.writeUInt32BE(envelope.length, at);
    body.set(envelope, at);
    at += envelope.length;
  }
  return body;
}

/** The envelopes as views on the body. Throws `input.invalid` when it does not end where its last frame does. */
export function readFrames(body: Buffer): Buffer[] {
  const envelopes: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const start = at + 4;
    const end = start <= body.length ? start + body.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    if (end > body.length) throw new AppError('input.invalid', 'the frames of a body are cut');
    envelopes.push(body.subarray(start, end));
    at = end;
  }
  return envelopes;
}

// — receipts: for each envelope of a push, in its order, what became of it (one byte) and its id (32 bytes)

/** The place in this list is the byte. Only the first two mean that the hub holds it durably. */
export const outcomes = ['stored', 'known', 'spaceFull', 'postFull', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];
export interface Receipt {
  readonly outcome: Outcome;
  readonly id: Uint8Array;
}
const receiptBytes = 33;

export function receipts(given: readonly Receipt[]): Buffer {
  const body = Buffer.alloc(given.length * receiptBytes);
  for (const [index, { outcome, id }] of given.entries()) {
    body[index * receiptBytes] = outcomes.indexOf(outcome);
    body.set(id, index * receiptBytes + 1);
  }
  return body;
}

/** Undefined when it is not a list of receipts of this version. */
export function readReceipts(body: Buffer): Receipt[] | undefined {
  if (body.length % receiptBytes !== 0) return undefined;
  const given: Receipt[] = [];
  for (let at = 0; at < body.length; at += receiptBytes) {
    const outcome = outcomes[body[at] ?? outcomes.length];
    if (outcome === undefined) return undefined;
    given.push({ outcome, id: body.subarray(at + 1, at + receiptBytes) });
  }
  return given;
}
