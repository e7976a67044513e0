/**
 * Moves the write-ahead log into the file on a thread of its own, during long work: each page is encrypted anew where it is moved to, and
 * the store would answer nobody meanwhile. The thread has a connection of its own; SQLite keeps the two apart. The log starts over when all
 * of it was moved; what was written while the thread was at it (little) is moved here now and then, so that it does.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type StoreFile, sql } from './driver.ts';
import { whereThereIsRoom } from './failures.ts';

/** Given to the thread at its start. The key is the only copy: the thread zeroes it. */
export interface LogMoverStart {
  readonly path: string;
  readonly key: Uint8Array;
}

/** After each time: whether the log was moved; what stood in the way is met again, and told, where it is moved without the thread. */
export type LogMoverAnswer = { readonly moved: true } | { readonly moved: false; readonly why: string };

/** Pages after which the log is moved on: with a thread, in which the same pages written again cost nothing; and without, some 30 ms. */
export const longForThread = 3_000;
export const longHere = 1_000;
/** Pages of the log, moved or not, at which what the thread left is moved here (some 10 ms), so that the log starts over (40 MB). */
const longEnough = 10_000;
/** The thread does not keep up: moved here all the same, so that the log does not grow on and on (96 MB). */
const tooLong = 24_000;
/** The thread ends when nothing was asked of it for so long. */
const idleMs = 20_000;

/** Bundled, the thread's file lies beside the store's. */
const threadFile = import.meta.url.endsWith('.ts') ? 'log-mover-thread.ts' : 'log-mover.js';

export interface LogMover {
  /** From so many pages on. Throws what stands in the way of moving, except for a full disk: the log is part of the store */
  readonly moveOn: (from?: number) => void;
  /** before the file is closed */
  readonly close: () => Promise<void>;
}

interface LogState {
  readonly pages: number;
  /** of these, not in the file yet */
  readonly waiting: number;
}

function logState(file: StoreFile): LogState {
  const state = file.row<{ log: number; checkpointed: number }>(sql`PRAGMA wal_checkpoint(NOOP)`);
  return state && state.log > 0 ? { pages: state.log, waiting: state.log - state.checkpointed } : { pages: 0, waiting: 0 };
}

/** Pages of the log that are not in the file yet. */
export function pagesInLog(file: StoreFile): number {
  return logState(file).waiting;
}

function moveHere(file: StoreFile): void {
  whereThereIsRoom(() => void file.pragma('wal_checkpoint(PASSIVE)'));
}

function moveLongLog(file: StoreFile): void {
  if (pagesInLog(file) >= longHere) moveHere(file);
}

/** Between two of many transactions: on the thread where there is one. Throws as `LogMover.moveOn`. */
export function moveLogOn({ file, logMover }: { readonly file: StoreFile; readonly logMover?: LogMover | undefined }): void {
  if (logMover) logMover.moveOn();
  else moveLongLog(file);
}

/**
 * `key` gives a copy of the key of the file, which is zeroed. The thread starts when it is first needed; `without` is told why there is none
 * any more, and the work goes on without it.
 */
export function createLogMover(file: StoreFile, key: () => Uint8Array, without: (why: unknown) => void): LogMover {
  let worker: Worker | undefined;
  let state: 'resting' | 'moving' | 'moved' | 'without thread' = 'resting';
  let idle: NodeJS.Timeout | undefined;

  function end(): Promise<unknown> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    if (state !== 'without thread') state = 'resting';
    return ending ? ending.terminate() : Promise.resolve();
  }

  function giveUp(why: unknown): void {
    state = 'without thread';
    without(why);
  }

  function start(): Worker {
    const fresh = new Worker(join(import.meta.dirname, threadFile));
    fresh.unref();
    fresh.on('message', (answer: LogMoverAnswer) => {
      if (answer.moved) state = 'moved';
      else giveUp(answer.why);
    });
    fresh.once('error', giveUp);
    // memory of its own, so that it can be handed over instead of copied
    const given = key();
    const handed = Uint8Array.from(given);
    given.fill(0);
    fresh.postMessage({ path: file.path, key: handed } satisfies LogMoverStart, [handed.buffer]);
    return fresh;
  }

  return {
    moveOn: (from = longForThread) => {
      clearTimeout(idle);
      idle = setTimeout(() => void end(), idleMs).unref();
      if (state === 'without thread') return moveLongLog(file);
      const { pages, waiting } = logState(file);
      if (waiting > 0 && (pages >= tooLong || (state === 'moved' && pages >= longEnough && waiting < longHere))) {
        moveHere(file);
      } else if (state !== 'moving' && waiting >= (pages >= longEnough ? longHere : from)) {
        worker ??= start();
        state = 'moving';
        worker.postMessage('move');
      }
    },
    close: async () => void (await end()),
  };
}
