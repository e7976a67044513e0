/** Exchange with a hub in the background of the store process: one at a time, with progress, until it is done, cancelled or fails. */
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Desk } from '../../db/documents/desk.ts';
import { spaces } from '../../db/documents/spaces.ts';
import { type ExchangeEnd, findHub, noteEnd } from '../../db/exchange/hubs.ts';
import type { FileWork } from '../../db/exchange/bundle.ts';
import { createHubCarrier } from '../../db/exchange/hub-carrier.ts';
import { exchange } from '../../db/exchange/run.ts';
import { type Tally, newTally, reportOf } from '../../db/exchange/tally.ts';
import type { ExchangeRunning } from '../../shared/domain/exchange.ts';
import { AppError, type CallError, type ErrorCode, toCallError } from '../../shared/errors.ts';
import { tellArrivals } from './exchange-arrivals.ts';
import { log } from './log.ts';
import type { Emit } from './port.ts';

interface Job {
  readonly id: string;
  readonly pin: string;
  by: ExchangeRunning['by'];
  readonly stop: AbortController;
  ended: Promise<ExchangeEnd>;
}

export interface ExchangeJobs {
  /** A person asks. One that goes on by itself with the same hub becomes theirs, with another it gives way. Throws `exchange.busy`, `entry.unknown`. */
  readonly run: (pin: string, wanted?: readonly string[]) => string;
  /** Nobody asks: only while nothing else goes on. */
  readonly runByItself: (pin: string) => Promise<ExchangeEnd>;
  readonly cancel: (id: string) => void;
  readonly running: () => ExchangeRunning | undefined;
  /** also while a file is written or read */
  readonly isBusy: () => boolean;
  /** a file that is written or read: it tells how far it is and can be cancelled, as an exchange can */
  readonly withFile: <T>(phase: 'sending' | 'receiving', work: (how: FileWork) => Promise<T>) => Promise<T>;
  /** cancels what goes on and waits until it has let go of the store */
  readonly stop: () => Promise<void>;
}

/** What is wrong in one space alone: the others are exchanged all the same. */
const ofOneSpace: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['hub.refused', 'hub.admission', 'hub.quota', 'membership.invalid', 'space.role']);

/** `onEnd`: how it ended, after it was noted. */
export function createExchangeJobs(desk: Desk, emit: Emit, onEnd: (pin: string, end: ExchangeEnd) => void): ExchangeJobs {
  let running: Job | undefined;
  const files = new Map<string, { readonly stop: AbortController; readonly ended: Promise<unknown> }>();

  function begin(pin: string, by: Job['by'], wanted?: readonly string[]): Job {
    findHub(desk.file, pin);
    const before = running?.ended;
    const made: Omit<Job, 'ended'> = { id: randomUUID(), pin, by, stop: new AbortController() };
    const job: Job = Object.assign(made, {
      ended: (async () => {
        await before;
        const end = await work(desk, emit, made, wanted);
        try {
          noteEnd(desk, pin, end);
        } catch (error) {
          log('how an exchange ended was not noted', error);
        }
        if (running?.id === made.id) running = undefined;
        emit('exchange.changed', {});
        onEnd(pin, end);
        return end;
      })(),
    });
    running = job;
    emit('exchange.changed', {});
    return job;
  }

  return {
    run: (pin, wanted) => {
      if (running?.by === 'person') throw new AppError('exchange.busy', 'an exchange is going on');
      if (running && running.pin === pin && wanted === undefined && !running.stop.signal.aborted) {
        running.by = 'person';
        return running.id;
      }
      running?.stop.abort();
      return begin(pin, 'person', wanted).id;
    },
    runByItself: (pin) => begin(pin, 'itself').ended,
    cancel: (id) => {
      if (running?.id === id) running.stop.abort();
      files.get(id)?.stop.abort();
    },
    running: () => running && { job: running.id, pin: running.pin, by: running.by },
    isBusy: () => running !== undefined || files.size > 0,
    withFile: async (phase, write) => {
      const job = randomUUID();
      const stop = new AbortController();
      const ended = write({ signal: stop.signal, onProgress: (done, total) => emit('exchange.progress', { job, phase, done, total }) });
      files.set(job, { stop, ended });
      try {
        return await ended;
      } finally {
        files.delete(job);
        emit('exchange.progress', { job, phase: stop.signal.aborted ? 'cancelled' : 'done', done: 0, total: 0 });
      }
    },
    stop: async () => {
      const all = [...files.values(), ...(running ? [running] : [])];
      for (const { stop } of all) stop.abort();
      await Promise.allSettled(all.map(({ ended }) => ended));
    },
  };
}

async function work(desk: Desk, emit: Emit, job: Pick<Job, 'id' | 'pin' | 'stop'>, wanted: readonly string[] | undefined): Promise<ExchangeEnd> {
  const tally = newTally();
  const told = new Map<string, number>();
  const { signal } = job.stop;
  const progress = (phase: 'cancelled' | 'failed' | 'done'): void => emit('exchange.progress', { job: job.id, phase, done: 0, total: 0 });
  let error: CallError | undefined;
  const fail = (thrown: unknown): void => {
    error ??= toCallError(thrown);
    if (error.code === 'internal') log('exchange failed', thrown);
  };
  try {
    // what the person changed while this one waited for another counts
    const hub = findHub(desk.file, job.pin);
    const carrier = createHubCarrier(hub, desk.post, { random: Math.random, wait: async (ms, cancelled) => void (await wait(ms, undefined, cancelled ? { signal: cancelled } : {})) });
    try {
      for (const { id, standing } of spaces(desk.file)) {
        if (standing === 'left' || standing === 'removed' || !(wanted?.includes(id) ?? true)) continue;
        signal.throwIfAborted();
        await exchangeSpace(desk, emit, { job, carrier, space: id, tally, told }).catch((thrown: unknown) => {
          if (signal.aborted || !(thrown instanceof AppError && ofOneSpace.has(thrown.code))) throw thrown;
          fail(thrown);
        });
      }
    } finally {
      carrier.close();
    }
  } catch (thrown) {
    if (!signal.aborted) fail(thrown);
  }
  tellArrivals(desk, emit, tally, told);
  progress(signal.aborted ? 'cancelled' : error ? 'failed' : 'done');
  emit('exchange.ended', { job: job.id, pin: job.pin, report: reportOf(tally, error === undefined && !signal.aborted), ...(error ? { error: { code: error.code, message: error.message } } : {}) });
  return signal.aborted ? { state: 'stopped' } : error ? { state: 'failed', error: error.code } : { state: 'done' };
}

interface OneSpace {
  readonly job: Pick<Job, 'id' | 'stop'>;
  readonly carrier: ReturnType<typeof createHubCarrier>;
  readonly space: string;
  readonly tally: Tally;
  readonly told: Map<string, number>;
}

function exchangeSpace(desk: Desk, emit: Emit, { job, carrier, space, tally, told }: OneSpace): Promise<void> {
  return exchange(desk, carrier, space, {
    tally,
    signal: job.stop.signal,
    onProgress: (phase, done, total) => {
      emit('exchange.progress', { job: job.id, phase, done, total, spaceId: space });
      tellArrivals(desk, emit, tally, told);
    },
  });
}
