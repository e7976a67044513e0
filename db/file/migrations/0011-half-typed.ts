/** What stands in a form and is not entered yet: of this post alone, and gone when it is entered. */
import type { Migration } from '../migrate.ts';

export const halfTyped: Migration = {
  version: 11,
  name: 'half-typed',
  up: (file) => {
    file.script(`
      -- no reference to a document: what a person typed outlives what it was typed for
      CREATE TABLE half_typed (
        place TEXT NOT NULL,
        form TEXT NOT NULL,
        -- JSON object of texts by field of the form
        fields TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        PRIMARY KEY (place, form)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
