/**
 * Vouchers: what a post that was removed wrote before it was known to be removed, is kept; what it brings afterwards is refused. Nobody can
 * tell the two apart by a clock. So a member that had it in time says so, once, for all of it, and then every post takes it in.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { revisionId } from '../../shared/domain/basics.ts';
import { canonicalJson } from '../documents/canonical.ts';
import type { Desk } from '../documents/desk.ts';
import { findSpace, writes } from '../documents/spaces.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { mayWrite } from './chain.ts';
import { envelopeType } from './envelope.ts';
import { rawSignKey, spkiOfSignKey } from './keys.ts';
import { keyInForce, membershipOf } from './members.ts';
import { contentOf, keepSealed } from './sealed.ts';

const mostPerVoucher = 5000;

const voucher = z.strictObject({ format: z.literal('steunpunt-voucher/1'), space: z.uuid(), revisions: z.array(revisionId).min(1).max(mostPerVoucher) });

export interface Voucher extends z.infer<typeof voucher> {
  readonly id: string;
}

/**
 * Speaks for everything in the space that was made by posts that may not write in it any more, and that nobody spoke for who still may.
 * Call inside a transaction.
 */
export function vouch(desk: Desk, space: string): void {
  const { file } = desk;
  const membership = membershipOf(file, space);
  const row = findSpace(file, space);
  if (!membership || !row || !writes(row)) return;
  const signers = file
    .rows<{ signer: Uint8Array }>(sql`SELECT DISTINCT author AS signer FROM envelope WHERE space = ${space} AND type = ${envelopeType.revision}`)
    .filter(({ signer }) => !mayWrite(membership.members.get(base64OfRaw(signer))));
  const counting = file
    .rows<{ id: string; signer: Uint8Array }>(sql`SELECT id, signer FROM voucher WHERE space = ${space}`)
    .filter(({ signer }) => mayWrite(membership.members.get(Buffer.from(signer).toString('base64'))))
    .map(({ id }) => id);
  const revisions = signers.flatMap(({ signer }) =>
    file
      .rows<{ ref: string }>(sql`
        SELECT ref FROM envelope WHERE space = ${space} AND type = ${envelopeType.revision} AND author = ${signer}
          AND ref NOT IN (SELECT revision FROM vouched WHERE voucher IN (SELECT value FROM json_each(${JSON.stringify(counting)})))`)
      .map(({ ref }) => ref),
  );
  for (let from = 0; from < revisions.length; from += mostPerVoucher) {
    const body = canonicalJson({ format: 'steunpunt-voucher/1', space, revisions: revisions.slice(from, from + mostPerVoucher).sort() });
    const made = keepVoucher(file, { body, signature: desk.post.sign(signedPart(body)), signer: desk.post.publicKey });
    keepSealed(file, { space, type: envelopeType.voucher, ref: made.id, part: 0, author: rawSignKey(desk.post.publicKey) }, keyInForce(file, space), contentOf(file, envelopeType.voucher, made.id, 0));
  }
}

const base64OfRaw = (raw: Uint8Array): string => spkiOfSignKey(raw).toString('base64');

export interface SignedVoucher {
  readonly body: string;
  readonly signature: Uint8Array;
  readonly signer: Uint8Array;
}

/** What the body of a voucher says; undefined when it is none. */
export function readVoucher(body: string): z.infer<typeof voucher> | undefined {
  try {
    return voucher.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** Of what `readVoucher` took for a voucher. Call inside a transaction. */
export function keepVoucher(file: StoreFile, { body, signature, signer }: SignedVoucher): Voucher {
  const id = createHash('sha256').update(body).update(signer).digest('hex');
  const made = voucher.parse(JSON.parse(body));
  file.run(sql`INSERT INTO voucher (id, space, body, signature, signer) VALUES (${id}, ${made.space}, ${body}, ${signature}, ${signer}) ON CONFLICT DO NOTHING`);
  for (const revision of made.revisions) file.run(sql`INSERT INTO vouched (revision, voucher) VALUES (${revision}, ${id}) ON CONFLICT DO NOTHING`);
  return { ...made, id };
}

/** A voucher counts in its own space alone: who may write in another one says nothing about this one. */
export function isVouched(file: StoreFile, space: string, revision: string): boolean {
  return file.row(sql`SELECT revision FROM vouched JOIN voucher ON voucher.id = vouched.voucher WHERE revision = ${revision} AND voucher.space = ${space}`) !== undefined;
}

export const signedPart = (body: string): Buffer => Buffer.from(`steunpunt-voucher/1\n${body}`, 'utf8');
