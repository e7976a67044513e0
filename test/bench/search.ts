/**
 * Search as one types: every beginning of every judged query, at the size of a real post and at a hundred times it. Through the contract
 * into the store process, beside one bare FTS5 query over the same entries in the same file, MiniSearch and Fuse.js.
 *
 * The bare query is ranked by bm25 and gives as many rows as we do, but not the same: it knows of no spellings, no typing errors, no order
 * of kinds and no reason why, and what it answers stays in the process. It stands twice: with ids alone, which the wish is held to, and with
 * the columns that a hit shows. A keystroke is measured once in each round, ours and the bare ones by turns, each round in a process of its
 * own so that nothing is remembered of the round before. Of each keystroke its fastest round counts, for ours as for the bare ones: what else
 * the machine did in the others is no part of a search. MiniSearch and Fuse.js are measured once, which a busy machine makes slower.
 */
import path from 'node:path';
import { type Sql, type StoreFile, connect, sql } from '../../db/file/driver.ts';
import { unwrapWithPassphrase } from '../../db/file/keys.ts';
import { keyFileName, storeFileName } from '../../db/file/profile.ts';
import { words } from '../../db/search/fold.ts';
import type { ScaleName } from '../helpers/scale.ts';
import { startStore } from '../helpers/store-process.ts';
import { judgedQueries } from '../search/judged.ts';
import { entriesOf, fuse, miniSearch } from '../search/peers.ts';
import { type Bench, type Figure, beside, quantile, rounded } from './figure.ts';
import { passphrase } from './post.ts';

const limit = 30;
/** Of thousands of entries the peers take from a tenth of a second to seconds for one letter: a sample of the keystrokes is enough to know them. */
const peerSample = { miniSearch: 200, fuse: 40 } as const;

function keystrokes(): readonly string[] {
  return judgedQueries().flatMap(({ query }) => [...query].map((_, index, letters) => letters.slice(0, index + 1).join('')));
}

const warmUp = 10;
/** At a hundred times the size one round of the bare queries takes half a minute. */
const rounds = { real: 5, hundredfold: 2 } as const satisfies Readonly<Record<ScaleName, number>>;

async function timed(typed: readonly string[], find: (text: string) => unknown): Promise<number[]> {
  for (const text of typed.slice(0, warmUp)) await find(text);
  const taken: number[] = [];
  for (const text of typed) {
    const started = performance.now();
    await find(text);
    taken.push(performance.now() - started);
  }
  return taken;
}

/** The index as it would be without a thought: one table of everything, every word a beginning, the best by bm25. */
async function bareQueries(file: StoreFile, typed: readonly string[], rowsOf: (match: string) => Sql): Promise<number[]> {
  file.script(`
    DROP TABLE IF EXISTS bench_index;
    CREATE VIRTUAL TABLE bench_index USING fts5(names, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
    INSERT INTO bench_index (rowid, names, body) SELECT id, names, terms || char(10) || body FROM search_entry;
  `);
  const taken = await timed(typed, (text) => {
    const match = words(text).map((word) => `"${word}"*`).join(' AND ');
    return match === '' ? [] : file.rows(rowsOf(match));
  });
  file.script('DROP TABLE bench_index');
  return taken;
}

const idsAlone = (match: string): Sql => sql`SELECT rowid FROM bench_index WHERE bench_index MATCH ${match} ORDER BY rank LIMIT ${limit}`;
const asShown = (match: string): Sql => sql`
  SELECT kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, region_code
  FROM bench_index JOIN search_entry ON search_entry.id = bench_index.rowid WHERE bench_index MATCH ${match} ORDER BY bench_index.rank LIMIT ${limit}`;

/** Of each keystroke the fastest of its rounds. */
function fastest(taken: readonly (readonly number[])[]): number[] {
  return (taken[0] ?? []).map((_, index) => Math.min(...taken.flatMap((round) => round[index] ?? [])));
}

async function inProcess(profile: string, typed: readonly string[]): Promise<{ readonly contract: number[]; readonly store: number[] }> {
  const store: number[] = [];
  const process = await startStore({ profileDir: profile });
  try {
    await process.call('post.unlock', { passphrase });
    const contract = await timed(typed, async (text) => store.push((await process.call('search.find', { text, limit })).tookMs));
    return { contract, store: store.slice(warmUp) };
  } finally {
    await process.close();
  }
}

