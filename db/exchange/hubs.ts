/** The hubs that this post exchanges with, each by the fingerprint of its key. */
import type { Hub } from '../../shared/calls/exchange.ts';
import { AppError } from '../../shared/errors.ts';
import type { Desk } from '../documents/desk.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { HubAddress } from './hub-carrier.ts';

interface Row {
  readonly pin: string;
  readonly url: string;
  readonly admission: string | null;
}

const hubOf = ({ pin, url, admission }: Row): HubAddress => ({ pin, url, ...(admission === null ? {} : { admission }) });

export function hubs(file: StoreFile): HubAddress[] {
  return file.rows<Row>(sql`SELECT pin, url, admission FROM hub ORDER BY added_at, pin`).map(hubOf);
}

/** Throws `entry.unknown`. */
export function findHub(file: StoreFile, pin: string): HubAddress {
  const row = file.row<Row>(sql`SELECT pin, url, admission FROM hub WHERE pin = ${pin}`);
  if (!row) throw new AppError('entry.unknown', 'this post does not know that hub');
  return hubOf(row);
}

/** The same hub at another address is that hub: its key says which it is. */
export function addHub({ file, now }: Desk, { pin, url, admission }: Hub): void {
  file.run(sql`
    INSERT INTO hub (pin, url, admission, added_at) VALUES (${pin}, ${url}, ${admission ?? null}, ${now().toISOString()})
    ON CONFLICT (pin) DO UPDATE SET url = excluded.url, admission = coalesce(excluded.admission, admission)`);
}

/** Of an invitation: one that this post knows already stays as its own people entered it. */
export function addFoundHub({ file, now }: Desk, { pin, url }: Hub): void {
  file.run(sql`INSERT INTO hub (pin, url, added_at) VALUES (${pin}, ${url}, ${now().toISOString()}) ON CONFLICT (pin) DO NOTHING`);
}

export function removeHub({ file }: Desk, pin: string): void {
  file.run(sql`DELETE FROM hub WHERE pin = ${pin}`);
}
