/** The hubs that this post exchanges with. */
import type { Migration } from '../migrate.ts';

export const hubs: Migration = {
  version: 16,
  name: 'hubs',
  up: (file) => {
    file.script(`
      CREATE TABLE hub (
        -- fingerprint of the hub's key: what makes it this hub
        pin TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        -- code of the hub's keeper, where a new space needs one
        admission TEXT,
        added_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
