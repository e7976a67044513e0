/** What the post itself knows of contacts and capabilities: apart from the packs, so that a newer pack never overwrites it. */
import type { Migration } from '../migrate.ts';

export const localKnowledge: Migration = {
  version: 5,
  name: 'local-knowledge',
  up: (file) => {
    file.script(`
      -- no reference to a pack's entry: what a person wrote outlives an entry that a newer pack drops
      CREATE TABLE contact_completion (
        contact TEXT PRIMARY KEY,
        -- JSON array of {kind, value}
        channels TEXT NOT NULL,
        note TEXT,
        saved_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE duty (
        id TEXT PRIMARY KEY,
        contact TEXT NOT NULL,
        start TEXT NOT NULL,
        end TEXT NOT NULL,
        who TEXT NOT NULL,
        phone TEXT,
        note TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE capability_note (
        capability TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        saved_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
