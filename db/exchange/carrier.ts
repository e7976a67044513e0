/**
 * What carries envelopes between posts: a hub, a file, or memory in a test. A carrier knows ids of spaces and keys of posts, never
 * what is in an envelope. Everything here may be repeated: a set of envelopes does not change by being sent twice.
 */
import type { Statement } from './statement.ts';

export interface CarrierState {
  /** which carrier this is: the pinned key of a hub; another identity under the same name is never trusted */
  readonly identity: string;
  /** changes when a store was emptied, restored or exchanged: cursors of another generation mean nothing */
  readonly generation: string;
}

export interface Pulled {
  /** whole sealed envelopes, as they were pushed */
  readonly envelopes: readonly Uint8Array[];
  /** where to go on; opaque */
  readonly cursor: string;
  readonly more: boolean;
  /** the highest place that the carrier ever gave in this space; lower than what a post has seen means that it lost data */
  readonly highest: string;
}

export interface Carrier {
  /** stable name of the carrier on this post */
  readonly id: string;
  readonly kind: 'hub' | 'file';
  /** throws `hub.unreachable`, `hub.stranger` */
  readonly state: (signal?: AbortSignal) => Promise<CarrierState>;
  /** the chain of the space from statement `from` (1 is the first) */
  readonly pullMembership: (space: string, from: number, signal?: AbortSignal) => Promise<readonly Statement[]>;
  /**
   * Adds statements at the end of the chain. The carrier answers with the chain as it has it now: where it holds another branch, the
   * post chooses (chain.ts) and, if its own wins, sends it whole from the first that differs.
   */
  readonly pushMembership: (space: string, statements: readonly Statement[], signal?: AbortSignal) => Promise<readonly Statement[]>;
  /** gives the ids (SHA-256 of the sealed bytes, hex) of what is stored durably now; what is not named was not stored */
  readonly push: (space: string, envelopes: readonly Uint8Array[], signal?: AbortSignal) => Promise<readonly string[]>;
  /** `cursor` undefined: from the beginning; `limit` in bytes */
  readonly pull: (space: string, cursor: string | undefined, limit: number, signal?: AbortSignal) => Promise<Pulled>;
  /** where a post stands that pulled up to `cursor`, when all that came since is what it pushed itself; else `cursor` */
  readonly pastOwn?: (space: string, cursor: string) => string;
}
