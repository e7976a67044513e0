/** The search of the application beside others on the judged queries and the real packs. Prints a row for each engine. */
import { expect, test } from 'vitest';
import { search } from '../../../db/search/search.ts';
import { type Engine, type Mark, halves, judge } from '../../search/judge.ts';
import { type JudgedSet, judgedQueries } from '../../search/judged.ts';
import { entriesOf, miniSearch, plainFts } from '../../search/peers.ts';
import { packsDir } from '../../helpers/store-process.ts';
import { testStore } from '../../helpers/store.ts';

const round = (value: number): string => value.toFixed(3);

type Name = 'MiniSearch' | 'plain FTS5';

/** How much better it must be at least: of recall at five, and of mean reciprocal rank. What is typed most is found well by all; what is hard tells them apart. */
const margins: Readonly<Record<JudgedSet | 'both', Readonly<Record<Name, Mark>>>> = {
  daily: { MiniSearch: { recallAt5: 0.01, reciprocalRank: 0.025 }, 'plain FTS5': { recallAt5: 0.12, reciprocalRank: 0.12 } },
  hard: { MiniSearch: { recallAt5: 0.12, reciprocalRank: 0.12 }, 'plain FTS5': { recallAt5: 0.5, reciprocalRank: 0.5 } },
  both: { MiniSearch: { recallAt5: 0.06, reciprocalRank: 0.07 }, 'plain FTS5': { recallAt5: 0.3, reciprocalRank: 0.3 } },
};
/** The half that nobody looked at while the search was made must show the lead too; it is smaller, so that chance moves it more. */
const ofHeldOut = 0.5;

test('the search finds what is expected clearly better than MiniSearch and plain FTS5', () => {
  expect(judgedQueries('daily').length).toBeGreaterThanOrEqual(120);
  expect(judgedQueries('hard').length).toBeGreaterThanOrEqual(100);
  const { file } = testStore({ packs: packsDir });
  const entries = entriesOf(file);
  const ours: Engine = (text) => search(file, { text }).hits.map(({ kind, ref }) => `${kind} ${ref}`);
  const peers: Readonly<Record<Name, Engine>> = { MiniSearch: miniSearch(entries), 'plain FTS5': plainFts(entries) };
  const tell = (what: string, mark: Mark): void => console.log(`${what}: recall@5 ${round(mark.recallAt5)}, MRR ${round(mark.reciprocalRank)}`);
  for (const set of ['daily', 'hard', 'both'] as const) {
    const queries = set === 'both' ? judgedQueries() : judgedQueries(set);
    for (const [which, share, asked] of [['all', 1, queries], ['held out', ofHeldOut, halves(queries).heldOut]] as const) {
      const own = judge(ours, asked);
      tell(`${set}, ${which} (${asked.length}) ours`, own);
      for (const [name, needed] of Object.entries(margins[set])) {
        const peer = judge(peers[name as Name], asked);
        tell(`${set}, ${which} (${asked.length}) ${name}`, peer);
        expect(own.recallAt5, `${set}, ${which}, recall against ${name}`).toBeGreaterThanOrEqual(peer.recallAt5 + share * needed.recallAt5);
        expect(own.reciprocalRank, `${set}, ${which}, rank against ${name}`).toBeGreaterThanOrEqual(peer.reciprocalRank + share * needed.reciprocalRank);
      }
    }
  }
});
