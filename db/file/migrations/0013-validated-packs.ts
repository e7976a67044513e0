/** Of each pack what its stored content hashes to and which shapes it was validated by, so that a start checks a hash instead of every fact. */
import type { Migration } from '../migrate.ts';

export const validatedPacks: Migration = {
  version: 13,
  name: 'validated-packs',
  up: (file) => {
    file.script(`
      -- SHA-256 of header and entries as stored; '' when nobody looked yet
      ALTER TABLE pack ADD COLUMN content_hash TEXT NOT NULL DEFAULT '';
      -- what names the shapes of that version of the application (build/bundle.ts)
      ALTER TABLE pack ADD COLUMN validated_by TEXT NOT NULL DEFAULT '';
    `);
  },
};
