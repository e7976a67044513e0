/** Small files that must be there whole after a power cut: written beside, flushed, then renamed over the old one. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { told } from './failures.ts';

export function writeDurably(path: string, text: string): void {
  const beside = `${path}.writing`;
  told(dirname(path), () => {
    try {
      const handle = openSync(beside, 'w', 0o600);
      try {
        writeSync(handle, text);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
    renameDurably(beside, path);
  });
}

/** A rename is durable only when the folder that holds the name is flushed too. */
export function renameDurably(from: string, to: string): void {
  told(dirname(to), () => {
    renameSync(from, to);
    flushFolder(dirname(to));
  });
}

export function flushFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function flushFolder(folder: string): void {
  // Windows keeps no handle on a folder; NTFS journals the rename itself
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
