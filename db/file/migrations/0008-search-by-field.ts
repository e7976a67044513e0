/**
 * Search in two indexes: reference data, ranked by where the words stand (names, words of effects, text), and what people wrote,
 * newest first; a table of words to forgive a typing error with; and a list of the documents that the index still lacks.
 */
import type { Migration } from '../migrate.ts';

export const searchByField: Migration = {
  version: 8,
  name: 'search-by-field',
  up: (file) => {
    file.script(`
      DROP TRIGGER search_entry_added;
      DROP TRIGGER search_entry_removed;
      DROP TRIGGER search_entry_changed;
      DROP TABLE search_index;

      -- words of the effects that an entry serves or stands under, a line each
      ALTER TABLE search_entry ADD COLUMN terms TEXT NOT NULL DEFAULT '';
      -- of an effect: the main effect that it is or stands under
      ALTER TABLE search_entry ADD COLUMN family TEXT;

      -- 1 for municipalities and regions: their names are found by their beginnings, from one letter on
      ALTER TABLE search_name ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
      -- 1 for what the thing is called by itself, 0 for its other names
      ALTER TABLE search_name ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX search_name_of_place ON search_name(folded, entry) WHERE place = 1;

      CREATE VIEW search_reference AS SELECT id, kind, names, terms, body FROM search_entry WHERE kind NOT IN ('request', 'dossier');
      CREATE VIEW search_written AS SELECT id, kind, names, body FROM search_entry WHERE kind IN ('request', 'dossier');

      CREATE VIRTUAL TABLE search_index USING fts5(
        kind, names, terms, body,
        content = 'search_reference', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
      );
      -- the weights belong to the index, so that ORDER BY rank uses them without computing for every match
      INSERT INTO search_index(search_index, rank) VALUES ('rank', 'bm25(0.0, 10.0, 3.0, 1.0)');
      INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);
      CREATE TRIGGER search_reference_added AFTER INSERT ON search_entry WHEN new.kind NOT IN ('request', 'dossier') BEGIN
        INSERT INTO search_index(rowid, kind, names, terms, body) VALUES (new.id, new.kind, new.names, new.terms, new.body);
      END;
      CREATE TRIGGER search_reference_removed AFTER DELETE ON search_entry WHEN old.kind NOT IN ('request', 'dossier') BEGIN
        INSERT INTO search_index(search_index, rowid, kind, names, terms, body) VALUES ('delete', old.id, old.kind, old.names, old.terms, old.body);
      END;
      CREATE TRIGGER search_reference_changed AFTER UPDATE OF names, terms, body ON search_entry WHEN old.kind NOT IN ('request', 'dossier') BEGIN
        INSERT INTO search_index(search_index, rowid, kind, names, terms, body) VALUES ('delete', old.id, old.kind, old.names, old.terms, old.body);
        INSERT INTO search_index(rowid, kind, names, terms, body) VALUES (new.id, new.kind, new.names, new.terms, new.body);
      END;

      CREATE VIRTUAL TABLE search_written_index USING fts5(
        kind, names, body,
        content = 'search_written', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
      );
      INSERT INTO search_written_index(search_written_index, rank) VALUES ('secure-delete', 1);
      CREATE TRIGGER search_written_added AFTER INSERT ON search_entry WHEN new.kind IN ('request', 'dossier') BEGIN
        INSERT INTO search_written_index(rowid, kind, names, body) VALUES (new.id, new.kind, new.names, new.body);
      END;
      CREATE TRIGGER search_written_removed AFTER DELETE ON search_entry WHEN old.kind IN ('request', 'dossier') BEGIN
        INSERT INTO search_written_index(search_written_index, rowid, kind, names, body) VALUES ('delete', old.id, old.kind, old.names, old.body);
      END;
      CREATE TRIGGER search_written_changed AFTER UPDATE OF names, body ON search_entry WHEN old.kind IN ('request', 'dossier') BEGIN
        INSERT INTO search_written_index(search_written_index, rowid, kind, names, body) VALUES ('delete', old.id, old.kind, old.names, old.body);
        INSERT INTO search_written_index(rowid, kind, names, body) VALUES (new.id, new.kind, new.names, new.body);
      END;
      INSERT INTO search_index(search_index) VALUES ('rebuild');
      INSERT INTO search_written_index(search_written_index) VALUES ('rebuild');

      -- every word of reference data, forwards and backwards: a word with one error in it keeps its beginning or its end
      CREATE TABLE search_term (
        term TEXT PRIMARY KEY,
        reversed TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX search_term_reversed ON search_term(reversed, term);

      -- documents that were saved since the index last took them in; the triggers miss no way of saving
      CREATE TABLE search_waiting (document TEXT PRIMARY KEY REFERENCES document(id)) STRICT, WITHOUT ROWID;
      CREATE TRIGGER search_waits_when_made AFTER INSERT ON document BEGIN
        INSERT OR IGNORE INTO search_waiting (document) VALUES (new.id);
      END;
      CREATE TRIGGER search_waits_when_saved AFTER UPDATE OF seq, saved_at ON document BEGIN
        INSERT OR IGNORE INTO search_waiting (document) VALUES (new.id);
      END;
      INSERT INTO search_waiting (document) SELECT id FROM document;

      -- the reference data is taken in anew at the next start, with the words of its effects
      DELETE FROM search_source;
    `);
  },
};
