/**
 * How a post comes into a space. It gives its card (its public keys) to a keeper, who admits it with a statement that carries the key of the
 * space sealed to that post; the invitation only shows the post the way there. So an invitation is of use to one post alone, and once.
 * Both are files, or words that are read aloud; by words the space itself comes over the first carrier.
 */
import { z } from 'zod';
import { instant } from '../../shared/domain/basics.ts';
import { type GivenInvitation, type Invitation, type PostCard, type SpaceRole, memberName, publicKeyText } from '../../shared/domain/space.ts';
import { AppError } from '../../shared/errors.ts';
import { hub as hubAddress } from '../../shared/calls/exchange.ts';
import { canonicalJson } from '../documents/canonical.ts';
import type { Desk } from '../documents/desk.ts';
import { fingerprintOf } from '../documents/identity.ts';
import { createSpace, findSpace } from '../documents/spaces.ts';
import { sql } from '../file/driver.ts';
import { afterChainChange } from './chain-change.ts';
import { type Membership, readChain } from './chain.ts';
import { addFoundHub } from './hubs.ts';
import { isSignedBy, openSealed, rawSignKey, spkiOfSignKey } from './keys.ts';
import { chainOf } from './members.ts';
import { foundedSpace, mustBeKeeper, ownSubject, state, takeChain } from './membership.ts';
import { type Statement, hashOfStatement, namesIn, statement, wrapContext } from './statement.ts';
import { takeReadyNow } from './ready.ts';
import { newTally } from './tally.ts';
import { bytesOf, wordsOf } from './words.ts';

const day = 86_400_000;
const boxPrefix = Buffer.from('302a300506032b656e032100', 'hex');
/** First byte of what is said in words: a card or an invitation, of the first version of either. */
const said = { card: 0x11, invitation: 0x21 } as const;
const hashBytes = 11;

const card = z.strictObject({ format: z.literal('steunpunt-card/1'), signKey: publicKeyText, boxKey: publicKeyText, name: memberName, signature: z.base64() });
const invitationFile = z.strictObject({
  format: z.literal('steunpunt-invitation/1'),
  space: z.uuid(),
  for: publicKeyText,
  by: publicKeyText,
  hub: hubAddress.omit({ admission: true }).optional(),
  statements: z.array(statement).min(2).max(10_000),
  signature: z.base64(),
});

const signed = (what: string, made: object): Buffer => Buffer.from(`${what}\n${canonicalJson(made)}`, 'utf8');

/** The card of this post: as text of a file, and as words. */
export function ownCard(desk: Pick<Desk, 'post'>): { readonly text: string; readonly words: string[]; readonly card: PostCard } {
  const { identity } = desk.post;
  const subject = ownSubject(desk);
  const made = { format: 'steunpunt-card/1' as const, ...subject, name: { post: identity.name, function: identity.function, regionCode: identity.regionCode } };
  const signature = Buffer.from(desk.post.sign(signed('steunpunt-card/1', made))).toString('base64');
  const bytes = Buffer.concat([Buffer.from([said.card, 0]), rawSignKey(desk.post.publicKey), Buffer.from(subject.boxKey, 'base64').subarray(boxPrefix.length)]);
  return { text: canonicalJson({ ...made, signature }), words: wordsOf(bytes), card: { ...subject, fingerprint: desk.post.fingerprint, name: made.name } };
}

/** Reads a card from the text of a file or from words. Throws `card.invalid`, `words.wrong`. */
export function readCard(text: string): PostCard {
  if (!isFile(text)) {
    const bytes = bytesOf(text);
    if (bytes.length !== 66 || bytes[0] !== said.card) throw new AppError('words.wrong', 'these words are no card');
    const signKey = spkiOfSignKey(bytes.subarray(2, 34));
    return { signKey: signKey.toString('base64'), boxKey: Buffer.concat([boxPrefix, bytes.subarray(34)]).toString('base64'), fingerprint: fingerprintOf(signKey) };
  }
  const parsed = card.safeParse(json(text));
  if (!parsed.success) throw new AppError('card.invalid', 'not the card of a post');
  const { signature, ...made } = parsed.data;
  const signKey = Buffer.from(made.signKey, 'base64');
  if (!isSignedBy(signKey, signed('steunpunt-card/1', made), Buffer.from(signature, 'base64'))) throw new AppError('card.invalid', 'the card was changed');
  return { signKey: made.signKey, boxKey: made.boxKey, name: made.name, fingerprint: fingerprintOf(signKey) };
}

