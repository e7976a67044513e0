/** Token buckets: so many at once, refilled so many a second. Bounded, so that many callers cannot fill the memory. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Rates {
  /** takes one of the caller's tokens; else the seconds to wait */
  readonly take: (caller: string) => number;
}

const mostCallers = 20_000;

/** `now` in milliseconds of a clock that only goes forward. */
export function createRates({ perSecond, burst }: Rate, now: () => number): Rates {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take: (caller) => {
      const time = now();
      const bucket = buckets.get(caller) ?? { tokens: burst, at: time };
      bucket.tokens = Math.min(burst, bucket.tokens + ((time - bucket.at) / 1000) * perSecond);
      bucket.at = time;
      // last used goes last: what is dropped was silent longest, and its bucket is full again or nearly so
      buckets.delete(caller);
      buckets.set(caller, bucket);
      if (buckets.size > mostCallers) for (const oldest of buckets.keys()) if (buckets.size > mostCallers) buckets.delete(oldest); else break;
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
      bucket.tokens -= 1;
      return 0;
    },
  };
}
