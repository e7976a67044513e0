/**
 * One statement about who belongs to a space, signed by the post that makes it and naming the one before it: a space is a chain of
 * these (chain.ts). A hub reads them to know who may read and write, and so learns keys of posts, roles, and when keys changed; the
 * names of posts and of the space stand in `sealed`, under the key of the space.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { instant } from '../../shared/domain/basics.ts';
import { type MemberName, memberName, membershipAct, publicKeyText, spaceKind, spaceName, spaceRole } from '../../shared/domain/space.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { isSignedBy, openWith, sealWith } from './keys.ts';

const base64 = (most: number): z.ZodString => z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/).max(most);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const statement = z.strictObject({
  format: z.literal('steunpunt-membership/1'),
  space: z.uuid(),
  kind: spaceKind,
  /** 1, 2, 3… without a gap */
  number: z.int().positive(),
  /** SHA-256 of the canonical JSON of the statement before, signature included; null for the first */
  previous: hash.nullable(),
  act: membershipAct,
  /** whom it is about; of found, leave, rotate and freeze the post that makes it */
  subject: z.strictObject({ signKey: publicKeyText, boxKey: publicKeyText }),
  /** of found, admit and role */
  role: spaceRole.optional(),
  /** of admit: until when the invitation may be taken up */
  until: instant.optional(),
  /** the key that is in force after this statement */
  epoch: z.int().positive().max(0xffff_ffff),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** names, sealed with that key: base64 */
  sealed: base64(4000),
  /** that key, sealed to the X25519 key of each post that gets it here */
  wrappedKeys: z.array(z.strictObject({ signKey: publicKeyText, wrapped: base64(400) })).max(1000),
  /** of a statement that brings a new key: the keys before it, sealed with the new one */
  formerKeys: base64(400_000).optional(),
  /** the post that makes it */
  by: publicKeyText,
  signature: base64(100),
});
export type Statement = z.infer<typeof statement>;
export type Unsigned = Omit<Statement, 'signature'>;

const names = z.strictObject({ space: z.strictObject({ name: spaceName, regionCode: z.string().optional() }).optional(), member: memberName.optional() });
export interface Names {
  readonly space?: { readonly name: string; readonly regionCode?: string | undefined } | undefined;
  readonly member?: MemberName | undefined;
}

export function hashOfStatement(made: Statement): string {
  return createHash('sha256').update(canonicalJson(made)).digest('hex');
}

export function signStatement(made: Unsigned, sign: (data: Uint8Array) => Uint8Array): Statement {
  return { ...made, signature: Buffer.from(sign(signedPart(made))).toString('base64') };
}

export function isSignedStatement({ signature, ...made }: Statement): boolean {
  return isSignedBy(Buffer.from(made.by, 'base64'), signedPart(made), Buffer.from(signature, 'base64'));
}

export function sealNames(key: Uint8Array, space: string, told: Names): string {
  return sealWith(key, Buffer.from(canonicalJson(told), 'utf8'), `names ${space}`);
}

/** The names in it, or undefined when this is not its key. */
export function namesIn(key: Uint8Array, { space, sealed }: Pick<Statement, 'space' | 'sealed'>): Names | undefined {
  const opened = openWith(key, sealed, `names ${space}`);
  if (!opened) return undefined;
  const read = names.safeParse(JSON.parse(opened.toString('utf8')));
  return read.success ? read.data : undefined;
}

/** What wrapped and former keys are bound to. */
export const wrapContext = (space: string, epoch: number): string => `key ${space} ${epoch}`;

function signedPart(made: Unsigned): Buffer {
  return Buffer.from(`steunpunt-membership/1\n${canonicalJson(made)}`, 'utf8');
}
