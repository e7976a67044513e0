/** Search: what can be found, its names for exact matches and beginnings, and the full-text index over it. */
import type { Migration } from '../migrate.ts';

export const search: Migration = {
  version: 4,
  name: 'search',
  up: (file) => {
    file.script(`
      -- the packs that the entries of reference data were made from; others now: they are made anew
      CREATE TABLE search_source (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        packs TEXT NOT NULL
      ) STRICT;

      CREATE TABLE search_entry (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        ref TEXT NOT NULL,
        title_nl TEXT NOT NULL,
        title_en TEXT NOT NULL,
        subtitle_nl TEXT NOT NULL,
        subtitle_en TEXT NOT NULL,
        region_code TEXT,
        -- JSON array of the other names it is known by
        aliases TEXT NOT NULL,
        -- what the index reads: every spelling of the names, and the text
        names TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (kind, ref)
      ) STRICT;

      -- every spelling of the names of reference data, folded (db/search/fold.ts)
      CREATE TABLE search_name (
        folded TEXT NOT NULL,
        entry INTEGER NOT NULL REFERENCES search_entry(id) ON DELETE CASCADE,
        PRIMARY KEY (folded, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX search_name_by_entry ON search_name(entry);

      CREATE VIRTUAL TABLE search_index USING fts5(
        kind, names, body,
        content = 'search_entry', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
      );
      -- the weights belong to the index, so that ORDER BY rank uses them without computing for every match
      INSERT INTO search_index(search_index, rank) VALUES ('rank', 'bm25(0.0, 10.0, 1.0)');
      INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);

      CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_index(rowid, kind, names, body) VALUES (new.id, new.kind, new.names, new.body);
      END;
      CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_index(search_index, rowid, kind, names, body) VALUES ('delete', old.id, old.kind, old.names, old.body);
      END;
      CREATE TRIGGER search_entry_changed AFTER UPDATE OF kind, names, body ON search_entry BEGIN
        INSERT INTO search_index(search_index, rowid, kind, names, body) VALUES ('delete', old.id, old.kind, old.names, old.body);
        INSERT INTO search_index(rowid, kind, names, body) VALUES (new.id, new.kind, new.names, new.body);
      END;
    `);
  },
};
