/** When the last keystroke became durable, over all that is open. Features report here; the status bar shows it; lock and close flush it. */
import { create } from 'zustand';
import type { SharedKind } from '../../shared/domain/difference.ts';
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

/** Something that was typed and is not on the disk. */
export interface Unsaved {
  readonly of: SharedKind | 'form' | 'entry';
  /** by field; of a form by its name, of an entry its words alone */
  readonly values: Readonly<Record<string, unknown>>;
  /** why the last try failed */
  readonly error?: CallError | undefined;
}

type Flusher = () => Promise<void>;
const flushers = new Map<Flusher, () => readonly Unsaved[]>();

/**
 * Registers what must run before the post locks or the window closes; the answer takes it away again. It settles by itself and
 * rejects when something typed could not be saved. `unsaved` tells what is not on the disk, also where that holds up no lock.
 */
export function registerFlusher(flush: Flusher, unsaved: () => readonly Unsaved[] = () => []): () => void {
  flushers.set(flush, unsaved);
  return () => flushers.delete(flush);
}

export const unsavedNow = (): readonly Unsaved[] => [...flushers.values()].flatMap((unsaved) => unsaved());

/** Saves all that is typed, and waits for every flusher, also when one fails. False when something is not saved. */
export async function flushAll(): Promise<boolean> {
  const done = await Promise.allSettled([...flushers.keys()].map((flush) => flush()));
  return done.every(({ status }) => status === 'fulfilled');
}
