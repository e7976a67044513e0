/**
 * The keys of branches of a chain that did not stand. What was sealed under one and cannot be read here is sealed anew by the post that wrote
 * it: it is told apart from what waits for a key that is on its way.
 */
import { sql } from '../driver.ts';
import type { Migration } from '../migrate.ts';

export const lostKeys: Migration = {
  version: 25,
  name: 'lost-keys',
  up: (file) => void file.run(sql`CREATE TABLE lost_key (space TEXT NOT NULL REFERENCES space(id) ON DELETE CASCADE, key_id TEXT NOT NULL, PRIMARY KEY (space, key_id)) STRICT, WITHOUT ROWID`),
};
