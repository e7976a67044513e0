/**
 * Main's end of the port to the store process: starts it, carries calls to it, starts it again when it dies, and ends it for good at
 * lock and at close. What was acknowledged is on disk; what was not is asked again where that does no harm, else it is an error.
 */
import { randomFillSync } from 'node:crypto';
import type { UtilityProcess } from 'electron';
import { type CallName, type EventName, type EventPayload, type PostStatus, calls } from '../../shared/contract.ts';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import type { BundleChoice } from '../../shared/domain/exchange.ts';
import type { Written } from '../export/archive.ts';
import type { ArchivePaper, Exported, FromStore, Paper, Rendered, SharedFile, ToStore } from '../store/port.ts';

export type StoreProcess = Pick<UtilityProcess, 'postMessage' | 'kill' | 'pid' | 'on'>;
export type StoreState = EventPayload<'store.state'>;

export interface StoreLinkOptions {
  readonly fork: () => StoreProcess;
  readonly profileDir: string;
  readonly packsDir: string;
  /** whether the profile folder holds a post */
  readonly holdsPost: () => boolean;
  readonly onEvent: (name: EventName, payload: unknown) => void;
  readonly onState: (state: StoreState) => void;
  /** for the archives that the store writes */
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly log: (line: string) => void;
}

export interface StoreLink {
  readonly call: (name: CallName, input: unknown) => Promise<Result<unknown>>;
  readonly render: (paper: Paper, locale: Locale) => Promise<Result<Rendered>>;
  /** writes an archive at the path; `job.progress` tells how far it is */
  readonly writeArchive: (path: string, paper: ArchivePaper, locale: Locale) => Promise<Result<Written>>;
  /** ends the archive that is being written */
  readonly stopArchive: () => Promise<Result<unknown>>;
  readonly exported: (file: Exported) => Promise<Result<unknown>>;
  readonly attach: (dossierId: string, path: string) => Promise<Result<Attachment>>;
  /** writes an exchange file at the path */
  readonly writeBundle: (path: string, choice: BundleChoice) => Promise<Result<{ readonly bytes: number; readonly envelopes: number }>>;
  /** takes in an exchange file, or reads a card or an invitation */
  readonly readShared: (path: string) => Promise<Result<SharedFile>>;
  readonly state: () => StoreState;
  /** ends the process and forgets both halves of its key; resolves when a fresh, locked one was started */
  readonly lock: () => Promise<void>;
  /** ends the process; the link answers nothing any more */
  readonly close: () => Promise<void>;
}

/** milliseconds before the first, second… start after a death; the last holds from then on */
const backOff = [50, 250, 1000, 3000, 10_000] as const;
/** deaths in a row after which the window is told that the store does not come back; it is still tried */
const deathsUntilFailed = backOff.length;
const startLimitMs = 30_000;
const closeLimitMs = 5000;
const killLimitMs = 1000;
/** how often a call is made before it is taken for what ends the process */
const attemptLimit = 2;
/** a process that lived this long after its start begins a new row of deaths */
const healthyAfterMs = 30_000;

type Request = Extract<ToStore, { readonly id: number }>;
type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

interface Pending {
  readonly request: Request;
  readonly repeatable: boolean;
  readonly resolve: (result: Result<unknown>) => void;
  sent: boolean;
  attempts: number;
}

interface Child {
  readonly process: StoreProcess;
  readonly exited: Promise<void>;
  readonly closed: Promise<void>;
}

const failure = (code: CallError['code'], message: string): Result<never> => ({ ok: false, error: { code, message } });
const after = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

function endNow(target: StoreProcess): void {
  target.kill();
  setTimeout(() => {
    // `kill` asks; a process that hangs in native code does not listen
    try {
      // no pid: it is gone; and 0 would mean our own whole group
      if (target.pid) process.kill(target.pid, 'SIGKILL');
    } catch {
      // gone already
    }
  }, killLimitMs).unref();
}

