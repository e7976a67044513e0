/** Advice, what was done with its proposals, the steps in the life of a request, and pre-announcements before there is a request. */
import type { Migration } from '../migrate.ts';

export const adviceAndLife: Migration = {
  version: 14,
  name: 'advice-and-life',
  up: (file) => {
    file.script(`
      -- the request that an advice is of; none while there is only a question
      CREATE TABLE advice (
        document TEXT PRIMARY KEY REFERENCES document(id),
        request TEXT REFERENCES document(id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX advice_by_request ON advice(request) WHERE request IS NOT NULL;

      -- derived from the revisions that say what was done with a proposal
      CREATE TABLE proposal_answer (
        revision TEXT PRIMARY KEY REFERENCES revision(id),
        advice TEXT NOT NULL REFERENCES document(id),
        proposal TEXT NOT NULL,
        answer TEXT NOT NULL CHECK (answer IN ('takenOver', 'declined')),
        at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX proposal_answer_in_order ON proposal_answer(advice, proposal, at);

      -- derived from the revisions that are steps: their order, without reading them all
      CREATE TABLE life_step (
        revision TEXT PRIMARY KEY REFERENCES revision(id),
        request TEXT NOT NULL REFERENCES document(id),
        -- given where the step was written, so that recording it twice gives one
        step TEXT NOT NULL UNIQUE,
        -- when it happened and when it was recorded, UTC
        at TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        -- the pre-announcement that it takes into the life of the request
        announcement TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX life_step_in_order ON life_step(request, at, recorded_at);
      CREATE INDEX life_step_of_announcement ON life_step(announcement) WHERE announcement IS NOT NULL;

      -- derived from the revisions that are pre-announcements outside a dossier
      CREATE TABLE announcement (
        revision TEXT PRIMARY KEY REFERENCES revision(id),
        document TEXT NOT NULL REFERENCES document(id),
        step TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- last number given per year, for references such as VR24-2026-A001 and VR24-2026-V001
      CREATE TABLE advice_number (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
      CREATE TABLE announcement_number (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;

      -- advice is written by people too: it is found with requests and dossiers
      DROP VIEW search_reference;
      DROP VIEW search_written;
      CREATE VIEW search_reference AS SELECT id, kind, names, terms, body FROM search_entry WHERE kind NOT IN ('request', 'dossier', 'advice');
      CREATE VIEW search_written AS SELECT id, kind, names, body FROM search_entry WHERE kind IN ('request', 'dossier', 'advice');
      DROP TRIGGER search_reference_added;
      DROP TRIGGER search_reference_removed;
      DROP TRIGGER search_reference_changed;
      DROP TRIGGER search_written_added;
      DROP TRIGGER search_written_removed;
      DROP TRIGGER search_written_changed;
      CREATE TRIGGER search_reference_added AFTER INSERT ON search_entry WHEN new.kind NOT IN ('request', 'dossier', 'advice') BEGIN
        INSERT INTO search_index(rowid, kind, names, terms, body) VALUES (new.id, new.kind, new.names, new.terms, new.body);
      END;
      CREATE TRIGGER search_reference_removed AFTER DELETE ON search_entry WHEN old.kind NOT IN ('request', 'dossier', 'advice') BEGIN
        INSERT INTO search_index(search_index, rowid, kind, names, terms, body) VALUES ('delete', old.id, old.kind, old.names, old.terms, old.body);
      END;
      CREATE TRIGGER search_reference_changed AFTER UPDATE OF names, terms, body ON search_entry WHEN old.kind NOT IN ('request', 'dossier', 'advice') BEGIN
        INSERT INTO search_index(search_index, rowid, kind, names, terms, body) VALUES ('delete', old.id, old.kind, old.names, old.terms, old.body);
        INSERT INTO search_index(rowid, kind, names, terms, body) VALUES (new.id, new.kind, new.names, new.terms, new.body);
      END;
      CREATE TRIGGER search_written_added AFTER INSERT ON search_entry WHEN new.kind IN ('request', 'dossier', 'advice') BEGIN
        INSERT INTO search_written_index(rowid, kind, names, body) VALUES (new.id, new.kind, new.names, new.body);
      END;
      CREATE TRIGGER search_written_removed AFTER DELETE ON search_entry WHEN old.kind IN ('request', 'dossier', 'advice') BEGIN
        INSERT INTO search_written_index(search_written_index, rowid, kind, names, body) VALUES ('delete', old.id, old.kind, old.names, old.body);
      END;
      CREATE TRIGGER search_written_changed AFTER UPDATE OF names, body ON search_entry WHEN old.kind IN ('request', 'dossier', 'advice') BEGIN
        INSERT INTO search_written_index(search_written_index, rowid, kind, names, body) VALUES ('delete', old.id, old.kind, old.names, old.body);
        INSERT INTO search_written_index(rowid, kind, names, body) VALUES (new.id, new.kind, new.names, new.body);
      END;
    `);
  },
};
