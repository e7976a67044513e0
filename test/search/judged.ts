/** The judged queries: what advisers type, and which entries answer it. Tests of the search and its bench read them from here. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { searchKind } from '../../shared/domain/search.ts';

export const judgedQuery = z.strictObject({
  query: z.string().min(1).max(200),
  /** the entries that answer it, in any order */
  expected: z.array(z.strictObject({ kind: searchKind, ref: z.string().min(1) })).min(1).max(50),
  /** the expected entries are equally right and more than a list of five can hold: one of them is enough */
  anyOf: z.literal(true).optional(),
  /** whose word it is, or why these answer it */
  why: z.string().min(1),
});
export type JudgedQuery = z.infer<typeof judgedQuery>;

const file = z.strictObject({ about: z.string(), queries: z.array(judgedQuery) });

/** 'daily': what advisers type most; 'hard': sentences, compounds apart and together, inflections, more errors. */
export type JudgedSet = 'daily' | 'hard';
const files: Readonly<Record<JudgedSet, string>> = { daily: 'judged.json', hard: 'judged-hard.json' };

/** Of one set, or of both. */
export function judgedQueries(set?: JudgedSet): readonly JudgedQuery[] {
  const names = set === undefined ? Object.values(files) : [files[set]];
  return names.flatMap((name) => file.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))).queries);
}
