/** The window's last word before it closes or locks: everything typed is saved, something is not, or its time is up. */
export type LastWord = 'saved' | 'held' | 'silent';

export interface Farewell {
  /** asks with `ask`, resolves when `flushed` is called or the time is up */
  readonly wait: (ask: () => void) => Promise<LastWord>;
  readonly flushed: (held: boolean) => void;
}

/** `limitMs`: how long a window may take; one that hangs must not keep the application open for ever. */
export function createFarewell(limitMs: number): Farewell {
  let done: ((word: LastWord) => void) | undefined;
  return {
    wait: (ask) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve('silent'), limitMs);
        done = (word) => {
          clearTimeout(timer);
          resolve(word);
        };
        ask();
      }),
    flushed: (held) => done?.(held ? 'held' : 'saved'),
  };
}
