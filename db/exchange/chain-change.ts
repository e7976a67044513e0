/** What follows from a change of who belongs to a space: a new key where somebody left, vouchers, and what waited for keys or members. */
import type { Desk } from '../documents/desk.ts';
import { sql } from '../file/driver.ts';
import { keysOf, membershipOf } from './members.ts';
import { renewKey } from './membership.ts';
import { sealAnew } from './outgoing.ts';
import { replayWaiting } from './receive.ts';
import type { Tally } from './tally.ts';
import { vouch } from './voucher.ts';

export function afterChainChange(desk: Desk, space: string, tally: Tally): void {
  desk.file.atomically(() => {
    renewKey(desk, space);
    sealAnew(desk, space);
    vouch(desk, space);
    desk.file.run(sql`DELETE FROM awaited_space WHERE space = ${space}`);
  });
  const members = membershipOf(desk.file, space)?.members.keys() ?? [];
  // whoever may write again is heard on what was refused of it meanwhile
  const refused = desk.file.rows<{ needs: string }>(sql`SELECT DISTINCT needs FROM parked WHERE space = ${space} AND why IN ('reader', 'removed')`).map(({ needs }) => needs);
  replayWaiting(desk, [...[...keysOf(desk.file, space).keys()].map((key) => `key ${key}`), ...[...members].map((member) => `member ${member}`), ...refused], tally);
}
