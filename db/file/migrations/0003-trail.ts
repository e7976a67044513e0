/** The trail: one row an act, chained by hash. The triggers stop a slip of ours; the chain shows what was changed around them. */
import type { Migration } from '../migrate.ts';

export const trail: Migration = {
  version: 3,
  name: 'trail',
  up: (file) => {
    file.script(`
      CREATE TABLE trail (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        act TEXT NOT NULL,
        document TEXT,
        -- canonical JSON
        details TEXT NOT NULL,
        -- SHA-256 of the hash before and of this row's canonical JSON
        hash TEXT NOT NULL
      ) STRICT;

      CREATE TRIGGER trail_stays BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END;
      CREATE TRIGGER trail_is_kept BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END;
    `);
  },
};
