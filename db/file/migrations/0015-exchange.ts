/**
 * Exchange: the post's key for sealing, who belongs to a space, the keys of a space, what every post is known to have, what waits for
 * something that has not arrived, and the fields that two posts changed apart.
 */
import type { Migration } from '../migrate.ts';

export const exchange: Migration = {
  version: 15,
  name: 'exchange',
  up: (file) => {
    file.script(`
      -- X25519, as SPKI and PKCS #8 DER; made when the post first needs it
      ALTER TABLE post ADD COLUMN box_public BLOB;
      ALTER TABLE post ADD COLUMN box_private BLOB;

      -- what this post is in the space, as the chain of statements says; 'awaiting': invited by words, the chain has not arrived
      ALTER TABLE space ADD COLUMN standing TEXT NOT NULL DEFAULT 'keeper'
        CHECK (standing IN ('keeper', 'editor', 'reader', 'removed', 'left', 'awaiting'));
      ALTER TABLE space ADD COLUMN frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1));
      -- the space where new documents go
      ALTER TABLE space ADD COLUMN home INTEGER NOT NULL DEFAULT 0 CHECK (home IN (0, 1));
      UPDATE space SET home = 1 WHERE id = (SELECT id FROM space WHERE kind = 'region' ORDER BY created_at, id LIMIT 1);
      CREATE UNIQUE INDEX space_home ON space(home) WHERE home = 1;

      -- an invitation by words: the beginning of the hash of the statement that admits this post
      CREATE TABLE awaited_space (
        space TEXT PRIMARY KEY REFERENCES space(id) ON DELETE CASCADE,
        statement TEXT NOT NULL,
        until TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- the chain of statements of a space, canonical JSON
      CREATE TABLE statement (
        space TEXT NOT NULL REFERENCES space(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (space, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE space_key (
        space TEXT NOT NULL REFERENCES space(id) ON DELETE CASCADE,
        key_id TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        key BLOB NOT NULL,
        PRIMARY KEY (space, key_id)
      ) STRICT, WITHOUT ROWID;

      -- everything of a space that this post can send, in the order in which it learned of it
      CREATE TABLE envelope (
        seq INTEGER PRIMARY KEY,
        space TEXT NOT NULL REFERENCES space(id),
        -- 1 revision, 2 part of a file, 3 voucher
        type INTEGER NOT NULL,
        -- id of the revision or voucher, SHA-256 of the file
        ref TEXT NOT NULL,
        part INTEGER NOT NULL DEFAULT 0,
        -- SHA-256 of the sealed bytes
        id BLOB NOT NULL UNIQUE,
        key_id TEXT NOT NULL,
        -- the post that is named on the outside
        author BLOB NOT NULL,
        -- the carrier that brought it
        came_from TEXT
      ) STRICT;
      CREATE INDEX envelope_of_space ON envelope(space, seq);
      CREATE INDEX envelope_of_ref ON envelope(ref, part);

      -- revisions of this post that have no envelope yet
      CREATE TABLE unsealed (revision TEXT PRIMARY KEY REFERENCES revision(id)) STRICT, WITHOUT ROWID;
      INSERT INTO unsealed (revision) SELECT id FROM revision;

      -- envelopes that wait, and why
      CREATE TABLE parked (
        id BLOB PRIMARY KEY,
        space TEXT NOT NULL REFERENCES space(id) ON DELETE CASCADE,
        why TEXT NOT NULL,
        -- what it waits for: a revision, a document, a key, a newer version
        needs TEXT NOT NULL,
        sealed BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX parked_by_need ON parked(needs);

      -- revisions of a post that is no member any more, for which a member vouches that it had them in time
      CREATE TABLE voucher (
        id TEXT PRIMARY KEY,
        space TEXT NOT NULL REFERENCES space(id),
        body TEXT NOT NULL,
        signature BLOB NOT NULL,
        signer BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE vouched (revision TEXT PRIMARY KEY, voucher TEXT NOT NULL REFERENCES voucher(id)) STRICT, WITHOUT ROWID;

      -- derived from the revisions: those that no other goes on from
      CREATE TABLE head (
        document TEXT NOT NULL REFERENCES document(id),
        revision TEXT NOT NULL REFERENCES revision(id),
        PRIMARY KEY (document, revision)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO head (document, revision)
        SELECT revision.document, revision.id FROM revision JOIN document ON document.id = revision.document
        WHERE json_extract(body, '$.kind') = document.kind AND revision.id NOT IN (SELECT parent FROM revision_parent);

      -- derived from the head of a document: fields that two posts changed apart
      CREATE TABLE open_difference (
        document TEXT NOT NULL REFERENCES document(id),
        path TEXT NOT NULL,
        -- canonical JSON: the values with the revisions that brought them
        candidates TEXT NOT NULL,
        PRIMARY KEY (document, path)
      ) STRICT, WITHOUT ROWID;

      -- documents that a document names and that have not arrived
      CREATE TABLE awaited_link (
        document TEXT NOT NULL REFERENCES document(id),
        what TEXT NOT NULL CHECK (what IN ('dossier', 'origin', 'request')),
        target TEXT NOT NULL,
        PRIMARY KEY (document, what)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX awaited_link_by_target ON awaited_link(target);

      -- how far this post is with a carrier
      CREATE TABLE carrier_progress (
        carrier TEXT NOT NULL,
        space TEXT NOT NULL REFERENCES space(id) ON DELETE CASCADE,
        identity TEXT NOT NULL,
        generation TEXT NOT NULL,
        -- every envelope up to here is stored there durably
        sent INTEGER NOT NULL DEFAULT 0,
        cursor TEXT,
        highest TEXT,
        state TEXT NOT NULL CHECK (state IN ('done', 'failed', 'stopped')),
        at TEXT NOT NULL,
        PRIMARY KEY (carrier, space)
      ) STRICT, WITHOUT ROWID;

      -- files between two posts: how far each is known to have read the other
      CREATE TABLE peer_progress (
        space TEXT NOT NULL REFERENCES space(id) ON DELETE CASCADE,
        -- the other post's signing key, base64
        peer TEXT NOT NULL,
        -- of the other's envelopes, everything up to here was read
        read_up_to INTEGER NOT NULL DEFAULT 0,
        -- of ours, the other says that it read everything up to here
        has_up_to INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (space, peer)
      ) STRICT, WITHOUT ROWID;

      -- the reference as its maker gave it, where two posts gave the same one and it had to be told apart
      ALTER TABLE document ADD COLUMN given_reference TEXT;
      CREATE INDEX document_by_given_reference ON document(given_reference) WHERE given_reference IS NOT NULL;
      -- the working copy of which the head is a snapshot; another one is not in a revision yet
      ALTER TABLE document ADD COLUMN revised_seq INTEGER NOT NULL DEFAULT -1;
      CREATE INDEX document_unrevised ON document(space) WHERE seq <> revised_seq;
      CREATE TRIGGER document_placed AFTER UPDATE OF dossier ON document WHEN old.dossier IS NOT new.dossier BEGIN
        UPDATE document SET revised_seq = -1 WHERE id = new.id;
      END;
      CREATE TRIGGER document_grouped AFTER INSERT ON group_member BEGIN
        UPDATE document SET revised_seq = -1 WHERE id = new.document;
      END;

      -- the revision that tells the other posts of an attachment
      ALTER TABLE attachment ADD COLUMN revision TEXT REFERENCES revision(id);
      CREATE INDEX attachment_untold ON attachment(dossier) WHERE revision IS NULL;

      -- an exercise that a post removes goes with its revisions; nothing else ever does
      CREATE TABLE space_removal (space TEXT PRIMARY KEY REFERENCES space(id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;
      DROP TRIGGER revision_is_kept;
      CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
        WHEN NOT EXISTS (SELECT 1 FROM document JOIN space_removal ON space_removal.space = document.space WHERE document.id = old.document)
        BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
    `);
  },
};
