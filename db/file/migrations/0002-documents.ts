/** Requests: working copies of one row a field, so that autosave touches one row, and revisions, which are only ever added. */
import type { Migration } from '../migrate.ts';

export const documents: Migration = {
  version: 2,
  name: 'documents',
  up: (file) => {
    file.script(`
      CREATE TABLE document (
        id TEXT PRIMARY KEY,
        space TEXT NOT NULL REFERENCES space(id),
        kind TEXT NOT NULL,
        reference TEXT NOT NULL UNIQUE,
        template_id TEXT NOT NULL,
        legal_basis_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'finalised')),
        version INTEGER NOT NULL CHECK (version > 0),
        -- counts the saves of the working copy
        seq INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        created_at TEXT NOT NULL,
        -- canonical JSON: pack id to version, as of the last change of state
        pack_versions TEXT NOT NULL,
        -- the revision that the working copy goes on from
        head TEXT,
        finalised_despite TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE field (
        document TEXT NOT NULL REFERENCES document(id),
        id TEXT NOT NULL,
        -- canonical JSON of the value; an empty field has no row
        json TEXT NOT NULL,
        seq INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        PRIMARY KEY (document, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE revision (
        -- SHA-256 of body
        id TEXT PRIMARY KEY,
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
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER revision_stays BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
      CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;

      CREATE TABLE revision_parent (
        revision TEXT NOT NULL REFERENCES revision(id),
        parent TEXT NOT NULL REFERENCES revision(id),
        PRIMARY KEY (revision, parent)
      ) STRICT, WITHOUT ROWID;

      -- last number given per year, for references such as VR24-2026-001
      CREATE TABLE reference_number (
        year INTEGER PRIMARY KEY,
        last INTEGER NOT NULL
      ) STRICT;

      -- derived from document and field (db/documents/projection.ts), can be rebuilt
      CREATE TABLE request_summary (
        document TEXT PRIMARY KEY REFERENCES document(id),
        title TEXT NOT NULL,
        start TEXT,
        region_code TEXT,
        -- the working copy that the counts are of; -1 when it was not assessed yet
        assessed_seq INTEGER NOT NULL DEFAULT -1,
        blocks INTEGER NOT NULL DEFAULT 0,
        warns INTEGER NOT NULL DEFAULT 0,
        -- the working copy that the full-text index holds; it is brought up to date before a search
        indexed_seq INTEGER NOT NULL DEFAULT -1
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
