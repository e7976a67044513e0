/** Attachments: files in chunks, named by the SHA-256 of their content, so that the same file is kept once. */
import type { Migration } from '../migrate.ts';

export const attachments: Migration = {
  version: 7,
  name: 'attachments',
  up: (file) => {
    file.script(`
      CREATE TABLE blob (
        sha256 TEXT PRIMARY KEY,
        bytes INTEGER NOT NULL CHECK (bytes > 0),
        -- 1 when every chunk is there and their hash was proven; what is not is removed at the next start
        complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE blob_chunk (
        blob TEXT NOT NULL REFERENCES blob(sha256) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (blob, number)
      ) STRICT;

      CREATE TABLE attachment (
        id TEXT PRIMARY KEY,
        dossier TEXT NOT NULL REFERENCES document(id),
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        blob TEXT NOT NULL REFERENCES blob(sha256),
        added_at TEXT NOT NULL,
        -- canonical JSON of the author
        author TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX attachment_by_dossier ON attachment(dossier, added_at);
    `);
  },
};
