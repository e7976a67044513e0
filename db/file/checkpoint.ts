/**
 * Moves what was written from the write-ahead log into the file and empties the log, soon after the last write: the log then never
 * grows long and deleted text does not stay in it. A failure (full disk) is no loss, the log is part of the store; it is tried again.
 */
import type { StoreFile } from './driver.ts';
import { type LogMover, longHere, pagesInLog } from './log-mover.ts';

export const checkpointEveryMs = 5_000;

/** False when a thread is moving the log just now: it is not empty yet. */
export function checkpoint(file: StoreFile): boolean {
  return file.pragma('wal_checkpoint(TRUNCATE)') === 0;
}

/** Checkpoints between calls as long as there were commits; a long log is moved on its thread first. Gives a function that stops it. */
export function keepCheckpointed(file: StoreFile, logMover: LogMover, onFailure: (error: unknown) => void): () => void {
  let seen = file.commits();
  const timer = setInterval(() => {
    const commits = file.commits();
    if (commits === seen) return;
    try {
      if (pagesInLog(file) >= longHere) logMover.moveOn(longHere);
      else if (checkpoint(file)) seen = commits;
    } catch (error) {
      onFailure(error);
    }
  }, checkpointEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
