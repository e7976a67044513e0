/**
 * The way of a log entry to the disk. An entry leaves this queue only when the store has acknowledged it; until then it waits here,
 * in the order in which it was typed, and is offered again. It carries an id made where it was typed, so that an entry whose
 * acknowledgement was lost is not written twice, and the moment at which it was typed, so that waiting does not move it in time.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LogEntry, LogEntryKind } from '../../../shared/domain/log-entry.ts';
import type { CallError, ErrorCode, Result } from '../../../shared/errors.ts';
import { retryDelays, retryOtherwise } from '../../app/draft/save-queue.ts';

export interface TypedEntry {
  /** made where it was typed */
  readonly entry: string;
  readonly text: string;
  readonly kind: LogEntryKind;
  /** zoned moment at which it happened */
  readonly at: string;
  /** id of the entry that it puts right */
  readonly corrects?: string;
}

export interface WaitingEntry extends TypedEntry {
  readonly state: 'waiting' | 'failing' | 'refused';
  /** why the last try failed, or why the store will never take it */
  readonly error?: CallError;
}

export interface LogQueueState {
  /** in the order of typing */
  readonly waiting: readonly WaitingEntry[];
  /** acknowledged since the queue was made, in the order of writing */
  readonly written: readonly LogEntry[];
}

export interface LogQueue {
  readonly store: StoreApi<LogQueueState>;
  add(entry: TypedEntry): void;
  /** tries now; true when nothing waits any more */
  flush(): Promise<boolean>;
  isEmpty(): boolean;
  /** takes a refused entry out, to be typed anew; nothing when it is not refused */
  takeBack(entry: string): TypedEntry | undefined;
  dispose(): void;
}

export interface LogQueueParts {
  send(entry: TypedEntry): Promise<Result<LogEntry>>;
}

/** The store answers these the same at every try: the entry stays on screen until the person takes it back. */
const finalCodes: ReadonlySet<ErrorCode> = new Set(['input.invalid', 'entry.unknown', 'document.unknown', 'reference.unknown']);

/** What the person typed, without how it fares. */
function typedPart({ entry, text, kind, at, corrects }: WaitingEntry): TypedEntry {
  return { entry, text, kind, at, ...(corrects === undefined ? {} : { corrects }) };
}

export function createLogQueue(parts: LogQueueParts): LogQueue {
  const store = createStore<LogQueueState>(() => ({ waiting: [], written: [] }));
  let sending: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let disposed = false;

  const next = (): WaitingEntry | undefined => store.getState().waiting.find(({ state }) => state !== 'refused');

  /** Sends what waits, one after the other, until nothing is left or one try fails. */
  async function run(): Promise<void> {
    try {
      for (let entry = next(); entry; entry = next()) if (!(await offer(typedPart(entry)))) return;
    } finally {
      // in the same breath as the last look at what waits: an entry that is added next starts a run of its own
      sending = undefined;
    }
  }

  /** False when the rest must wait: this try failed, or the queue has ended. */
  async function offer(typed: TypedEntry): Promise<boolean> {
    const result = await parts.send(typed).catch((): Result<LogEntry> => ({ ok: false, error: { code: 'internal', message: 'the entry could not be sent' } }));
    if (disposed) return false;
    if (result.ok) {
      failures = 0;
      store.setState(({ waiting, written }) => ({ waiting: waiting.filter(({ entry }) => entry !== typed.entry), written: [...written, result.value] }));
      return true;
    }
    const { error } = result;
    const isFinal = finalCodes.has(error.code);
    store.setState(({ waiting }) => ({ waiting: waiting.map((one) => (one.entry === typed.entry ? { ...one, state: isFinal ? 'refused' : 'failing', error } : one)) }));
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
    add(entry) {
      if (disposed) return;
      store.setState(({ waiting }) => ({ waiting: [...waiting, { ...entry, state: 'waiting' }] }));
      // While a try is waiting for its turn the new entry waits with it: typing on must not hammer a full disk.
      if (timer === undefined) void start();
    },
    async flush() {
      await start();
      return store.getState().waiting.length === 0;
    },
    isEmpty: () => store.getState().waiting.length === 0,
    takeBack(id) {
      const found = store.getState().waiting.find((one) => one.entry === id && one.state === 'refused');
      if (!found) return undefined;
      store.setState(({ waiting }) => ({ waiting: waiting.filter((one) => one.entry !== id) }));
      return typedPart(found);
    },
    dispose() {
      disposed = true;
      if (timer !== undefined) clearTimeout(timer);
      timer = undefined;
    },
  };
}
