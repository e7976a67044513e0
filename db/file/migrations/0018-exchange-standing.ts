/** How the last exchange with each hub ended, and whether this post exchanges by itself. */
import type { Migration } from '../migrate.ts';

export const exchangeStanding: Migration = {
  version: 18,
  name: 'exchange-standing',
  up: (file) => {
    file.script(`
      -- how the last exchange ended, and when
      ALTER TABLE hub ADD COLUMN ended TEXT CHECK (ended IN ('done', 'failed', 'stopped'));
      ALTER TABLE hub ADD COLUMN ended_at TEXT;
      -- the last one that ended well
      ALTER TABLE hub ADD COLUMN done_at TEXT;
      -- the first that failed since then, and the code of the last failure
      ALTER TABLE hub ADD COLUMN failed_since TEXT;
      ALTER TABLE hub ADD COLUMN error TEXT;

      CREATE TABLE exchange_setting (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        by_itself INTEGER NOT NULL CHECK (by_itself IN (0, 1))
      ) STRICT;
    `);
  },
};
