/**
 * What a hub keeps: of each space its membership statements and its sealed envelopes in the order in which they arrived. The hub is
 * blind: an envelope is bytes with a name (the SHA-256 in its outer part). SQLite (`sqlite.ts`) and PostgreSQL (`postgres.ts`) keep
 * the same promises, and the same tests hold them to it.
 *
 * Failures: AppError `disk.full`, `folder.readonly`, `file.damaged`, `hub.unreachable` (the database does not answer).
 */

export interface HubSpace {
  readonly id: string;
  /** position of the newest envelope; the first is 1 */
  readonly high: number;
  /** the digest at `high` (plan.ts) */
  readonly digest: Uint8Array;
  readonly bytes: number;
  /** how many membership statements are held, and the hash of the last; '' where there are none */
  readonly statements: number;
  readonly head: string;
}

/** One membership statement as it was signed; `hash` names it in the next one. */
export interface HeldStatement {
  readonly hash: string;
  readonly text: string;
}

export interface Incoming {
  /** 32 bytes: its name */
  readonly id: Uint8Array;
  readonly bytes: Uint8Array;
}

/** `known`: it was there already */
export type Verdict = 'stored' | 'known' | 'spaceFull' | 'postFull';

/** Bytes that a space, and one post within it, may bring in all. */
export interface Quota {
  readonly spaceBytes: number;
  readonly postBytes: number;
}

export interface Pushed {
  /** one an envelope, in the order given */
  readonly verdicts: readonly Verdict[];
  /** the space afterwards; what was stored has the last positions up to `high` */
  readonly space: HubSpace;
}

export interface Page {
  readonly space: HubSpace;
  /** the digest at the position after which the page begins; undefined where this hub never came that far */
  readonly before: Uint8Array | undefined;
  readonly envelopes: readonly Uint8Array[];
  /** of the last envelope of the page; equal to where it began when the page is empty */
  readonly position: number;
  readonly digest: Uint8Array;
  readonly more: boolean;
}

export interface SpaceFigures extends HubSpace {
  /** how many posts have brought envelopes */
  readonly posts: number;
  /** ISO moment on the hub's clock; for its keeper to read */
  readonly lastPushAt: string | undefined;
}

export interface HubStore {
  /** which database, for the log: `sqlite` or `postgresql` */
  readonly kind: string;
  /** made with the database: another one means that the hub was emptied or exchanged */
  readonly generation: string;
  readonly space: (id: string) => Promise<HubSpace | undefined>;
  /** the statements from the `from`th on, counted from 0 */
  readonly membership: (space: string, from: number, limit: number) => Promise<readonly HeldStatement[]>;
  /**
   * Keeps the first `keep` statements and puts these after them; makes the space when `head` is ''. False when `head` is not the last
   * statement any more: then the caller verified against another chain.
   */
  readonly setStatements: (space: string, head: string, keep: number, statements: readonly HeldStatement[]) => Promise<boolean>;
  /** All durable when it resolves; every envelope at most once, however often it is brought. */
  readonly push: (space: string, post: string, envelopes: readonly Incoming[], quota: Quota, at: string) => Promise<Pushed>;
  /** At most `limit` envelopes and `maxBytes` (but always one) after the position. */
  readonly pull: (space: string, after: number, limit: number, maxBytes: number) => Promise<Page | undefined>;
  readonly figures: () => Promise<readonly SpaceFigures[]>;
  readonly close: () => Promise<void>;
}
