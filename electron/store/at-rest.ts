/** Counts of checks that wait are made while nobody asks anything: a slice, then a pause in which calls are answered. */
import { bringCountsUpToDate } from '../../db/documents/counts.ts';
import type { Desk } from '../../db/documents/desk.ts';

/** Requests at a time: some ten milliseconds, which a keystroke does not notice. */
const slice = 8;
const pauseMs = 30;
/** After the last save that was found, milliseconds. */
const lookAgainMs = 2_000;

/** The answer stops it. */
export function countAtRest(desk: Desk, log: (what: string, error?: unknown) => void): () => void {
  let timer = setTimeout(work, lookAgainMs).unref();
  function work(): void {
    let made = 0;
    try {
      made = bringCountsUpToDate(desk, slice);
    } catch (error) {
      log('counting checks failed', error);
    }
    timer = setTimeout(work, made < slice ? lookAgainMs : pauseMs).unref();
  }
  return () => clearTimeout(timer);
}
