/** Other engines over the very entries that the application indexes, set up as their manuals advise for search as one types. */
import Driver from 'better-sqlite3';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { type StoreFile, sql } from '../../db/file/driver.ts';
import { fold, words } from '../../db/search/fold.ts';
import type { Engine } from './judge.ts';

export interface PeerEntry {
  readonly key: string;
  readonly title: string;
  readonly aliases: string;
  readonly body: string;
}

/** What the application's own index reads, as plain texts. */
export function entriesOf(file: StoreFile): readonly PeerEntry[] {
  return file
    .rows<{ kind: string; ref: string; title_nl: string; title_en: string; aliases: string; terms: string; body: string }>(
      sql`SELECT kind, ref, title_nl, title_en, aliases, terms, body FROM search_entry ORDER BY id`,
    )
    .map((row) => ({
      key: `${row.kind} ${row.ref}`,
      title: `${row.title_nl}\n${row.title_en}`,
      aliases: [row.ref, ...(JSON.parse(row.aliases) as string[])].join('\n'),
      body: `${row.terms}\n${row.body}`,
    }));
}

const most = 20;

/** FTS5 as it comes: every word as a beginning, bm25. */
export function plainFts(entries: readonly PeerEntry[]): Engine {
  const file = new Driver(':memory:');
  file.exec(`CREATE VIRTUAL TABLE entry USING fts5(key UNINDEXED, title, aliases, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`);
  const add = file.prepare('INSERT INTO entry (key, title, aliases, body) VALUES (?, ?, ?, ?)');
  file.transaction(() => entries.forEach(({ key, title, aliases, body }) => add.run(key, title, aliases, body)))();
  const find = file.prepare<[string, number], { key: string }>('SELECT key FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT ?');
  return (query) => {
    const match = words(query).map((word) => `"${word}"*`).join(' AND ');
    return match === '' ? [] : find.all(match, most).map(({ key }) => key);
  };
}

/** Beginnings, a fifth of the letters may be wrong, titles and other names weigh more. */
export function miniSearch(entries: readonly PeerEntry[]): Engine {
  const index = new MiniSearch<PeerEntry>({
    idField: 'key',
    fields: ['title', 'aliases', 'body'],
    processTerm: (term) => fold(term).replaceAll(' ', ''),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, aliases: 2 } },
  });
  index.addAll(entries);
  return (query) => index.search(query).slice(0, most).map(({ id }) => String(id));
}

export function fuse(entries: readonly PeerEntry[]): Engine {
  const index = new Fuse(entries, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'aliases', weight: 2 },
      { name: 'body', weight: 1 },
    ],
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
  });
  return (query) => index.search(query, { limit: most }).map(({ item }) => item.key);
}