export interface ToInvite {
  readonly card: PostCard;
  readonly role: SpaceRole;
  /** days until which the invitation may be taken up */
  readonly days: number;
}

/** Admits the post; gives the invitation as words and until when. The file: `invitationText`. Throws `space.role`, `space.frozen`, `member.already`. */
export function invite(desk: Desk, space: string, { card: guest, role, days }: ToInvite): GivenInvitation {
  // words carry whole days: never a shorter time than was said
  const until = new Date(Math.ceil((desk.now().getTime() + days * day) / day) * day).toISOString();
  const invited = desk.file.atomically(() => {
    mustBeKeeper(desk, space);
    if (foundedSpace(desk, space).members.has(guest.signKey)) throw new AppError('member.already', 'the post belongs to the space', { field: 'card' });
    const admitted = state(desk, space, { act: 'admit', subject: guest, role, until, names: guest.name === undefined ? {} : { member: guest.name } });
    // what was refused of a post that was here before counts again
    afterChainChange(desk, space);
    return given(admitted, until);
  });
  takeReadyNow(desk, newTally());
  return invited;
}

/** The invitation of a post that was admitted, once more. Throws `entry.unknown`, for one that has no end date too. */
export function givenInvitation(desk: Desk, space: string, guest: string): GivenInvitation {
  const made = admission(chainOf(desk.file, space), guest);
  if (made?.until === undefined) throw new AppError('entry.unknown', 'that post was not invited');
  return given(made, made.until);
}

function given(made: Statement, until: string): GivenInvitation {
  return { signKey: made.subject.signKey, fingerprint: fingerprintOf(Buffer.from(made.subject.signKey, 'base64')), words: wordsOf(inWords(made, until)), until };
}

function inWords(made: Statement, until: string): Buffer {
  const bytes = Buffer.alloc(20);
  bytes[0] = said.invitation;
  bytes.write(made.space.replaceAll('-', ''), 1, 'hex');
  bytes.writeUInt16BE(Date.parse(until) / day, 17);
  return Buffer.concat([bytes.subarray(0, 19), Buffer.from(hashOfStatement(made), 'hex').subarray(0, hashBytes)]);
}

/** The invitation of a post that was admitted, as the text of a file; again when it was lost. Throws `entry.unknown`. */
export function invitationText(desk: Desk, space: string, guest: string, hub?: { readonly url: string; readonly pin: string }): string {
  const statements = [...chainOf(desk.file, space)];
  if (!admission(statements, guest)) throw new AppError('entry.unknown', 'that post was not invited');
  const made = { format: 'steunpunt-invitation/1' as const, space, for: guest, by: desk.post.signKey, statements, ...(hub === undefined ? {} : { hub: { url: hub.url, pin: hub.pin } }) };
  return canonicalJson({ ...made, signature: Buffer.from(desk.post.sign(signed('steunpunt-invitation/1', made))).toString('base64') });
}

interface Read {
  readonly told: Invitation;
  readonly statements?: readonly Statement[];
  readonly statementHash: string;
}

/** What an invitation says, before it is taken up. Throws `invitation.invalid`, `words.wrong`. */
export function readInvitation(desk: Desk, text: string): Invitation {
  return read(desk, text).told;
}

function read(desk: Desk, text: string): Read {
  return isFile(text) ? readFile(desk, text) : readWords(desk, text);
}

function readWords(desk: Desk, text: string): Read {
  const bytes = bytesOf(text);
  if (bytes.length !== 19 + hashBytes || bytes[0] !== said.invitation) throw new AppError('words.wrong', 'these words are no invitation');
  const hex = bytes.toString('hex', 1, 17);
  const until = new Date(bytes.readUInt16BE(17) * day).toISOString();
  const spaceId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return { told: { spaceId, until, form: 'words', expired: until < desk.now().toISOString(), forThisPost: true }, statementHash: bytes.toString('hex', 19) };
}

