/**
 * One process owns a profile. The lock is one that the operating system drops when its holder dies, however it dies: an exclusive
 * SQLite transaction on an empty file. A file with a process id in it would survive a kill and lie.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect } from './driver.ts';
import { told } from './failures.ts';

export interface ProfileLock {
  readonly folder: string;
  readonly release: () => void;
}

/** How long a start waits for a process that is just ending, in milliseconds. */
const patienceMs = 1500;

/** Throws `file.busy` when another process owns the profile, `folder.readonly` when it cannot be written. */
export function lockProfile(folder: string): ProfileLock {
  told(folder, () => makeFolder(folder));
  const holder = connect(join(folder, 'store.lock'), { patienceMs });
  try {
    holder.pragma('journal_mode = MEMORY');
    holder.script('BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    throw error;
  }
  let held = true;
  return {
    folder,
    release: () => {
      if (held) holder.close();
      held = false;
    },
  };
}

/** Step by step: `recursive` answers ENOENT on a read-only disk and hides what is wrong. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
