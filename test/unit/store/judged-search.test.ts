/** The search of the application beside others on the judged queries and the real packs. Prints a row for each engine. */
import { expect, test } from 'vitest';
import { search } from '../../../db/search/search.ts';
import { type Engine, type Mark, halves, judge } from '../../search/judge.ts';
import { judgedQueries } from '../../search/judged.ts';
import { entriesOf, miniSearch, plainFts } from '../../search/peers.ts';
import { packsDir } from '../../helpers/store-process.ts';
import { testStore } from '../../helpers/store.ts';

const round = (value: number): string => value.toFixed(3);

/** How much better it must be at least, on all queries: of recall at five, and of mean reciprocal rank. */
const margins: Readonly<Record<string, Mark>> = {
  MiniSearch: { recallAt5: 0.01, reciprocalRank: 0.025 },
  'plain FTS5': { recallAt5: 0.12, reciprocalRank: 0.12 },
};

test('the search finds what is expected clearly better than MiniSearch and plain FTS5', () => {
  const queries = judgedQueries();
  expect(queries.length).toBeGreaterThanOrEqual(120);
  const { file } = testStore({ packs: packsDir });
  const entries = entriesOf(file);
  const engines: Readonly<Record<string, Engine>> = {
    ours: (text) => search(file, { text }).hits.map(({ kind, ref }) => `${kind} ${ref}`),
    MiniSearch: miniSearch(entries),
    'plain FTS5': plainFts(entries),
  };
  const { shown, heldOut } = halves(queries);
  for (const [half, which] of Object.entries({ all: queries, 'half that was looked at': shown, 'half held out': heldOut })) {
    const marks = Object.fromEntries(Object.entries(engines).map(([name, engine]) => [name, judge(engine, which)]));
    for (const [name, mark] of Object.entries(marks)) console.log(`${half} (${which.length}) ${name}: recall@5 ${round(mark.recallAt5)}, MRR ${round(mark.reciprocalRank)}`);
    const { ours } = marks;
    for (const [name, margin] of Object.entries(margins)) {
      const needed = half === 'all' ? margin : { recallAt5: 0, reciprocalRank: 0 };
      expect(ours?.recallAt5, `${half}, recall against ${name}`).toBeGreaterThanOrEqual((marks[name]?.recallAt5 ?? 1) + needed.recallAt5);
      expect(ours?.reciprocalRank, `${half}, rank against ${name}`).toBeGreaterThanOrEqual((marks[name]?.reciprocalRank ?? 1) + needed.reciprocalRank);
    }
  }
});
