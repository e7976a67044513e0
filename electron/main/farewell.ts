/** The window's last word before it closes or locks: everything typed is saved, or its time is up. */
export interface Farewell {
  /** asks with `ask`, resolves when `flushed` is called or the time is up */
  readonly wait: (ask: () => void) => Promise<void>;
  readonly flushed: () => void;
}

/** `limitMs`: how long a window may take; one that hangs must not keep the application open for ever. */
export function createFarewell(limitMs: number): Farewell {
  let done: (() => void) | undefined;
  return {
    wait: (ask) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, limitMs);
        done = () => {
          clearTimeout(timer);
          resolve();
        };
        ask();
      }),
    flushed: () => done?.(),
  };
}
