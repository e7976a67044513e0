/**
 * Who belongs to a space, read from its chain of statements. Pure: a post and a hub come to the same answer. A statement counts only
 * when it follows from the one before it and its author could make it at that point.
 *
 * Two keepers who work apart can each add to the same chain. Then one branch stands, the same on every post: at the first statement
 * that differs, that of the keeper who has belonged to the space longest. So a keeper who was removed cannot undo it with a branch
 * that begins before the removal. What a post had stated on the other branch it states again on top, where it still may.
 */
import type { MembershipAct, SpaceKind, SpaceRole } from '../../shared/domain/space.ts';
import { AppError } from '../../shared/errors.ts';
import { type Statement, hashOfStatement, isSignedStatement } from './statement.ts';

export interface Member {
  readonly signKey: string;
  readonly boxKey: string;
  readonly role: SpaceRole;
  /** number of the statement that admitted it: who came first is senior */
  readonly since: number;
  readonly until?: string;
}

export interface Membership {
  readonly space: string;
  readonly kind: SpaceKind;
  /** of the last statement */
  readonly number: number;
  readonly head: string;
  readonly epoch: number;
  readonly keyId: string;
  readonly members: ReadonlyMap<string, Member>;
  /** posts that are no member any more, and why */
  readonly former: ReadonlyMap<string, 'removed' | 'left'>;
  /** posts that hold the key in force, members or not */
  readonly keyHolders: ReadonlySet<string>;
  readonly frozen: boolean;
}

/** Throws `membership.invalid` with the number of the statement that does not follow. */
export function readChain(statements: readonly Statement[]): Membership {
  let membership: Membership | undefined;
  for (const made of statements) membership = extend(membership, made);
  if (!membership) throw new AppError('membership.invalid', 'a space without statements');
  return membership;
}

/** The membership after one more statement. Throws `membership.invalid`. */
export function extend(before: Membership | undefined, made: Statement): Membership {
  const wrong = (why: string): AppError => new AppError('membership.invalid', `statement ${made.number}: ${why}`, { details: { number: made.number } });
  if (!isSignedStatement(made)) throw wrong('its signature does not hold');
  if (!before) return founded(made, wrong);

  if (made.number !== before.number + 1 || made.previous !== before.head || made.space !== before.space || made.kind !== before.kind) throw wrong('it does not follow');
  if (before.frozen) throw wrong('the exercise is frozen');
  const author = before.members.get(made.by);
  if (!author) throw wrong('its author is no member');
  const own = made.subject.signKey === made.by;
  if (made.act === 'found' || (made.act !== 'leave' && author.role !== 'keeper')) throw wrong('its author may not');
  if ((made.act === 'leave' || made.act === 'rotate' || made.act === 'freeze') && !own) throw wrong('it speaks for another');

  const members = new Map(before.members);
  const former = new Map(before.former);
  const subject = members.get(made.subject.signKey);
  switch (made.act) {
    case 'admit':
      if (subject || made.role === undefined) throw wrong('it admits a member');
      members.set(made.subject.signKey, { ...made.subject, role: made.role, since: made.number, ...(made.until === undefined ? {} : { until: made.until }) });
      former.delete(made.subject.signKey);
      break;
    case 'role':
      if (!subject || made.role === undefined) throw wrong('it names no member');
      members.set(subject.signKey, { ...subject, role: made.role });
      break;
    case 'remove':
    case 'leave':
      if (!subject || (made.act === 'remove' && own)) throw wrong('it names no member');
      members.delete(subject.signKey);
      former.set(subject.signKey, made.act === 'remove' ? 'removed' : 'left');
      break;
    case 'freeze':
      if (made.kind !== 'exercise') throw wrong('only an exercise is frozen');
      break;
    case 'rotate':
      break;
  }
  if (![...members.values()].some(({ role }) => role === 'keeper')) throw wrong('no keeper would be left');

  const newKey = made.act === 'remove' || made.act === 'rotate';
  if (newKey ? made.epoch !== before.epoch + 1 || made.keyId === before.keyId : made.epoch !== before.epoch || made.keyId !== before.keyId) throw wrong('its key does not follow');
  const given = made.wrappedKeys.map(({ signKey }) => signKey);
  if (given.some((key) => !members.has(key))) throw wrong('it gives the key to a stranger');
  return {
    ...before,
    number: made.number,
    head: hashOfStatement(made),
    epoch: made.epoch,
    keyId: made.keyId,
    members,
    former,
    keyHolders: new Set(newKey ? given : [...before.keyHolders, ...given]),
    frozen: made.act === 'freeze',
  };
}

function founded(made: Statement, wrong: (why: string) => AppError): Membership {
  const { subject, by, role } = made;
  if (made.number !== 1 || made.previous !== null || made.act !== 'found' || made.epoch !== 1) throw wrong('it founds nothing');
  if (subject.signKey !== by || role !== 'keeper') throw wrong('its author does not found it');
  return {
    space: made.space,
    kind: made.kind,
    number: 1,
    head: hashOfStatement(made),
    epoch: 1,
    keyId: made.keyId,
    members: new Map([[by, { ...subject, role, since: 1 }]]),
    former: new Map(),
    keyHolders: new Set(made.wrappedKeys.map(({ signKey }) => signKey)),
    frozen: false,
  };
}

/** Somebody who holds the key is no member any more: a keeper must bring a new one. */
export function needsNewKey({ members, keyHolders }: Membership): boolean {
  return [...keyHolders].some((key) => !members.has(key));
}

export const mayWrite = (member: Pick<Member, 'role'> | undefined): boolean => member?.role === 'keeper' || member?.role === 'editor';

/** Acts that a post states again when the branch that they stood on did not stand. */
export const repeatedActs: readonly MembershipAct[] = ['admit', 'role', 'remove', 'leave', 'freeze'];

/** Which of two chains of one space stands. Both must have been read; throws `membership.invalid` when they are not of one space. */
export function standing(mine: readonly Statement[], theirs: readonly Statement[]): 'same' | 'mine' | 'theirs' {
  const shared = sharedLength(mine, theirs);
  const [own, other] = [mine[shared], theirs[shared]];
  if (!own && !other) return 'same';
  if (!other) return 'mine';
  if (!own) return 'theirs';
  if (shared === 0) throw new AppError('membership.invalid', 'two spaces under one id');
  const { members } = readChain(mine.slice(0, shared));
  const [mySince, theirSince] = [members.get(own.by)?.since ?? 0, members.get(other.by)?.since ?? 0];
  if (mySince !== theirSince) return mySince < theirSince ? 'mine' : 'theirs';
  return hashOfStatement(own) < hashOfStatement(other) ? 'mine' : 'theirs';
}

/** How many statements from the first on are the same. */
export function sharedLength(one: readonly Statement[], other: readonly Statement[]): number {
  let shared = 0;
  for (const [index, made] of one.entries()) {
    const beside = other[index];
    if (!beside || hashOfStatement(beside) !== hashOfStatement(made)) break;
    shared += 1;
  }
  return shared;
}
