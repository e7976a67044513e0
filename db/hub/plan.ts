/**
 * What becomes of the envelopes that a post brings: one decision for both databases.
 *
 * Each position of a space has a digest: the first 16 bytes of SHA-256 over the digest before it and the name of the envelope. A cursor
 * carries it, so a hub that was restored from an older copy is found out even after others have filled it up past that position.
 */
import { createHash } from 'node:crypto';
import type { HubSpace, Incoming, Quota, Verdict } from './store.ts';

export interface Row {
  readonly position: number;
  readonly digest: Uint8Array;
  readonly envelope: Incoming;
}

export interface Plan {
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly Row[];
  readonly space: HubSpace;
  readonly postBytes: number;
}

/** Before the first envelope of a space. */
export const digestOfNothing: Uint8Array = Buffer.alloc(16);

const digestAfter = (digest: Uint8Array, id: Uint8Array): Uint8Array => createHash('sha256').update(digest).update(id).digest().subarray(0, 16);

export function planPush(space: HubSpace, postBytes: number, isHeld: (id: Uint8Array) => boolean, envelopes: readonly Incoming[], quota: Quota): Plan {
  const rows: Row[] = [];
  const inThisPush = new Set<string>();
  let { high, digest, bytes } = space;
  let ofPost = postBytes;
  const verdicts = envelopes.map((envelope): Verdict => {
    const name = Buffer.from(envelope.id).toString('latin1');
    if (inThisPush.has(name) || isHeld(envelope.id)) return 'known';
    const size = envelope.bytes.length;
    if (bytes + size > quota.spaceBytes) return 'spaceFull';
    if (ofPost + size > quota.postBytes) return 'postFull';
    inThisPush.add(name);
    high += 1;
    bytes += size;
    ofPost += size;
    digest = digestAfter(digest, envelope.id);
    rows.push({ position: high, digest, envelope });
    return 'stored';
  });
  return { verdicts, rows, space: { ...space, high, digest, bytes }, postBytes: ofPost };
}
