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

parentPort?.on('message', (asked: LogMoverStart | 'move') => {
  try {
    if (asked === 'move') file?.pragma('wal_checkpoint(PASSIVE)');
    else file = open(asked);
    if (asked === 'move') parentPort?.postMessage({ moved: file !== undefined } satisfies LogMoverAnswer);
  } catch {
    parentPort?.postMessage({ moved: false } satisfies LogMoverAnswer);
  }
});