export function createStoreLink(options: StoreLinkOptions): StoreLink {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let child: Child | undefined;
  let state: StoreState = { state: 'starting', restarts: 0 };
  let deaths = 0;
  let timers: NodeJS.Timeout[] = [];
  let stopping: Promise<void> | undefined;
  let closedForGood = false;
  /** Both halves of the key of an unlocked stretch: the seal is ours, what it sealed came from the store. */
  let seal = randomFillSync(new Uint8Array(32));
  let sealedKey: Uint8Array | undefined;

  function tell(next: StoreState['state'], restarts = state.restarts): void {
    state = { state: next, restarts };
    options.onState(state);
  }

  function clearTimers(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  }

  function settle(id: number, result: Result<unknown>): void {
    const waiting = pending.get(id);
    pending.delete(id);
    waiting?.resolve(result);
  }

  function flush(): void {
    if (state.state !== 'ready' || stopping) return;
    for (const waiting of pending.values()) {
      if (waiting.sent) continue;
      waiting.sent = true;
      waiting.attempts += 1;
      child?.process.postMessage(waiting.request);
    }
  }

  function receive(from: StoreProcess, message: FromStore, onClosed: () => void): void {
    if (message.type === 'closed') return onClosed();
    if (child?.process !== from) return;
    if (message.type === 'reply') settle(message.id, message.result);
    else if (message.type === 'event') options.onEvent(message.name, message.payload);
    else if (message.type === 'print') void printFor(from, message);
    else if (message.type === 'sealedKey') sealedKey = message.sealedKey;
    else {
      clearTimers();
      timers.push(setTimeout(() => (deaths = 0), healthyAfterMs).unref());
      tell('ready');
      flush();
    }
  }

  async function printFor(from: StoreProcess, { print, html }: Extract<FromStore, { type: 'print' }>): Promise<void> {
    const result: Result<Uint8Array> = await options.print(html).then(
      (value) => ({ ok: true, value }),
      (error: unknown) => {
        options.log(`printing failed: ${error instanceof Error ? error.name : 'unknown'}`);
        return failure('export.failed', 'printing failed');
      },
    );
    if (child?.process === from) from.postMessage({ type: 'printed', print, result } satisfies ToStore);
  }

  function start(): void {
    const forked = options.fork();
    const closed = Promise.withResolvers<void>();
    const exited = new Promise<void>((resolve) => {
      forked.on('exit', (code) => {
        resolve();
        if (child?.process === forked && !stopping) died(code);
      });
    });
    child = { process: forked, exited, closed: closed.promise };
    forked.on('message', (message: FromStore) => receive(forked, message, closed.resolve));
    forked.postMessage({ type: 'start', profileDir: options.profileDir, packsDir: options.packsDir, seal, ...(sealedKey ? { sealedKey } : {}) } satisfies ToStore);
    timers.push(
      setTimeout(() => {
        options.log('store did not start in time');
        endNow(forked);
      }, startLimitMs).unref(),
    );
  }

  function died(code: number): void {
    options.log(`store process ended (${code})`);
    child = undefined;
    clearTimers();
    deaths += 1;
    const failed = deaths >= deathsUntilFailed;
    for (const [id, waiting] of pending) {
      const mayRepeat = waiting.repeatable && waiting.attempts < attemptLimit;
      if (failed || (waiting.sent && !mayRepeat)) settle(id, failure('store.down', 'the store process ended during the call'));
      else waiting.sent = false;
    }
    tell(failed ? 'failed' : 'restarting', state.restarts + 1);
    timers.push(setTimeout(start, backOff[Math.min(deaths, backOff.length) - 1]));
  }

  /** Ends the running process, whatever it is doing, and waits until it is gone. */
  async function stop(): Promise<void> {
    clearTimers();
    const ending = child;
    if (!ending) return;
    ending.process.postMessage({ type: 'close' } satisfies ToStore);
    await Promise.race([ending.closed, ending.exited, after(closeLimitMs)]);
    // a moment to leave by itself after its last word
    await Promise.race([ending.exited, after(100)]);
    child = undefined;
    const timer = setTimeout(() => endNow(ending.process), 0);
    await ending.exited;
    clearTimeout(timer);
  }

  /** Without a key no process can be open: the lock screen need not wait until one has started. */
  function statusWithoutStore(name: CallName): Result<PostStatus> | undefined {
    const isComing = state.state === 'starting' || state.state === 'restarting';
    if (name !== 'post.status' || sealedKey || stopping || closedForGood || !isComing) return undefined;
    return { ok: true, value: { state: options.holdsPost() ? 'locked' : 'new' } };
  }

  function request(message: Unnumbered<Request>, repeatable: boolean): Promise<Result<unknown>> {
    if (closedForGood || state.state === 'failed') return Promise.resolve(failure('store.down', 'the store process is not running'));
    const id = nextId;
    nextId += 1;
    return new Promise((resolve) => {
      pending.set(id, { request: { ...message, id }, repeatable, resolve, sent: false, attempts: 0 });
      flush();
    });
  }

  start();
  options.onState(state);

  return {
    call: async (name, input) => statusWithoutStore(name) ?? (await request({ type: 'call', name, input }, 'repeatable' in calls[name])),
    // the answer to `render` is what the port says it is
    render: (paper, locale) => request({ type: 'render', paper, locale }, true) as Promise<Result<Rendered>>,
    writeArchive: (path, paper, locale) => request({ type: 'writeArchive', path, paper, locale }, false) as Promise<Result<Written>>,
    stopArchive: () => request({ type: 'stopArchive' }, true),
    exported: (file) => request({ type: 'exported', ...file }, false),
    // the same file under the same name gives the attachment that is there, so a repeat does no harm
    attach: (dossierId, path) => request({ type: 'attach', dossierId, path }, true) as Promise<Result<Attachment>>,
    writeBundle: (path, choice) => request({ type: 'writeBundle', path, choice }, true) as Promise<Result<{ bytes: number; envelopes: number }>>,
    // what was taken in before is known when it is read again
    readShared: (path) => request({ type: 'readShared', path }, true) as Promise<Result<SharedFile>>,
    state: () => state,
    lock: () => {
      stopping ??= (async () => {
        await stop();
        seal.fill(0);
        sealedKey?.fill(0);
        seal = randomFillSync(new Uint8Array(32));
        sealedKey = undefined;
        for (const [id, waiting] of pending) if (waiting.sent) settle(id, failure('post.locked', 'the post was locked during the call'));
        stopping = undefined;
        tell('starting');
        start();
      })();
      return stopping;
    },
    close: async () => {
      closedForGood = true;
      await stopping;
      stopping = stop();
      await stopping;
      seal.fill(0);
      sealedKey?.fill(0);
      for (const id of pending.keys()) settle(id, failure('store.down', 'the application is closing'));
    },
  };
}
