/**
 * What was not sent yet lies in the order in which it was made. By the hash of a revision all that waited was sorted anew for every hundred
 * that were sealed: sending fifty thousand revisions for the first time took eight times as long for each as sending five thousand.
 */
import type { Migration } from '../migrate.ts';

export const unsealedInOrder: Migration = {
  version: 22,
  name: 'unsealed-in-order',
  replacesTables: true,
  up: (file) => {
    file.script(`
      -- revisions of this post that are in no envelope
      CREATE TABLE unsealed_moved (revision INTEGER PRIMARY KEY REFERENCES revision(seq)) STRICT;
      INSERT INTO unsealed_moved (revision) SELECT seq FROM unsealed JOIN revision ON revision.id = unsealed.revision;
      DROP TABLE unsealed;
      ALTER TABLE unsealed_moved RENAME TO unsealed;
    `);
  },
};
