/** The post itself, the spaces it belongs to, and the reference packs it works from. */
import type { Migration } from '../migrate.ts';

export const postAndPacks: Migration = {
  version: 1,
  name: 'post-and-packs',
  up: (file) => {
    file.script(`
      CREATE TABLE post (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        name TEXT NOT NULL,
        function TEXT NOT NULL,
        region_code TEXT NOT NULL,
        public_key BLOB NOT NULL,
        private_key BLOB NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

      -- a sharing group; everything that is shared belongs to one
      CREATE TABLE space (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('region', 'command', 'exercise')),
        name TEXT NOT NULL,
        region_code TEXT,
        created_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE pack (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        version TEXT NOT NULL,
        -- SHA-256 of the file it came from
        hash TEXT NOT NULL,
        -- everything of the pack but its entries
        header TEXT NOT NULL,
        entries INTEGER NOT NULL,
        loaded_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE pack_entry (
        pack TEXT NOT NULL REFERENCES pack(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (pack, position)
      ) STRICT, WITHOUT ROWID;

      -- packs of a kind or format that this version does not know, kept for the version that does
      CREATE TABLE parked_pack (
        hash TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        parked_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
