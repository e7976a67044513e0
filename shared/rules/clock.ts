/**
 * Whether the time of a revision can be right. Clocks of posts are not trusted: order and merge never look at them (shared/rules/merge/), but
 * who reads a history must be told when a time cannot be.
 */

/** Clocks that are not set by a network differ by minutes, and nobody reads a history for those: milliseconds. */
const tolerated = 3_600_000;

export interface Timed {
  readonly at: string;
  readonly parents: readonly string[];
}

/** 'ahead': later than it is now; 'behind': earlier than what it goes on from, where that itself is not ahead. */
export function clockDoubt({ at, parents }: Timed, timeOf: (revision: string) => string | undefined, now: string): 'ahead' | 'behind' | undefined {
  const [made, present] = [Date.parse(at), Date.parse(now)];
  if (made > present + tolerated) return 'ahead';
  const before = parents.flatMap((parent) => timeOf(parent) ?? []).map(Date.parse);
  return before.some((one) => one <= present + tolerated && one > made + tolerated) ? 'behind' : undefined;
}
