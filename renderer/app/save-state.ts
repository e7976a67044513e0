/** When the last keystroke became durable, over all that is open. Features report here; the status bar shows it; lock and close flush it. */
import { create } from 'zustand';
import type { CallError } from '../../shared/errors.ts';

export interface SaveReport {
  readonly state: 'saving' | 'saved' | 'failed';
  /** instant of the acknowledgement, when saved */
  readonly at?: string;
  /** how often the working copy was saved, as the store counts */
  readonly seq?: number;
  readonly error?: CallError;
}

interface SaveState {
  /** undefined until something was typed */
  readonly last: SaveReport | undefined;
}

export const useSaveState = create<SaveState>(() => ({ last: undefined }));

/** While saving or after a failure, the last acknowledged moment stays known. */
export function reportSave(report: SaveReport): void {
  // the count of one document must not stand beside the moment at which another thing was saved
  if (report.state === 'saved') return useSaveState.setState({ last: report });
  return useSaveState.setState(({ last }) => ({
    last: {
      ...(last?.at === undefined ? {} : { at: last.at }),
      ...(last?.seq === undefined ? {} : { seq: last.seq }),
      ...report,
    },
  }));
}

export function forgetSaves(): void {
  useSaveState.setState({ last: undefined });
}

type Flusher = () => Promise<void>;
const flushers = new Set<Flusher>();

/**
 * Registers what must run before the post locks or the window closes; the answer takes it away again. It settles by itself and
 * rejects when something typed could not be saved.
 */
export function registerFlusher(flush: Flusher): () => void {
  flushers.add(flush);
  return () => flushers.delete(flush);
}

/** Saves all that is typed, and waits for every flusher, also when one fails. False when something is not saved. */
export async function flushAll(): Promise<boolean> {
  const done = await Promise.allSettled([...flushers].map((flush) => flush()));
  return done.every(({ status }) => status === 'fulfilled');
}
