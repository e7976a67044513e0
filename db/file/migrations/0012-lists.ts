/**
 * Lists of requests in pages: the words that a request is found by in its list, its start in UTC, and a mark on the counts that are
 * not of what is stored any more, so that nobody has to read all requests to show a hundred.
 */
import type { Migration } from '../migrate.ts';

export const lists: Migration = {
  version: 12,
  name: 'lists',
  up: (file) => {
    file.script(`
      -- folded (db/search/fold.ts) when it is next saved; until then as near as SQL alone comes
      ALTER TABLE request_summary ADD COLUMN found TEXT NOT NULL DEFAULT '';
      ALTER TABLE request_summary ADD COLUMN start_at TEXT;
      UPDATE request_summary SET
        found = lower(title || ' ' || replace((SELECT reference FROM document WHERE document.id = request_summary.document), '-', ' ')),
        start_at = strftime('%Y-%m-%dT%H:%M:%fZ', substr(start, 1, instr(start, '[') - 1));
      CREATE INDEX request_summary_by_start ON request_summary(start_at);
      CREATE INDEX request_summary_missing ON request_summary(blocks DESC, warns DESC) WHERE blocks + warns > 0;
      CREATE INDEX document_by_state ON document(kind, state);

      -- assessed_seq -1: the counts are to be made anew; the trigger misses no way of saving
      UPDATE request_summary SET assessed_seq = -1 WHERE assessed_seq <> (SELECT seq FROM document WHERE document.id = request_summary.document);
      CREATE INDEX request_summary_to_assess ON request_summary(document) WHERE assessed_seq < 0;
      CREATE TRIGGER request_counts_wait AFTER UPDATE OF seq ON document BEGIN
        UPDATE request_summary SET assessed_seq = -1 WHERE document = new.id AND assessed_seq >= 0;
      END;
    `);
  },
};
