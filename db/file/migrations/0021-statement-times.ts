/** When each statement about who belongs to a space became known here: what happened is shown with its moment. The trail has it. */
import type { Migration } from '../migrate.ts';

export const statementTimes: Migration = {
  version: 21,
  name: 'statement-times',
  up: (file) => {
    file.script(`
      -- instant on the clock of this post, which decides nothing
      ALTER TABLE statement ADD COLUMN known_at TEXT;
      UPDATE statement SET known_at = (
        SELECT max(at) FROM trail
        WHERE act = 'membership' AND json_extract(details, '$.space') = statement.space AND json_extract(details, '$.number') = statement.number
      );
    `);
  },
};
