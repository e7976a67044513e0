/** When a claim begins, in UTC as its end is, so that those of one time are found without reading the others. */
import type { Migration } from '../migrate.ts';

export const claimsInTime: Migration = {
  version: 9,
  name: 'claims-in-time',
  up: (file) => {
    file.script(`
      ALTER TABLE capability_claim ADD COLUMN start_at TEXT;
      UPDATE capability_claim SET start_at = strftime('%Y-%m-%dT%H:%M:%fZ', substr(start, 1, instr(start, '[') - 1)) WHERE start IS NOT NULL;
      CREATE INDEX capability_claim_in_time ON capability_claim(capability, start_at, end_at);
    `);
  },
};
