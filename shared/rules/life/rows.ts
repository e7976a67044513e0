/** What a row of the overview is chosen and ordered by. */
import type { LifeRow, LifeState } from '../../domain/life.ts';

/** Nothing comes of these any more. */
const over: ReadonlySet<LifeState> = new Set(['rejected', 'withdrawn', 'lapsed', 'settled']);

export const isUnderWay = ({ state }: Pick<LifeRow, 'state'>): boolean => !over.has(state);

/** The moment from which the oldest task of the row counts. */
export const oldestTask = ({ tasks }: Pick<LifeRow, 'tasks'>): string | undefined => tasks.map(({ since }) => since).toSorted()[0];
