/** How well an engine answers the judged queries: recall among the first five, and mean reciprocal rank of the first right answer. */
import type { JudgedQuery } from './judged.ts';

/** The entries an engine gives for what was typed, best first, each as `kind ref`; at least twenty when it has them. */
export type Engine = (query: string) => readonly string[];

export interface Mark {
  /** mean over the queries of the share of the expected entries among the first five; with anyOf, one among them is all */
  readonly recallAt5: number;
  /** mean of 1/rank of the first expected entry; 0 when it is not among the first twenty */
  readonly reciprocalRank: number;
}

const looked = 20;

export function judge(engine: Engine, queries: readonly JudgedQuery[]): Mark {
  const marks = queries.map((query) => judgeOne(engine(query.query), query));
  const mean = (part: keyof Mark): number => marks.reduce((sum, mark) => sum + mark[part], 0) / marks.length;
  return { recallAt5: mean('recallAt5'), reciprocalRank: mean('reciprocalRank') };
}

export function judgeOne(given: readonly string[], { expected, anyOf }: JudgedQuery): Mark {
  const right = new Set(expected.map(({ kind, ref }) => `${kind} ${ref}`));
  const found = new Set(given.slice(0, 5).filter((key) => right.has(key))).size;
  const rank = given.slice(0, looked).findIndex((key) => right.has(key));
  return { recallAt5: Math.min(1, found / (anyOf ? 1 : Math.min(5, right.size))), reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1) };
}

/** Two halves at random: one to think with, one to hold out. The seed is part of the question, so that the halves stay what they are. */
export function halves(queries: readonly JudgedQuery[]): { readonly shown: readonly JudgedQuery[]; readonly heldOut: readonly JudgedQuery[] } {
  let state = 20_261_122;
  const drawn = queries.map((query) => ({ query, lot: (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) }));
  const shuffled = drawn.toSorted((one, other) => one.lot - other.lot).map(({ query }) => query);
  const middle = Math.ceil(shuffled.length / 2);
  return { shown: shuffled.slice(0, middle), heldOut: shuffled.slice(middle) };
}
