/**
 * Spaces (ruimten): groups of posts that share documents under one key. Who belongs to a space is a chain of signed statements
 * (db/exchange/membership.ts); what the window shows of it is here.
 */
import { z } from 'zod';
import { instant, regionCode } from './basics.ts';
import { membershipActs, spaceKinds, spaceRoles } from './choices.ts';
import { postFunction } from './post.ts';

export const spaceId = z.uuid();
export const spaceKind = z.enum(spaceKinds);
export type SpaceKind = z.infer<typeof spaceKind>;
/** keeper: invites and removes, and writes; editor: writes; reader: reads */
export const spaceRole = z.enum(spaceRoles);
export type SpaceRole = z.infer<typeof spaceRole>;
export const membershipAct = z.enum(membershipActs);
export type MembershipAct = z.infer<typeof membershipAct>;
/** of a space: what a person calls it */
export const spaceName = z.string().trim().min(2).max(80);
/** a public key as base64 of its SPKI DER form: what a statement names a post by */
export const publicKeyText = z.string().regex(/^[A-Za-z0-9+/]{59}=$/, 'public key of 44 bytes as base64');

/** What a member is called; inside the space, never told to a hub. */
export const memberName = z.strictObject({ post: z.string().min(1).max(60), function: postFunction, regionCode });
export type MemberName = z.infer<typeof memberName>;

export const spaceMember = z.strictObject({
  signKey: publicKeyText,
  /** as two people read it to each other */
  fingerprint: z.string(),
  /** absent while the key that its name is sealed with has not arrived */
  name: memberName.optional(),
  role: spaceRole,
  /** 'invited': admitted, but nothing of it was seen yet */
  state: z.enum(['member', 'invited', 'removed', 'left']),
  /** until when an invitation may be taken up */
  until: instant.optional(),
  own: z.boolean(),
});
export type SpaceMember = z.infer<typeof spaceMember>;

/** What this post is in a space: a role, or why it has none. 'awaiting': the invitation is here, the space itself is not yet. */
export const ownStanding = z.enum([...spaceRoles, 'removed', 'left', 'awaiting']);
export type OwnStanding = z.infer<typeof ownStanding>;

/** Why a post only reads in a space. 'outside': it belongs to it no more, or not yet. */
export const readOnly = z.enum(['frozen', 'reader', 'outside']);
export type ReadOnly = z.infer<typeof readOnly>;

export const spaceSummary = z.strictObject({
  id: spaceId,
  kind: spaceKind,
  name: z.string(),
  regionCode: regionCode.optional(),
  standing: ownStanding,
  /** new documents go here when nothing else is said */
  home: z.boolean(),
  /** an exercise that is over: nothing in it changes any more */
  frozen: z.boolean(),
  members: z.int().nonnegative(),
  documents: z.int().nonnegative(),
  /** documents with an open difference or a proposal */
  differences: z.int().nonnegative(),
  createdAt: instant,
});
export type SpaceSummary = z.infer<typeof spaceSummary>;

export const membershipEvent = z.strictObject({
  number: z.int().positive(),
  /** when it became known here, on the clock of this post; for what this post did, when it did */
  knownAt: instant.optional(),
  act: membershipAct,
  by: z.string(),
  byName: memberName.optional(),
  subject: z.string(),
  subjectName: memberName.optional(),
  role: spaceRole.optional(),
});

/** What lies in a space, as this post has it. */
export const spaceContents = z.strictObject({
  requests: z.int().nonnegative(),
  dossiers: z.int().nonnegative(),
  advices: z.int().nonnegative(),
  attachments: z.int().nonnegative(),
});
export type SpaceContents = z.infer<typeof spaceContents>;

/** The most that another post of the space can hold: what an exchange of this post took along or brought. What only stands here has gone nowhere. */
export const spaceHoldings = z.strictObject({ documents: z.int().nonnegative(), revisions: z.int().nonnegative() });
export type SpaceHoldings = z.infer<typeof spaceHoldings>;

export const spaceDetail = z.strictObject({
  summary: spaceSummary,
  contents: spaceContents,
  holdings: spaceHoldings,
  /** of an invitation by words that was taken up: until when the space may come */
  awaitedUntil: instant.optional(),
  /** of the chain as this post knows it: the same on all posts that know the same */
  fingerprint: z.string(),
  members: z.array(spaceMember),
  events: z.array(membershipEvent),
});
export type SpaceDetail = z.infer<typeof spaceDetail>;

/** What the post works in: all its operational spaces together, or one exercise. */
export const spaceView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('operational'), /** why nothing new can be made in the home of the post; absent where it can */ readOnly: readOnly.optional() }),
  z.strictObject({ kind: z.literal('exercise'), id: spaceId, name: z.string(), frozen: z.boolean(), /** a reader writes nothing in it */ standing: ownStanding }),
]);
export type SpaceView = z.infer<typeof spaceView>;

/** What a post gives to whoever is to invite it: its public keys and its name, signed by itself. */
export const postCard = z.strictObject({ signKey: publicKeyText, boxKey: publicKeyText, fingerprint: z.string(), name: memberName.optional() });
export type PostCard = z.infer<typeof postCard>;

/** An invitation as its keeper gives it: read aloud, or as a file with `space.saveInvitation`. */
export const givenInvitation = z.strictObject({ signKey: publicKeyText, fingerprint: z.string(), words: z.array(z.string()), until: instant });
export type GivenInvitation = z.infer<typeof givenInvitation>;

/** An invitation as the invited post reads it, before it joins. */
export const invitation = z.strictObject({
  spaceId,
  until: instant,
  /** 'file': all is here; 'words': the space itself comes over the first carrier */
  form: z.enum(['file', 'words']),
  /** only from a file */
  kind: spaceKind.optional(),
  name: z.string().optional(),
  role: spaceRole.optional(),
  /** fingerprint and name of the keeper who invites */
  by: z.strictObject({ fingerprint: z.string(), name: memberName.optional() }).optional(),
  hub: z.strictObject({ url: z.string().max(500), pin: z.string().max(100) }).optional(),
  expired: z.boolean(),
  /** made for another post, or this post was removed since: it does not open the space */
  forThisPost: z.boolean(),
});
export type Invitation = z.infer<typeof invitation>;
