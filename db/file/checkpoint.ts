/**
 * Moves what was written from the write-ahead log into the file and empties the log, soon after the last write: the log then never
 * grows long and deleted text does not stay in it. A failure (full disk) is no loss, the log is part of the store; it is tried again.
 */
import { type StoreFile, sql } from './driver.ts';
import { whereThereIsRoom } from './failures.ts';

export const checkpointEveryMs = 5_000;

export function checkpoint(file: StoreFile): void {
  file.pragma('wal_checkpoint(TRUNCATE)');
}

/** Pages after which a long piece of work moves the log on: some 30 ms of encryption. */
const longLog = 1_000;

/** For work of many transactions, between two of them: the log stays short, and no call waits for much of it at once. */
export function checkpointLongLog(file: StoreFile): void {
  const state = file.row<{ log: number; checkpointed: number }>(sql`PRAGMA wal_checkpoint(NOOP)`);
  if (state && state.log - state.checkpointed >= longLog) whereThereIsRoom(() => void file.pragma('wal_checkpoint(PASSIVE)'));
}

/** Checkpoints between calls as long as there were commits. Gives a function that stops it. */
export function keepCheckpointed(file: StoreFile, onFailure: (error: unknown) => void): () => void {
  let seen = file.commits();
  const timer = setInterval(() => {
    if (file.commits() === seen) return;
    try {
      checkpoint(file);
      seen = file.commits();
    } catch (error) {
      onFailure(error);
    }
  }, checkpointEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
