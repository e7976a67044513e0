/** Dossiers and their log, requests that belong together, and which request asks which capability when. */
import type { Migration } from '../migrate.ts';

export const dossiers: Migration = {
  version: 6,
  name: 'dossiers',
  up: (file) => {
    file.script(`
      -- the dossier that a request lies in, and the request that it was copied from
      ALTER TABLE document ADD COLUMN dossier TEXT REFERENCES document(id);
      ALTER TABLE document ADD COLUMN origin TEXT REFERENCES document(id);
      CREATE INDEX document_by_dossier ON document(dossier) WHERE dossier IS NOT NULL;
      CREATE INDEX document_by_kind ON document(kind, saved_at);

      -- last number given per year, for references such as VR24-2026-D001
      CREATE TABLE dossier_number (
        year INTEGER PRIMARY KEY,
        last INTEGER NOT NULL
      ) STRICT;

      -- derived from the revisions that are entries of a log: their order
      CREATE TABLE log_entry (
        revision TEXT PRIMARY KEY REFERENCES revision(id),
        dossier TEXT NOT NULL REFERENCES document(id),
        -- given where the entry was written, so that writing it twice gives one
        entry TEXT NOT NULL UNIQUE,
        -- when it happened and when it was written, UTC
        at TEXT NOT NULL,
        written_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX log_entry_in_order ON log_entry(dossier, at, written_at);

      -- requests of several municipalities for one need: one each, with the shared fields in step
      CREATE TABLE group_member (
        document TEXT PRIMARY KEY REFERENCES document(id),
        group_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        -- 0 once it was finalised: it stays as it was then
        follows INTEGER NOT NULL CHECK (follows IN (0, 1)),
        UNIQUE (group_id, position)
      ) STRICT, WITHOUT ROWID;

      -- derived from the fields of requests (db/documents/claims.ts)
      CREATE TABLE capability_claim (
        capability TEXT NOT NULL,
        document TEXT NOT NULL REFERENCES document(id),
        -- as written, and the end in UTC
        start TEXT,
        end TEXT,
        end_at TEXT,
        PRIMARY KEY (capability, document)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX capability_claim_by_document ON capability_claim(document);
      INSERT INTO capability_claim (capability, document, start, end, end_at)
        SELECT DISTINCT json_extract(line.value, '$.capabilityId'), lines.document,
          json_extract(period.json, '$.start'), json_extract(period.json, '$.end'),
          strftime('%Y-%m-%dT%H:%M:%fZ', substr(json_extract(period.json, '$.end'), 1, instr(json_extract(period.json, '$.end'), '[') - 1))
        FROM field AS lines, json_each(lines.json) AS line
        LEFT JOIN field AS period ON period.document = lines.document AND period.id = 'effect.period'
        WHERE lines.id = 'capabilities.lines' AND json_extract(line.value, '$.capabilityId') IS NOT NULL;
    `);
  },
};
