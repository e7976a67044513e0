/**
 * What waits knows the carrier that brought it. When it was taken in after all, it counted as brought by the carrier that brought what it
 * waited for, and was never sent to that one.
 */
import { sql } from '../driver.ts';
import type { Migration } from '../migrate.ts';

export const waitingOfACarrier: Migration = {
  version: 24,
  name: 'waiting-of-a-carrier',
  up: (file) => void file.run(sql`ALTER TABLE parked ADD COLUMN came_from TEXT`),
};