interface Measured {
  readonly contract: readonly number[];
  readonly store: readonly number[];
  readonly bare: readonly number[];
  readonly bareShown: readonly number[];
  readonly miniSearch: readonly number[];
  readonly fuse: readonly number[];
  readonly entries: number;
}

async function measureIn(profile: string, times: number): Promise<Measured> {
  const typed = keystrokes();
  const open = async (): Promise<StoreFile> => connect(path.join(profile, storeFileName), { key: await unwrapWithPassphrase(path.join(profile, keyFileName), passphrase), patienceMs: 1000 });
  const taken: { readonly contract: number[]; readonly store: number[]; readonly bare: number[]; readonly bareShown: number[] }[] = [];
  for (let round = 0; round < times; round += 1) {
    const ours = await inProcess(profile, typed);
    const bareFile = await open();
    try {
      taken.push({ ...ours, bare: await bareQueries(bareFile, typed, idsAlone), bareShown: await bareQueries(bareFile, typed, asShown) });
    } finally {
      bareFile.close();
    }
  }
  const file = await open();
  try {
    const entries = entriesOf(file);
    const mini = miniSearch(entries);
    const sample = (size: number): readonly string[] => typed.filter((_, index) => index % Math.ceil(typed.length / size) === 0);
    return {
      contract: fastest(taken.map(({ contract }) => contract)),
      store: fastest(taken.map(({ store }) => store)),
      bare: fastest(taken.map(({ bare }) => bare)),
      bareShown: fastest(taken.map(({ bareShown }) => bareShown)),
      miniSearch: await timed(sample(peerSample.miniSearch), mini),
      fuse: await timed(sample(peerSample.fuse), fuse(entries)),
      entries: entries.length,
    };
  } finally {
    file.close();
  }
}

export const search: Bench = {
  name: 'search',
  async measure({ scalePost }): Promise<readonly Figure[]> {
    const figures: Figure[] = [];
    const p99: number[] = [];
    for (const name of ['real', 'hundredfold'] satisfies ScaleName[]) {
      const measured = await measureIn(await scalePost(name), rounds[name]);
      const at = `${measured.contract.length} keystrokes, each the fastest of ${rounds[name]}; ${measured.entries} entries`;
      const ours = (share: number) => ({ id: `search.${name}.p${share * 100}`, what: `search through the contract, a keystroke, p${share * 100}`, unit: 'ms' as const, value: quantile(measured.contract, share), size: at });
      p99.push(quantile(measured.contract, 0.99));
      figures.push(
        beside(ours(0.99), { what: 'one bare FTS5 query in the same file, ids alone, p99', value: quantile(measured.bare, 0.99) }, 2),
        beside({ ...ours(0.99), id: `search.${name}.beside-columns`, what: 'the same' }, { what: 'that query with the columns that a hit shows, p99', value: quantile(measured.bareShown, 0.99) }),
        beside(ours(0.5), { what: 'one bare FTS5 query in the same file, ids alone, p50', value: quantile(measured.bare, 0.5) }),
        beside({ ...ours(0.99), id: `search.${name}.beside-minisearch`, what: 'the same' }, { what: `MiniSearch, p99 (${measured.miniSearch.length} of the keystrokes, each once)`, value: quantile(measured.miniSearch, 0.99) }),
        beside({ ...ours(0.99), id: `search.${name}.beside-fuse`, what: 'the same', size: `${at}; Fuse.js ${measured.fuse.length} keystrokes, each once` }, { what: 'Fuse.js, p99', value: quantile(measured.fuse, 0.99) }, 0.2),
        { id: `search.${name}.inside.p99`, what: 'of that inside the store (the rest is the way there and back), p99', unit: 'ms', value: rounded(quantile(measured.store, 0.99)), size: at },
      );
    }
    const [real = Number.NaN, large = Number.NaN] = p99;
    figures.push({ id: 'search.growth', what: 'search p99 at a hundred times the size, of that at real size', unit: 'ratio', value: rounded(large / real), size: 'from real size to 5,000 capabilities and 20,000 requests', expected: { what: 'below 4x', met: large / real < 4 } });
    return figures;
  },
};
