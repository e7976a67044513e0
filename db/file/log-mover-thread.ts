/** The thread of log-mover.ts: opens the file with the key that it is given, moves the log when it is asked to, and answers. */
import { parentPort } from 'node:worker_threads';
import { type StoreFile, connect } from './driver.ts';
import type { LogMoverAnswer, LogMoverStart } from './log-mover.ts';
import { applySettings } from './open.ts';

let file: StoreFile | undefined;

function open({ path, key }: LogMoverStart): StoreFile {
  try {
    const opened = connect(path, { key, patienceMs: 0 });
    applySettings(opened);
    return opened;
  } finally {
    key.fill(0);
  }
}

function answer(asked: LogMoverStart | 'move'): LogMoverAnswer | undefined {
  try {
    if (asked !== 'move') {
      file = open(asked);
      return undefined;
    }
    if (!file) return { moved: false, why: 'the file could not be opened' };
    file.pragma('wal_checkpoint(PASSIVE)');
    return { moved: true };
  } catch (error) {
    return { moved: false, why: String(error) };
  }
}

parentPort?.on('message', (asked: LogMoverStart | 'move') => {
  const told = answer(asked);
  if (told) parentPort?.postMessage(told);
});
