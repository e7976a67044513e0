/**
 * Exchange: what a carrier brought and what became of it, how far each carrier is, and how long work goes on. Differences between
 * posts: difference.ts. Spaces and members: space.ts.
 */
import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { documentId, instant } from './basics.ts';
import { spaceId, spaceName } from './space.ts';

/** Why something that arrived was not taken in. */
export const refusal = z.enum([
  'damaged', // not an envelope, cut, or changed on the way
  'forged', // the signature is not of the post it names
  'stranger', // made by a post that is no member
  'removed', // made by a post that was removed or has left, and nobody vouches for it
  'reader', // made by a post that may only read
  'invalid', // whole and signed, but its content breaks the rules of a document
  'frozen', // made for an exercise that is frozen
]);
export type Refusal = z.infer<typeof refusal>;

/** Why something that arrived waits. It is kept, and taken in by itself when what it waits for is there. */
export const waitingFor = z.enum([
  'parents', // what it goes on from has not arrived
  'key', // sealed with a key of the space that has not arrived
  'branch', // sealed with a key of a branch of members that did not stand: its maker seals it anew
  'newer', // of a kind or with fields that this version of Steunpunt does not know
]);
export type WaitingFor = z.infer<typeof waitingFor>;

/** What one exchange found. `received` = `taken` + `known` + `refused` + `waiting` + `elsewhere`. */
export const importReport = z.strictObject({
  received: z.int().nonnegative(),
  /** new and taken in */
  taken: z.int().nonnegative(),
  known: z.int().nonnegative(),
  refused: z.array(z.strictObject({ why: refusal, count: z.int().positive(), /** fingerprints of the posts that made them, where known */ posts: z.array(z.string()) })),
  waiting: z.array(z.strictObject({ why: waitingFor, count: z.int().positive() })),
  /** for spaces that this post is not in */
  elsewhere: z.array(z.strictObject({ spaceId, count: z.int().positive() })),
  /** documents that are new or changed here */
  documents: z.array(documentId),
  /** documents with a difference that a person must decide */
  differences: z.array(documentId),
  /** of a file: everything that it says it holds was there and in order */
  whole: z.boolean(),
});
export type ImportReport = z.infer<typeof importReport>;

/** How far this post is with one carrier, per space. */
export const carrierStanding = z.strictObject({
  carrierId: z.string().max(200),
  kind: z.enum(['hub', 'file']),
  spaceId,
  /** envelopes that this post holds and the carrier is not known to have */
  toSend: z.int().nonnegative(),
  lastAt: instant.optional(),
  /** 'failed' from the start of sending until the acknowledgement names what is stored durably */
  state: z.enum(['never', 'done', 'failed', 'stopped']),
});
export type CarrierStanding = z.infer<typeof carrierStanding>;

/** How this post fares with a hub. */
export const hubStanding = z.strictObject({
  url: z.string().max(500),
  pin: z.string().max(100),
  /** how the last exchange ended; 'never' before the first, and after a person said to start anew */
  state: z.enum(['never', 'done', 'failed', 'stopped']),
  endedAt: instant.optional(),
  /** the last one that ended well */
  doneAt: instant.optional(),
  /** the first that failed since then, and why the last one did */
  failedSince: instant.optional(),
  error: z.enum(errorCodes).optional(),
  /** when this post tries again by itself */
  nextAt: instant.optional(),
});
export type HubStanding = z.infer<typeof hubStanding>;

/** An exchange that goes on; 'itself': nobody asked for it. */
export const exchangeRunning = z.strictObject({ job: z.uuid(), pin: z.string().max(100), by: z.enum(['person', 'itself']) });
export type ExchangeRunning = z.infer<typeof exchangeRunning>;

export const exchangePhase = z.enum(['preparing', 'membership', 'sending', 'receiving', 'merging', 'done', 'cancelled', 'failed']);
export const exchangeProgress = z.strictObject({ job: z.uuid(), phase: exchangePhase, done: z.int().nonnegative(), total: z.int().nonnegative(), spaceId: spaceId.optional() });
export type ExchangeProgress = z.infer<typeof exchangeProgress>;

/** What goes into a file. */
export const bundleChoice = z.strictObject({
  spaces: z.array(z.strictObject({ spaceId, /** only these dossiers with what lies in them; absent: everything */ documents: z.array(documentId).max(1000).optional() })).min(1).max(50),
  /** 'new': what the other posts are not known to have; 'all': everything */
  what: z.enum(['new', 'all']),
});
export type BundleChoice = z.infer<typeof bundleChoice>;

export const newSpace = z.strictObject({ kind: z.enum(['region', 'command', 'exercise']), name: spaceName });
