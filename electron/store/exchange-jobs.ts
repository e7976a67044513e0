/** Exchange in the background of the store process: one at a time, with progress, until it is done, cancelled or fails. */
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Desk } from '../../db/documents/desk.ts';
import { spaces } from '../../db/documents/spaces.ts';
import { findHub } from '../../db/exchange/hubs.ts';
import { createHubCarrier } from '../../db/exchange/hub-carrier.ts';
import { exchange } from '../../db/exchange/run.ts';
import { type Tally, newTally, reportOf } from '../../db/exchange/tally.ts';
import { documentRow } from '../../db/documents/working-copies.ts';
import type { ImportReport } from '../../shared/domain/exchange.ts';
import { AppError, type CallError, toCallError } from '../../shared/errors.ts';
import { log } from './log.ts';
import type { Emit } from './session.ts';

interface Job {
  readonly id: string;
  readonly stop: AbortController;
}
let running: Job | undefined;

export const runningJob = (): string | undefined => running?.id;

/** Throws `exchange.busy`, `entry.unknown` for a hub that this post does not know. */
export function startExchange(desk: Desk, emit: Emit, pin: string, wanted: readonly string[] | undefined): string {
  if (running) throw new AppError('exchange.busy', 'an exchange is going on');
  const hub = findHub(desk.file, pin);
  const job: Job = { id: randomUUID(), stop: new AbortController() };
  running = job;
  const chosen = spaces(desk.file).filter(({ id, standing }) => standing !== 'left' && standing !== 'removed' && (wanted?.includes(id) ?? true));
  void run(desk, emit, job, hub, chosen.map(({ id }) => id)).finally(() => (running = undefined));
  return job.id;
}

export function cancelExchange(id: string): void {
  if (running?.id === id) running.stop.abort();
}

async function run(desk: Desk, emit: Emit, job: Job, hub: ReturnType<typeof findHub>, chosen: readonly string[]): Promise<void> {
  const tally = newTally();
  const told = new Map<string, number>();
  const { signal } = job.stop;
  const carrier = createHubCarrier(hub, desk.post, { random: Math.random, wait: async (ms, cancelled) => void (await wait(ms, undefined, cancelled ? { signal: cancelled } : {})) });
  let error: CallError | undefined;
  try {
    for (const space of chosen) {
      await exchange(desk, carrier, space, {
        tally,
        signal,
        onProgress: (phase, done, total) => {
          emit('exchange.progress', { job: job.id, phase, done, total, spaceId: space });
          tellArrivals(desk, emit, tally, told);
        },
      });
    }
  } catch (thrown) {
    if (!signal.aborted) {
      error = toCallError(thrown);
      if (error.code === 'internal') log('exchange failed', thrown);
    }
  } finally {
    carrier.close();
  }
  tellArrivals(desk, emit, tally, told);
  emit('exchange.progress', { job: job.id, phase: signal.aborted ? 'cancelled' : error ? 'failed' : 'done', done: 0, total: 0 });
  emit('exchange.ended', { job: job.id, report: reportOf(tally, error === undefined && !signal.aborted), ...(error ? { error: { code: error.code, message: error.message } } : {}) });
}

/** Each document whenever more of it changed than was told. */
function tellArrivals(desk: Desk, emit: Emit, tally: Tally, told = new Map<string, number>()): void {
  for (const [id, fields] of tally.documents) {
    const row = documentRow(desk.file, id);
    if (!row || told.get(id) === row.seq) continue;
    told.set(id, row.seq);
    emit('document.changed', { id, seq: row.seq, savedAt: row.saved_at });
    emit('document.arrived', { id, fields: [...fields], differs: tally.differences.has(id) });
  }
}

/** After a file was taken in. */
export function tellDocuments(desk: Desk, emit: Emit, { documents, differences }: ImportReport): void {
  for (const id of documents) {
    const row = documentRow(desk.file, id);
    if (!row) continue;
    emit('document.changed', { id, seq: row.seq, savedAt: row.saved_at });
    emit('document.arrived', { id, fields: [], differs: differences.includes(id) });
  }
}
