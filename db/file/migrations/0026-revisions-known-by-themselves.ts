/**
 * An envelope that holds a revision is known by the revision: it has no index of its own by its hash. Every hash falls on another page, each of
 * which is encrypted and written anew, and that was half of what taking in a revision wrote beside the revision itself.
 */
import type { Migration } from '../migrate.ts';

export const revisionsKnownByThemselves: Migration = {
  version: 26,
  name: 'revisions-known-by-themselves',
  replacesTables: true,
  up: (file) => {
    file.script(`
      CREATE TABLE envelope_moved (
        seq INTEGER PRIMARY KEY,
        space TEXT NOT NULL REFERENCES space(id),
        -- 1 revision, 2 part of a file, 3 voucher
        type INTEGER NOT NULL,
        -- id of the revision or voucher, SHA-256 of the file
        ref TEXT NOT NULL,
        part INTEGER NOT NULL DEFAULT 0,
        -- SHA-256 of the sealed bytes
        id BLOB NOT NULL,
        key_id TEXT NOT NULL,
        -- the post that is named on the outside
        author BLOB NOT NULL,
        -- the carrier that brought it
        came_from TEXT
      ) STRICT;
      INSERT INTO envelope_moved (seq, space, type, ref, part, id, key_id, author, came_from)
        SELECT seq, space, type, ref, part, id, key_id, author, came_from FROM envelope ORDER BY seq;
      DROP TABLE envelope;
      ALTER TABLE envelope_moved RENAME TO envelope;
      CREATE INDEX envelope_of_space ON envelope(space, seq);
      CREATE INDEX envelope_of_file ON envelope(ref, part) WHERE type = 2;
      CREATE UNIQUE INDEX envelope_of_no_revision ON envelope(id) WHERE type <> 1;
    `);
  },
};
