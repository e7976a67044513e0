/**
 * The way to the disk of what is entered at once and never changed: an entry of the log, a step of a request. It leaves this queue
 * only when the store has acknowledged it; until then it waits here, in the order in which it was typed, and is offered again. It
 * carries an id made where it was typed, so that an entry whose acknowledgement was lost is not written twice, and the moment at which
 * it was typed, so that waiting does not move it in time.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallError, ErrorCode, Result } from '../../../shared/errors.ts';
import { retryDelays, retryOtherwise } from './save-queue.ts';

export interface Typed {
  /** made where it was typed */
  readonly entry: string;
}

export interface Waiting<T extends Typed> {
  readonly typed: T;
  readonly state: 'waiting' | 'failing' | 'refused';
  /** why the last try failed, or why the store will never take it */
  readonly error?: CallError;
}

export interface EntryQueueState<T extends Typed, W> {
  /** in the order of typing */
  readonly waiting: readonly Waiting<T>[];
  /** acknowledged since the queue was made, in the order of writing */
  readonly written: readonly W[];
}

export interface EntryQueue<T extends Typed, W> {
  readonly store: StoreApi<EntryQueueState<T, W>>;
  add(entry: T): void;
  /** tries now; true when nothing waits any more */
  flush(): Promise<boolean>;
  isEmpty(): boolean;
  /** takes a refused entry out, to be typed anew; nothing when it is not refused */
  takeBack(entry: string): T | undefined;
  dispose(): void;
}

export interface EntryQueueParts<T extends Typed, W> {
  send(entry: T): Promise<Result<W>>;
}

/** The store answers these the same at every try: the entry stays on screen until the person takes it back. */
const finalCodes: ReadonlySet<ErrorCode> = new Set(['input.invalid', 'entry.unknown', 'document.unknown', 'reference.unknown', 'step.impossible', 'space.frozen', 'space.role']);

export function createEntryQueue<T extends Typed, W>(parts: EntryQueueParts<T, W>): EntryQueue<T, W> {
  const store = createStore<EntryQueueState<T, W>>(() => ({ waiting: [], written: [] }));
  let sending: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let disposed = false;

  const next = (): Waiting<T> | undefined => store.getState().waiting.find(({ state }) => state !== 'refused');

  /** Sends what waits, one after the other, until nothing is left or one try fails. */
  async function run(): Promise<void> {
    try {
      for (let one = next(); one; one = next()) if (!(await offer(one.typed))) return;
    } finally {
      // in the same breath as the last look at what waits: an entry that is added next starts a run of its own
      sending = undefined;
    }
  }

  /** False when the rest must wait: this try failed, or the queue has ended. */
  async function offer(typed: T): Promise<boolean> {
    const result = await parts.send(typed).catch((): Result<W> => ({ ok: false, error: { code: 'internal', message: 'the entry could not be sent' } }));
    if (disposed) return false;
    if (result.ok) {
      failures = 0;
      store.setState(({ waiting, written }) => ({ waiting: waiting.filter((one) => one.typed.entry !== typed.entry), written: [...written, result.value] }));
      return true;
    }
    const { error } = result;
    const isFinal = finalCodes.has(error.code);
    store.setState(({ waiting }) => ({ waiting: waiting.map((one) => (one.typed.entry === typed.entry ? { typed, state: isFinal ? 'refused' : 'failing', error } : one)) }));
    if (isFinal) return true;
    const delays = retryDelays[error.code] ?? retryOtherwise;
    timer = setTimeout(() => void start(), delays[Math.min(failures, delays.length - 1)] ?? retryOtherwise[0]);
    failures += 1;
    return false;
  }

  function start(): Promise<void> {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    if (sending) return sending;
    if (disposed || !next()) return Promise.resolve();
    sending = run();
    return sending;
  }

  return {
    store,
    add(typed) {
      if (disposed) return;
      store.setState(({ waiting }) => ({ waiting: [...waiting, { typed, state: 'waiting' }] }));
      // While a try is waiting for its turn the new entry waits with it: typing on must not hammer a full disk.
      if (timer === undefined) void start();
    },
    async flush() {
      await start();
      return store.getState().waiting.length === 0;
    },
    isEmpty: () => store.getState().waiting.length === 0,
    takeBack(id) {
      const found = store.getState().waiting.find(({ typed, state }) => typed.entry === id && state === 'refused');
      if (!found) return undefined;
      store.setState(({ waiting }) => ({ waiting: waiting.filter((one) => one !== found) }));
      return found.typed;
    },
    dispose() {
      disposed = true;
      if (timer !== undefined) clearTimeout(timer);
      timer = undefined;
    },
  };
}
