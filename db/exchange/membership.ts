/** Changing who belongs to a space: statements of this post, and chains that arrive. */
import { z } from 'zod';
import type { MembershipAct, SpaceRole } from '../../shared/domain/space.ts';
import { AppError } from '../../shared/errors.ts';
import { canonicalJson } from '../documents/canonical.ts';
import type { Desk } from '../documents/desk.ts';
import { findSpace, space as spaceRow } from '../documents/spaces.ts';
import { sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { type Membership, extend, needsNewKey, readChain, repeatedActs, sharedLength, standing } from './chain.ts';
import type { SpaceKey } from './envelope.ts';
import { keyIdOf, newSpaceKey, openSealed, openWith, sealTo, sealWith } from './keys.ts';
import { chainOf, keyInForce, keysOf, membershipOf, namesOf } from './members.ts';
import { loseKeys } from './parked.ts';
import { type Names, type Statement, hashOfStatement, sealNames, signStatement, wrapContext } from './statement.ts';

export interface Subject {
  readonly signKey: string;
  readonly boxKey: string;
}

export const ownSubject = ({ post }: Pick<Desk, 'post'>): Subject => ({ signKey: post.signKey, boxKey: post.box().publicKey.toString('base64') });

/** The membership of a space of this post; one that was never shared is founded by it. Call inside a transaction. */
export function foundedSpace(desk: Desk, id: string): Membership {
  const held = membershipOf(desk.file, id);
  if (held) return held;
  const { kind, name, region_code, standing: own } = spaceRow(desk.file, id);
  if (own !== 'keeper') throw new AppError('space.role', 'the chain of the space has not arrived');
  const { identity } = desk.post;
  const key: SpaceKey = newKey(1);
  const member = { post: identity.name, function: identity.function, regionCode: identity.regionCode };
  const subject = ownSubject(desk);
  append(desk, undefined, key, {
    space: id,
    kind,
    act: 'found',
    subject,
    role: 'keeper',
    names: { space: { name, ...(region_code === null ? {} : { regionCode: region_code }) }, member },
    receivers: [subject],
  });
  const founded = membershipOf(desk.file, id);
  if (!founded) throw new Error('a space was not founded');
  return founded;
}

/** Only a keeper changes who belongs, and nobody does in an exercise that is over. Throws `space.role`, `space.frozen`. */
export function mustBeKeeper({ file }: Desk, id: string): void {
  const { standing: own, name, frozen } = spaceRow(file, id);
  if (own !== 'keeper') throw new AppError('space.role', 'only a keeper may', { details: { space: name } });
  if (frozen === 1) throw new AppError('space.frozen', 'the exercise is frozen', { details: { space: name } });
}

export interface Act {
  readonly act: Exclude<MembershipAct, 'found'>;
  readonly subject: Subject;
  readonly role?: SpaceRole | undefined;
  readonly until?: string | undefined;
  readonly names?: Names;
}

/** States something about the space, on top of what is known. Throws `membership.invalid` when the post may not. Call inside a transaction. */
export function state(desk: Desk, id: string, { act, subject, role, until, names = {} }: Act): Statement {
  const before = foundedSpace(desk, id);
  const bringsKey = act === 'remove' || act === 'rotate';
  const key = bringsKey ? newKey(before.epoch + 1) : keyInForce(desk.file, id);
  const staying = [...before.members.values()].filter(({ signKey }) => act !== 'remove' || signKey !== subject.signKey);
  return append(desk, before, key, {
    space: id,
    kind: before.kind,
    act,
    subject: { signKey: subject.signKey, boxKey: subject.boxKey },
    role,
    until,
    names,
    receivers: act === 'admit' ? [subject] : bringsKey ? staying : [],
    former: bringsKey ? [...keysOf(desk.file, id).values()] : undefined,
  });
}

interface ToAppend extends Omit<Act, 'act'> {
  readonly space: string;
  readonly kind: Statement['kind'];
  readonly act: MembershipAct;
  readonly receivers: readonly Subject[];
  readonly former?: readonly SpaceKey[] | undefined;
}

const newKey = (epoch: number): SpaceKey => {
  const key = newSpaceKey();
  return { epoch, keyId: keyIdOf(key), key };
};

function append(desk: Desk, before: Membership | undefined, key: SpaceKey, made: ToAppend): Statement {
  const said = signStatement(
    {
      format: 'steunpunt-membership/1',
      space: made.space,
      kind: made.kind,
      number: (before?.number ?? 0) + 1,
      previous: before?.head ?? null,
      act: made.act,
      subject: made.subject,
      ...(made.role === undefined ? {} : { role: made.role }),
      ...(made.until === undefined ? {} : { until: made.until }),
      epoch: key.epoch,
      keyId: key.keyId,
      sealed: sealNames(key.key, made.space, made.names ?? {}),
      wrappedKeys: made.receivers.map(({ signKey, boxKey }) => ({ signKey, wrapped: sealTo(Buffer.from(boxKey, 'base64'), key.key, wrapContext(made.space, key.epoch)) })),
      ...(made.former === undefined ? {} : { formerKeys: sealWith(key.key, Buffer.from(canonicalJson(made.former.map(asText)), 'utf8'), `former ${made.space}`) }),
      by: desk.post.signKey,
    },
    desk.post.sign,
  );
  extend(before, said);
  keepKey(desk, made.space, key);
  writeStatements(desk, made.space, [said]);
  return said;
}

/**
 * Takes in a chain that arrived, from its first statement on; the branch that stands is kept (chain.ts), and what this post had stated on
 * another is stated again. Gives whether anything changed. Throws `membership.invalid`. Call inside a transaction.
 */
export function takeChain(desk: Desk, id: string, theirs: readonly Statement[]): boolean {
  const read = readChain(theirs);
  if (read.space !== id) throw new AppError('membership.invalid', 'the chain is of another space');
  const mine = chainOf(desk.file, id);
  if (mine.length > 0 && standing(mine, theirs) !== 'theirs') {
    loseKeys(desk.file, id, keysBeside(theirs, mine));
    return false;
  }
  if (mine.length === 0) mustBeInvited(desk, id, theirs);
  const shared = sharedLength(mine, theirs);
  const lost = mine.slice(shared).filter(({ by, act }) => by === desk.post.signKey && repeatedActs.includes(act));
  const again = lost.map((made) => ({ act: made.act, subject: made.subject, role: made.role, until: made.until, names: namesOf(desk.file, made) }));
  desk.file.run(sql`DELETE FROM statement WHERE space = ${id} AND number > ${shared}`);
  writeStatements(desk, id, theirs.slice(shared));
  loseKeys(desk.file, id, keysBeside(mine, theirs));
  for (const { act, ...made } of again) {
    if (act === 'found') continue;
    try {
      state(desk, id, { act, ...made });
    } catch (error) {
      // on the branch that stands it is done already, or not for this post to do
      if (!(error instanceof AppError && (error.code === 'membership.invalid' || error.code === 'space.role'))) throw error;
    }
  }
  return true;
}

/** The keys that one chain brought and the other does not know. */
function keysBeside(chain: readonly Statement[], other: readonly Statement[]): readonly string[] {
  const known = new Set(other.map(({ keyId }) => keyId));
  return [...new Set(chain.map(({ keyId }) => keyId))].filter((key) => !known.has(key));
}

/** By words a post hears only the beginning of the hash of the statement that admits it: no other chain is taken for the space. */
function mustBeInvited(desk: Desk, id: string, theirs: readonly Statement[]): void {
  const awaited = desk.file.row<{ statement: string; until: string }>(sql`SELECT statement, until FROM awaited_space WHERE space = ${id}`);
  if (!awaited) return;
  const admitted = theirs.find((made) => made.act === 'admit' && made.subject.signKey === desk.post.signKey && hashOfStatement(made).startsWith(awaited.statement));
  if (!admitted) throw new AppError('invitation.other', 'the space that came is not the one of the invitation');
}

/** Brings a new key where somebody who left still holds the one in force. Only a keeper can. Call inside a transaction. */
export function renewKey(desk: Desk, id: string): boolean {
  const membership = membershipOf(desk.file, id);
  if (!membership || membership.frozen || !needsNewKey(membership) || membership.members.get(desk.post.signKey)?.role !== 'keeper') return false;
  state(desk, id, { act: 'rotate', subject: ownSubject(desk) });
  return true;
}

function writeStatements(desk: Desk, id: string, statements: readonly Statement[]): void {
  const { file } = desk;
  for (const made of statements) {
    const at = desk.now().toISOString();
    file.run(sql`INSERT INTO statement (space, number, json, known_at) VALUES (${id}, ${made.number}, ${canonicalJson(made)}, ${at})`);
    record(file, { at, act: 'membership', details: { space: id, number: made.number, act: made.act, statement: hashOfStatement(made) } });
  }
  adoptKeys(desk, id, statements);
  const membership = membershipOf(file, id);
  // a post that came in on a branch that does not stand is out, as one that was removed
  const wasIn = ['keeper', 'editor', 'reader'].includes(spaceRow(file, id).standing);
  const own = membership?.members.get(desk.post.signKey)?.role ?? membership?.former.get(desk.post.signKey) ?? (wasIn ? 'removed' : undefined);
  if (!membership || own === undefined) return;
  const [first] = chainOf(file, id);
  const name = first && namesOf(file, first).space?.name;
  file.run(sql`UPDATE space SET standing = ${own}, kind = ${membership.kind}, frozen = ${membership.frozen ? 1 : 0}, name = coalesce(${name ?? null}, name) WHERE id = ${id}`);
}

const formerKeys = z.array(z.strictObject({ epoch: z.int().positive(), keyId: z.string(), key: z.base64() }));
const asText = ({ epoch, keyId, key }: SpaceKey): z.infer<typeof formerKeys>[number] => ({ epoch, keyId, key: Buffer.from(key).toString('base64') });

/** The keys that these statements bring to this post: one sealed to it, and the former ones that this one opens. */
function adoptKeys(desk: Desk, id: string, statements: readonly Statement[]): void {
  for (const { wrappedKeys, epoch, keyId } of statements) {
    const wrapped = wrappedKeys.find(({ signKey }) => signKey === desk.post.signKey)?.wrapped;
    const key = wrapped === undefined || keysOf(desk.file, id).has(keyId) ? undefined : openSealed(desk.post.box(), wrapped, wrapContext(id, epoch));
    if (key && keyIdOf(key) === keyId) keepKey(desk, id, { epoch, keyId, key });
  }
  // the newest first: each opens those before it
  for (const made of chainOf(desk.file, id).toReversed()) {
    const key = keysOf(desk.file, id).get(made.keyId);
    const opened = key && made.formerKeys !== undefined ? openWith(key.key, made.formerKeys, `former ${id}`) : undefined;
    if (!opened) continue;
    for (const former of formerKeys.parse(JSON.parse(opened.toString('utf8')))) {
      const bytes = Buffer.from(former.key, 'base64');
      if (keyIdOf(bytes) === former.keyId) keepKey(desk, id, { ...former, key: bytes });
    }
  }
}

function keepKey({ file }: Desk, id: string, { epoch, keyId, key }: SpaceKey): void {
  if (findSpace(file, id)) file.run(sql`INSERT INTO space_key (space, key_id, epoch, key) VALUES (${id}, ${keyId}, ${epoch}, ${key}) ON CONFLICT DO NOTHING`);
}