function readFile(desk: Desk, text: string): Read {
  const parsed = invitationFile.safeParse(json(text));
  if (!parsed.success) throw new AppError('invitation.invalid', 'not an invitation');
  const { signature, ...made } = parsed.data;
  if (!isSignedBy(Buffer.from(made.by, 'base64'), signed('steunpunt-invitation/1', made), Buffer.from(signature, 'base64'))) throw new AppError('invitation.invalid', 'the invitation was changed');
  let membership: Membership;
  try {
    membership = readChain(made.statements);
  } catch (error) {
    throw new AppError('invitation.invalid', 'the chain in the invitation does not hold', { cause: error });
  }
  const admitted = admission(made.statements, desk.post.signKey);
  const wrapped = admitted?.wrappedKeys.find(({ signKey }) => signKey === desk.post.signKey)?.wrapped;
  const key = admitted && wrapped !== undefined ? openSealed(desk.post.box(), wrapped, wrapContext(made.space, admitted.epoch)) : undefined;
  const names = made.statements.map((one) => (key ? namesIn(key, one) : undefined));
  const name = names.find((one) => one?.space)?.space?.name;
  const host = made.statements.findIndex(({ subject }) => subject.signKey === made.by);
  const hostName = names[host]?.member;
  const member = membership.members.get(desk.post.signKey);
  const until = admitted?.until ?? instantOfYear9999;
  return {
    told: {
      spaceId: made.space,
      until,
      form: 'file',
      kind: membership.kind,
      ...(name === undefined ? {} : { name }),
      ...(member ? { role: member.role } : {}),
      by: { fingerprint: fingerprintOf(Buffer.from(made.by, 'base64')), ...(hostName ? { name: hostName } : {}) },
      ...(made.hub === undefined ? {} : { hub: made.hub }),
      expired: until < desk.now().toISOString(),
      forThisPost: member !== undefined && key !== undefined,
    },
    statements: made.statements,
    statementHash: admitted ? hashOfStatement(admitted) : '',
  };
}

const instantOfYear9999 = instant.parse('9999-12-31T00:00:00.000Z');

const isAdmission = ({ act, subject }: Statement, guest: string): boolean => act === 'admit' && subject.signKey === guest;

function admission(statements: readonly Statement[], guest: string): Statement | undefined {
  return statements.findLast((made) => isAdmission(made, guest));
}

/**
 * Takes up an invitation, with the hub that a file names, so that exchange can begin. Gives the space. Throws `invitation.expired`,
 * `invitation.other`, `invitation.used`, `invitation.invalid`, `words.wrong`.
 */
export function join(desk: Desk, text: string): string {
  const { told, statements, statementHash } = read(desk, text);
  const held = findSpace(desk.file, told.spaceId);
  if (held && !['awaiting', 'removed', 'left'].includes(held.standing)) return told.spaceId;
  if (statementHash !== '' && chainOf(desk.file, told.spaceId).some((made) => isAdmission(made, desk.post.signKey) && hashOfStatement(made).startsWith(statementHash))) {
    throw new AppError('invitation.used', 'this post came in with it before');
  }
  if (!told.forThisPost) throw new AppError('invitation.other', 'the invitation is not for this post');
  if (told.expired) throw new AppError('invitation.expired', 'the invitation has expired', { details: { until: told.until } });
  desk.file.atomically(() => {
    if (!held) createSpace(desk.file, { id: told.spaceId, kind: told.kind ?? 'region', name: told.name ?? told.spaceId.slice(-8), standing: 'awaiting' }, desk.now());
    if (statements) {
      takeChain(desk, told.spaceId, statements);
      afterChainChange(desk, told.spaceId);
    } else {
      desk.file.run(sql`INSERT OR REPLACE INTO awaited_space (space, statement, until) VALUES (${told.spaceId}, ${statementHash}, ${told.until})`);
      // a post that was in it before asks for it again: only what it waits for is exchanged
      desk.file.run(sql`UPDATE space SET standing = 'awaiting' WHERE id = ${told.spaceId}`);
    }
    if (told.hub) addFoundHub(desk, told.hub);
  });
  takeReadyNow(desk, newTally());
  return told.spaceId;
}

const isFile = (text: string): boolean => text.trimStart().startsWith('{');

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
