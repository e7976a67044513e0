/** What an exchange found, while it goes on, and as the report of it. */
import type { ImportReport, Refusal, WaitingFor } from '../../shared/domain/exchange.ts';
import { fingerprintOf } from '../documents/identity.ts';

export interface Tally {
  readonly numbers: { received: number; taken: number; known: number };
  /** what was kept to be tried again, by the id of its envelope: it may yet be taken in before the end */
  readonly kept: Map<string, Kept>;
  readonly refused: Map<Refusal, { count: number; readonly posts: Set<string> }>;
  readonly waiting: Map<WaitingFor, number>;
  readonly elsewhere: Map<string, number>;
  /** documents that are new or changed, with the fields that changed */
  readonly documents: Map<string, Set<string>>;
  /** of those, what changed since it was last told: whoever tells it empties it */
  readonly news: Set<string>;
  readonly differences: Set<string>;
}

export function newTally(): Tally {
  return { numbers: { received: 0, taken: 0, known: 0 }, kept: new Map(), refused: new Map(), waiting: new Map(), elsewhere: new Map(), documents: new Map(), news: new Set(), differences: new Set() };
}

export type Counted =
  | { readonly is: 'taken' | 'known' }
  | { readonly is: 'refused'; readonly why: Refusal }
  | { readonly is: 'waiting'; readonly why: WaitingFor }
  | { readonly is: 'elsewhere'; readonly space: string };

type Kept = Extract<Counted, { readonly why: unknown }>;

/** What was counted as waiting or refused in this exchange was taken in after all. */
export function countTakenAfterAll(tally: Tally, id: string): void {
  const kept = tally.kept.get(id);
  if (!kept) return;
  tally.kept.delete(id);
  tally.numbers.taken += 1;
  if (kept.is === 'waiting') lower(tally.waiting, kept.why);
  else {
    const held = tally.refused.get(kept.why);
    if (held) held.count -= 1;
    if (held?.count === 0) tally.refused.delete(kept.why);
  }
}

function lower<K>(counts: Map<K, number>, key: K): void {
  const left = (counts.get(key) ?? 0) - 1;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}

export function count(tally: Tally, counted: Counted, signer?: Uint8Array): void {
  switch (counted.is) {
    case 'taken':
    case 'known':
      tally.numbers[counted.is] += 1;
      break;
    case 'refused': {
      const held = tally.refused.get(counted.why) ?? { count: 0, posts: new Set<string>() };
      held.count += 1;
      if (signer && held.posts.size < 20) held.posts.add(fingerprintOf(signer));
      tally.refused.set(counted.why, held);
      break;
    }
    case 'waiting':
      tally.waiting.set(counted.why, (tally.waiting.get(counted.why) ?? 0) + 1);
      break;
    case 'elsewhere':
      tally.elsewhere.set(counted.space, (tally.elsewhere.get(counted.space) ?? 0) + 1);
      break;
  }
}

export function reportOf(tally: Tally, whole: boolean): ImportReport {
  return {
    ...tally.numbers,
    refused: [...tally.refused].map(([why, { count: counted, posts }]) => ({ why, count: counted, posts: [...posts] })),
    waiting: [...tally.waiting].map(([why, counted]) => ({ why, count: counted })),
    elsewhere: [...tally.elsewhere].map(([spaceId, counted]) => ({ spaceId, count: counted })),
    documents: [...tally.documents.keys()],
    differences: [...tally.differences],
    whole,
  };
}
