/** What follows from a change of who belongs to a space: a new key where somebody left, vouchers, and what waited for keys or members. */
import type { Desk } from '../documents/desk.ts';
import { sql } from '../file/driver.ts';
import { keysOf, membershipOf } from './members.ts';
import { renewKey, takeChain } from './membership.ts';
import { sealAnew } from './outgoing.ts';
import { markReady } from './parked.ts';
import { takeReady } from './ready.ts';
import type { Statement } from './statement.ts';
import type { Tally } from './tally.ts';
import { vouch } from './voucher.ts';

/** Call inside the transaction of the change, so that none is without what follows; what waited has its turn with `takeReady`. */
export function afterChainChange(desk: Desk, space: string): void {
  renewKey(desk, space);
  sealAnew(desk, space);
  vouch(desk, space);
  desk.file.run(sql`DELETE FROM awaited_space WHERE space = ${space}`);
  const keys = [...keysOf(desk.file, space).keys()].map((key) => `key ${key}`);
  const members = [...(membershipOf(desk.file, space)?.members.keys() ?? [])].map((member) => `member ${member}`);
  // whoever may write again is heard on what was refused of it meanwhile
  const refused = desk.file.rows<{ needs: string }>(sql`SELECT DISTINCT needs FROM parked WHERE space = ${space} AND why IN ('reader', 'removed')`).map(({ needs }) => needs);
  markReady(desk.file, [...keys, ...members, ...refused]);
}

/** Takes in a chain that a carrier brought, and what waited for it. Throws as `takeChain`. */
export async function takeMembers(desk: Desk, space: string, chain: readonly Statement[], tally: Tally): Promise<void> {
  const changed = desk.file.atomically(() => {
    const took = takeChain(desk, space, chain);
    if (took) afterChainChange(desk, space);
    return took;
  });
  if (changed) await takeReady(desk, tally);
}
