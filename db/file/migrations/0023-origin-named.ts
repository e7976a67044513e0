/** What a copy says of its origin: beside the document it was made of, which another post may not hold, its reference and its space. */
import type { Migration } from '../migrate.ts';

export const originNamed: Migration = {
  version: 23,
  name: 'origin-named',
  up: (file) => {
    file.script(`
      -- JSON: { id, reference, space }; null for what is no copy, and for copies of before, which name the document alone
      ALTER TABLE document ADD COLUMN origin_named TEXT;
    `);
  },
};
