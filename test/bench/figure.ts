import type { ScaleName } from '../helpers/scale.ts';

/** What the bench writes: every figure with its unit, the size it was measured at, and the peer or floor of the same run. */
export interface Figure {
  /** stable name, `start.usable-search` */
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'kB' | '/s' | 'ratio';
  readonly value: number;
  /** of what was measured: rounds, rows, bytes */
  readonly size: string;
  readonly beside?: { readonly what: string; readonly value: number };
  /** value / beside.value */
  readonly ratio?: number;
  /** what the project expects; `met` says whether this run did */
  readonly expected?: { readonly what: string; readonly met: boolean };
}

export interface Bench {
  readonly name: string;
  readonly measure: (room: BenchRoom) => Promise<readonly Figure[]>;
}

/** What a measurement may use: a folder of its own on the disk under test, and how long it may take. */
export interface BenchRoom {
  readonly folder: string;
  readonly root: string;
  readonly say: (line: string) => void;
  /** the profile of a post of this size, made once in a run */
  readonly scalePost: (size: ScaleName) => Promise<string>;
  /** how many documents the measurement of the exchange stands on; absent: as many as the expectations are for */
  readonly documents?: number;
}

/** Nearest-rank quantile; `share` between 0 and 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  if (found === undefined) throw new Error('no values');
  return found;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const rounded = (value: number): number => Number(value.toPrecision(4));

/** A figure beside its peer, with the ratio and whether it is within the expected one. */
export function beside(figure: Omit<Figure, 'ratio' | 'expected' | 'beside'>, peer: { what: string; value: number }, atMost?: number): Figure {
  const ratio = figure.value / peer.value;
  return {
    ...figure,
    value: rounded(figure.value),
    beside: { what: peer.what, value: rounded(peer.value) },
    ratio: rounded(ratio),
    ...(atMost === undefined ? {} : { expected: { what: `at most ${atMost}x`, met: ratio <= atMost } }),
  };
}
