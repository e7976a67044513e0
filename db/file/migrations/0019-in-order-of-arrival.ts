/**
 * Revisions lie in the file in the order in which they arrive, and follow from each other by number. By their hash each lay in a page of
 * its own far from the last one, half of it empty: an exchange wrote four pages for every revision, and more the more there were. Rows
 * are moved as they are, not a character of a revision changes.
 */
import type { Migration } from '../migrate.ts';

export const inOrderOfArrival: Migration = {
  version: 19,
  name: 'in-order-of-arrival',
  replacesTables: true,
  up: (file) => {
    file.script(`
      CREATE TABLE revision_moved (
        -- order in which this post learned of all revisions
        seq INTEGER PRIMARY KEY,
        -- SHA-256 of body
        id TEXT NOT NULL UNIQUE,
        document TEXT NOT NULL REFERENCES document(id),
        -- order in which this post learned of the revisions of a document
        number INTEGER NOT NULL,
        -- canonical JSON of the content
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        -- Ed25519 over id and at, by the post that made it
        signature BLOB NOT NULL,
        signer BLOB NOT NULL,
        UNIQUE (document, number)
      ) STRICT;
      INSERT INTO revision_moved (id, document, number, body, at, signature, signer)
        SELECT id, document, number, body, at, signature, signer FROM revision ORDER BY document, number;

      CREATE TABLE revision_parent_moved (
        revision INTEGER NOT NULL REFERENCES revision(seq),
        parent INTEGER NOT NULL REFERENCES revision(seq),
        PRIMARY KEY (revision, parent)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO revision_parent_moved (revision, parent)
        SELECT child.seq, older.seq FROM revision_parent
        JOIN revision_moved AS child ON child.id = revision_parent.revision JOIN revision_moved AS older ON older.id = revision_parent.parent;

      DROP TABLE revision_parent;
      DROP TABLE revision;
      ALTER TABLE revision_moved RENAME TO revision;
      ALTER TABLE revision_parent_moved RENAME TO revision_parent;

      CREATE TRIGGER revision_stays BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
      CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
        WHEN NOT EXISTS (SELECT 1 FROM document JOIN space_removal ON space_removal.space = document.space WHERE document.id = old.document)
        BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;

      -- a revision can be named by vouchers of several spaces; one counts in its own alone
      CREATE TABLE vouched_moved (
        revision TEXT NOT NULL,
        voucher TEXT NOT NULL REFERENCES voucher(id),
        PRIMARY KEY (revision, voucher)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO vouched_moved (revision, voucher) SELECT revision, voucher FROM vouched;
      DROP TABLE vouched;
      ALTER TABLE vouched_moved RENAME TO vouched;

      -- only parts of files are looked for by what they are of
      DROP INDEX envelope_of_ref;
      CREATE INDEX envelope_of_file ON envelope(ref, part) WHERE type = 2;
    `);
  },
};
