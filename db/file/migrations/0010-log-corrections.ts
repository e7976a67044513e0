/** Which entry of the log puts which right, so that the entry that holds is found without reading the whole log. */
import type { Migration } from '../migrate.ts';

export const logCorrections: Migration = {
  version: 10,
  name: 'log-corrections',
  up: (file) => {
    file.script(`
      -- the revision of the entry that this one puts right
      ALTER TABLE log_entry ADD COLUMN corrects TEXT;
      UPDATE log_entry SET corrects = (SELECT json_extract(body, '$.corrects') FROM revision WHERE revision.id = log_entry.revision);
      CREATE INDEX log_entry_corrected ON log_entry(corrects) WHERE corrects IS NOT NULL;
    `);
  },
};
