/** Exercises: which one a post works in, and the numbers of their documents, apart from those of operational work. */
import type { Migration } from '../migrate.ts';

export const exercises: Migration = {
  version: 17,
  name: 'exercises',
  up: (file) => {
    file.script(`
      -- the exercise that this post works in; no row: it works operationally
      CREATE TABLE space_view (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        space TEXT NOT NULL REFERENCES space(id) ON DELETE CASCADE
      ) STRICT;

      CREATE INDEX document_by_space ON document(space);

      -- last number given, per letter of the series and year; of all exercises together
      CREATE TABLE exercise_number (
        letter TEXT NOT NULL,
        year INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (letter, year)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
