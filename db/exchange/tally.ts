/** What an exchange found, while it goes on, and as the report of it. */
import type { ImportReport, Refusal, WaitingFor } from '../../shared/domain/exchange.ts';
import { fingerprintOf } from '../documents/identity.ts';

export interface Tally {
  readonly numbers: { received: number; taken: number; known: number; replayed: number };
  readonly refused: Map<Refusal, { count: number; readonly posts: Set<string> }>;
  readonly waiting: Map<WaitingFor, number>;
  readonly elsewhere: Map<string, number>;
  /** documents that are new or changed, with the fields that changed */
  readonly documents: Map<string, Set<string>>;
  readonly differences: Set<string>;
}

export function newTally(): Tally {
  return { numbers: { received: 0, taken: 0, known: 0, replayed: 0 }, refused: new Map(), waiting: new Map(), elsewhere: new Map(), documents: new Map(), differences: new Set() };
}

export type Counted =
  | { readonly is: 'taken' | 'known' }
  | { readonly is: 'refused'; readonly why: Refusal }
  | { readonly is: 'waiting'; readonly why: WaitingFor }
  | { readonly is: 'elsewhere'; readonly space: string };

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

/**
 * The report as the window shows it. What waited at first and was taken in before the end counts as taken: `waitingNow` is what still waits.
 */
export function reportOf(tally: Tally, whole: boolean): ImportReport {
  // what was parked and then replayed within this exchange waits no more
  let left = tally.numbers.replayed;
  const waiting = [...tally.waiting].flatMap(([why, counted]) => {
    const done = Math.min(left, counted);
    left -= done;
    return counted > done ? [{ why, count: counted - done }] : [];
  });
  const waited = [...tally.waiting.values()].reduce((sum, one) => sum + one, 0);
  return {
    received: tally.numbers.received,
    taken: tally.numbers.taken + Math.min(tally.numbers.replayed, waited),
    known: tally.numbers.known,
    refused: [...tally.refused].map(([why, { count: counted, posts }]) => ({ why, count: counted, posts: [...posts] })),
    waiting,
    elsewhere: [...tally.elsewhere].map(([spaceId, counted]) => ({ spaceId, count: counted })),
    documents: [...tally.documents.keys()],
    differences: [...tally.differences],
    whole,
  };
}
