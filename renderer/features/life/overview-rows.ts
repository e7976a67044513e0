/** Which requests of the overview fit what is asked, and what the figures above it count. */
import type { LifeRow, LifeState } from '../../../shared/domain/life.ts';

export const shows = ['open', 'tasks', 'differs', 'all'] as const;
export type Shows = (typeof shows)[number];

/** Nothing comes of these any more. */
const over: ReadonlySet<LifeState> = new Set(['rejected', 'withdrawn', 'lapsed', 'settled']);

export const isUnderWay = ({ state }: Pick<LifeRow, 'state'>): boolean => !over.has(state);

export const rowId = ({ requestId, announcementId }: LifeRow): string => requestId ?? announcementId ?? '';

const fits: Readonly<Record<Shows, (row: LifeRow) => boolean>> = {
  open: isUnderWay,
  tasks: ({ tasks }) => tasks.length > 0,
  differs: ({ comparison: { differs } }) => differs === 'differs' || differs === 'partly',
  all: () => true,
};

export interface Filter {
  readonly text: string;
  readonly shows: Shows;
  readonly state: LifeState | undefined;
}

/** Every word must stand in title or number. */
export function filterRows(rows: readonly LifeRow[], { text, shows: wanted, state }: Filter): readonly LifeRow[] {
  const words = text.trim().toLocaleLowerCase('nl').split(/\s+/);
  return rows.filter((row) => {
    const inWords = `${row.title} ${row.reference}`.toLocaleLowerCase('nl');
    return fits[wanted](row) && (state === undefined || row.state === state) && words.every((word) => inWords.includes(word));
  });
}

/** The moment from which the oldest task of the row counts; rows without one come last. */
export const oldestTask = ({ tasks }: LifeRow): string => tasks.map(({ since }) => since).toSorted()[0] ?? '9999';
