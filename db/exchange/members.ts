/**
 * Who belongs to the spaces of this post, and the keys of those spaces, as the store keeps them. Changing it: membership.ts.
 */
import { AppError } from '../../shared/errors.ts';
import type { MemberName } from '../../shared/domain/space.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { type Membership, readChain } from './chain.ts';
import type { SpaceKey } from './envelope.ts';
import { type Names, type Statement, namesIn, statement } from './statement.ts';

/** Who belongs to a space, undefined for one that was never shared, and every key of it that this post was given, by id. */
export interface Circle {
  readonly membership: Membership | undefined;
  readonly keys: ReadonlyMap<string, SpaceKey>;
}

interface Kept extends Circle {
  /** the last statement as it is written: another one, and all below is read anew */
  readonly last: string;
  readonly keyCount: number;
  readonly chain: readonly Statement[];
}

/** Reading a chain checks every signature in it, so what was read is kept as long as the file says the same. */
const kept = new WeakMap<StoreFile, Map<string, Kept>>();

function read(file: StoreFile, space: string): Kept {
  const last = file.row<{ json: string }>(sql`SELECT json FROM statement WHERE space = ${space} ORDER BY number DESC LIMIT 1`)?.json ?? '';
  const keyCount = file.row<{ count: number }>(sql`SELECT count(*) AS count FROM space_key WHERE space = ${space}`)?.count ?? 0;
  let spaces = kept.get(file);
  if (!spaces) kept.set(file, (spaces = new Map()));
  const held = spaces.get(space);
  if (held?.last === last && held.keyCount === keyCount) return held;

  const chain =
    held?.last === last
      ? held.chain
      : file.rows<{ json: string }>(sql`SELECT json FROM statement WHERE space = ${space} ORDER BY number`).map(({ json }) => statement.parse(JSON.parse(json)));
  const keys = file.rows<{ key_id: string; epoch: number; key: Uint8Array }>(sql`SELECT key_id, epoch, key FROM space_key WHERE space = ${space}`);
  const made: Kept = {
    last,
    keyCount,
    chain,
    membership: held?.last === last ? held.membership : chain.length === 0 ? undefined : readChain(chain),
    keys: new Map(keys.map(({ key_id, epoch, key }) => [key_id, held?.keys.get(key_id) ?? { keyId: key_id, epoch, key }])),
  };
  spaces.set(space, made);
  return made;
}

/** In order; empty for a space that was never shared. */
export function chainOf(file: StoreFile, space: string): readonly Statement[] {
  return read(file, space).chain;
}

/** Both at once, as the file says now. */
export function circleOf(file: StoreFile, space: string): Circle {
  return read(file, space);
}

/** Undefined for a space that was never shared. */
export function membershipOf(file: StoreFile, space: string): Membership | undefined {
  return read(file, space).membership;
}

/** By their ids: every key of the space that this post was given. */
export function keysOf(file: StoreFile, space: string): ReadonlyMap<string, SpaceKey> {
  return read(file, space).keys;
}

/** The key in force. Throws `space.role` when this post does not have it. */
export function keyInForce(file: StoreFile, space: string): SpaceKey {
  const { membership, keys } = read(file, space);
  const key = membership && keys.get(membership.keyId);
  if (!key) throw new AppError('space.role', 'the post has no key of the space', { details: { id: space } });
  return key;
}

/** What a statement says in its sealed part, where this post has its key. */
export function namesOf(file: StoreFile, made: Statement): Names {
  const key = keysOf(file, made.space).get(made.keyId);
  return (key && namesIn(key.key, made)) ?? {};
}

/** Names of all posts that ever were in the space, by their signing keys. */
export function memberNames(file: StoreFile, space: string): ReadonlyMap<string, MemberName> {
  const names = new Map<string, MemberName>();
  for (const made of chainOf(file, space)) {
    const { member } = namesOf(file, made);
    if (member) names.set(made.subject.signKey, member);
  }
  return names;
}
