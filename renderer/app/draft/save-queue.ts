/**
 * The way of a change to the disk. One save is under way at a time; what is typed meanwhile is merged, the latest value of a field
 * winning, and follows as the next save. A change leaves the queue only when the store has acknowledged it as durable: after a
 * failure it waits here and is offered again, so no failure drops a keystroke.
 */
import type { CallError, Result } from '../../../shared/errors.ts';
import type { FieldValue } from '../../../shared/domain/request.ts';
import type { Changes } from './history.ts';

/** From the last keystroke to the save, milliseconds: with the write well within the 300 ms that the post promises. */
export const saveDelay = 120;
/** The longest that steady typing may hold a save back, milliseconds. */
export const saveAtLeastEach = 1000;

export interface Acknowledged {
  readonly seq: number;
  readonly savedAt: string;
}

export type QueueState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'pending' }
  /** the last try failed; everything is in memory and is tried again */
  | { readonly kind: 'failing'; readonly error: CallError };

export interface SaveQueueParts<V = FieldValue> {
  send(changes: Changes<V>): Promise<Result<Acknowledged>>;
  onAcknowledged(saved: Acknowledged): void;
  onState(state: QueueState): void;
  /** the store refuses this value of this field; the other fields are saved without it */
  onRefused(field: string, error: CallError): void;
}

export interface SaveQueue<V = FieldValue> {
  put(changes: Changes<V>): void;
  /** saves now; true when everything that was typed is durable, false when this try failed */
  flush(): Promise<boolean>;
  /** false while something is not yet acknowledged */
  isEmpty(): boolean;
  /** what is on its way or waits: newer than anything that the store can tell */
  unacknowledged(): Changes<V>;
  /** stops the timers; what is not yet saved is given back */
  dispose(): Changes<V>;
}

/**
 * The post may no longer write where the document lies: the exercise was frozen, or the post became a reader of its space, while somebody
 * typed. It goes on trying, for a role can come back; but it may never hold up a lock or another view, which it would for ever.
 */
export const refusedBySpace = ({ code }: Pick<CallError, 'code'>): boolean => code === 'space.frozen' || code === 'space.role';

/** Tried again after these milliseconds; the last one repeats. A restarting store is back soon, a full disk is not. */
export const retryDelays: Partial<Record<CallError['code'], readonly number[]>> = {
  'store.down': [100, 200, 400, 800, 1600],
  'file.busy': [250, 500, 1000],
  'disk.full': [2000, 5000],
  'folder.readonly': [2000, 5000],
  'post.locked': [2000],
  internal: [500, 1000, 2000, 5000],
};
export const retryOtherwise = [5000] as const;

const isEmptyRecord = (record: Changes<unknown>): boolean => Object.keys(record).length === 0;

export function createSaveQueue<V = FieldValue>(parts: SaveQueueParts<V>): SaveQueue<V> {
  let waiting: Record<string, V | null> = {};
  let sending: Changes<V> | undefined;
  /** a save is due as soon as the one under way is answered */
  let due = false;
  let oldestWaiting = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;
  /** fields that were in a refused save: they go one by one, to find the one that is refused */
  let oneByOne = false;
  let flushed: Array<(durable: boolean) => void> = [];

  const isEmpty = (): boolean => sending === undefined && isEmptyRecord(waiting);

  const settle = (durable: boolean): void => {
    const callers = flushed;
    flushed = [];
    for (const caller of callers) caller(durable);
  };

  const schedule = (delay: number): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    if (!disposed) timer = setTimeout(onTimer, delay);
  };

  function onTimer(): void {
    timer = undefined;
    if (sending) due = true;
    else void save();
  }

  function takeNext(): Changes<V> {
    const first = Object.entries(waiting)[0];
    if (!oneByOne || !first) {
      const all = waiting;
      waiting = {};
      return all;
    }
    delete waiting[first[0]];
    return Object.fromEntries([first]);
  }

  async function save(): Promise<void> {
    if (disposed || sending || isEmptyRecord(waiting)) return;
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    const changes = takeNext();
    sending = changes;
    due = false;
    const result = await parts.send(changes).catch((): Result<Acknowledged> => ({ ok: false, error: { code: 'internal', message: 'the save could not be sent' } }));
    sending = undefined;
    if (result.ok) afterSuccess(result.value);
    else afterFailure(changes, result.error);
  }

  function afterSuccess(saved: Acknowledged): void {
    failures = 0;
    parts.onAcknowledged(saved);
    if (isEmptyRecord(waiting)) {
      oneByOne = false;
      parts.onState({ kind: 'saved' });
      settle(true);
      return;
    }
    parts.onState({ kind: 'pending' });
    if (due || oneByOne || flushed.length > 0) void save();
    else if (timer === undefined) schedule(saveDelay);
  }

  function afterFailure(changes: Changes<V>, error: CallError): void {
    const fields = Object.keys(changes);
    const [only] = fields;
    if (error.code === 'input.invalid' && only !== undefined) {
      if (fields.length === 1) parts.onRefused(only, error);
      else {
        oneByOne = true;
        waiting = { ...changes, ...waiting };
      }
      if (isEmptyRecord(waiting)) {
        oneByOne = false;
        parts.onState({ kind: 'saved' });
        settle(false);
      } else void save();
      return;
    }
    // What was typed during the save is newer than what the save carried.
    waiting = { ...changes, ...waiting };
    const delays = retryDelays[error.code] ?? retryOtherwise;
    const delay = delays[Math.min(failures, delays.length - 1)] ?? retryOtherwise[0];
    failures += 1;
    parts.onState({ kind: 'failing', error });
    schedule(delay);
    settle(false);
  }

  return {
    put(changes) {
      if (disposed || isEmptyRecord(changes)) return;
      const now = Date.now();
      if (isEmpty()) {
        oldestWaiting = now;
        parts.onState({ kind: 'pending' });
      } else if (isEmptyRecord(waiting)) oldestWaiting = now;
      waiting = { ...waiting, ...changes };
      // Retries keep their own rhythm: typing on must not hammer a full disk.
      if (failures > 0) return;
      schedule(Math.max(0, Math.min(saveDelay, oldestWaiting + saveAtLeastEach - now)));
    },
    flush() {
      if (isEmpty()) return Promise.resolve(true);
      const answer = new Promise<boolean>((resolve) => flushed.push(resolve));
      if (sending) due = true;
      else void save();
      return answer;
    },
    isEmpty,
    unacknowledged: () => ({ ...sending, ...waiting }),
    dispose() {
      disposed = true;
      if (timer !== undefined) clearTimeout(timer);
      timer = undefined;
      settle(isEmpty());
      return { ...sending, ...waiting };
    },
  };
}
