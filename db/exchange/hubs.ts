/** The hubs that this post exchanges with, each by the fingerprint of its key, and how the last exchange with each ended. */
import type { HubStanding } from '../../shared/domain/exchange.ts';
import { AppError, type ErrorCode, errorCodes } from '../../shared/errors.ts';
import type { Hub } from '../../shared/calls/exchange.ts';
import type { Desk } from '../documents/desk.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { inGroups } from '../file/recovery-code.ts';
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

/**
 * The same hub at another address is that hub: its key says which it is. What was wrong with it before may be mended by this.
 * A fingerprint that was read aloud may be typed without capitals and hyphens, and with the letters that sound like figures.
 */
export function addHub({ file, now }: Desk, { pin, url, admission }: Hub): void {
  file.run(sql`
    INSERT INTO hub (pin, url, admission, added_at) VALUES (${asPin(pin)}, ${new URL(url).origin}, ${admission ?? null}, ${now().toISOString()})
    ON CONFLICT (pin) DO UPDATE SET url = excluded.url, admission = coalesce(excluded.admission, admission)`);
}

/** 24 Crockford characters in groups of four. Throws `input.invalid`. */
function asPin(typed: string): string {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{24}$/.test(characters)) throw new AppError('input.invalid', 'a fingerprint is 24 characters', { field: 'pin' });
  return inGroups(characters);
}

/** Of an invitation: one that this post knows already stays as its own people entered it. */
export function addFoundHub({ file, now }: Desk, { pin, url }: Hub): void {
  file.run(sql`INSERT INTO hub (pin, url, added_at) VALUES (${pin}, ${url}, ${now().toISOString()}) ON CONFLICT (pin) DO NOTHING`);
}

export function removeHub({ file }: Desk, pin: string): void {
  file.run(sql`DELETE FROM hub WHERE pin = ${pin}`);
}

interface StandingRow {
  readonly pin: string;
  readonly url: string;
  readonly ended: 'done' | 'failed' | 'stopped' | null;
  readonly ended_at: string | null;
  readonly done_at: string | null;
  readonly failed_since: string | null;
  readonly error: string | null;
}

export function hubStandings(file: StoreFile): HubStanding[] {
  return file.rows<StandingRow>(sql`SELECT pin, url, ended, ended_at, done_at, failed_since, error FROM hub ORDER BY added_at, pin`).map(({ pin, url, ended, ended_at, done_at, failed_since, error }) => {
    const code = errorCodes.find((one) => one === error);
    return {
      pin,
      url,
      state: ended ?? 'never',
      ...(ended_at === null ? {} : { endedAt: ended_at }),
      ...(done_at === null ? {} : { doneAt: done_at }),
      ...(failed_since === null ? {} : { failedSince: failed_since }),
      ...(code === undefined ? {} : { error: code }),
    };
  });
}

export type ExchangeEnd = { readonly state: 'done' } | { readonly state: 'stopped' } | { readonly state: 'failed'; readonly error: ErrorCode };

/** A hub that was removed meanwhile is not brought back. */
export function noteEnd({ file, now }: Desk, pin: string, end: ExchangeEnd): void {
  const at = now().toISOString();
  switch (end.state) {
    case 'done':
      file.run(sql`UPDATE hub SET ended = 'done', ended_at = ${at}, done_at = ${at}, failed_since = NULL, error = NULL WHERE pin = ${pin}`);
      break;
    case 'failed':
      file.run(sql`UPDATE hub SET ended = 'failed', ended_at = ${at}, failed_since = coalesce(failed_since, ${at}), error = ${end.error} WHERE pin = ${pin}`);
      break;
    case 'stopped':
      file.run(sql`UPDATE hub SET ended = 'stopped', ended_at = ${at} WHERE pin = ${pin}`);
      break;
  }
}

/** A person said to go on with a hub that had lost what it held. */
export function forgetEnd({ file }: Desk, pin: string): void {
  file.run(sql`UPDATE hub SET ended = NULL, ended_at = NULL, failed_since = NULL, error = NULL WHERE pin = ${pin}`);
}

/** On until a person turns it off. */
export function exchangesByItself(file: StoreFile): boolean {
  return file.row<{ by_itself: number }>(sql`SELECT by_itself FROM exchange_setting`)?.by_itself !== 0;
}

export function setByItself(file: StoreFile, on: boolean): void {
  file.run(sql`INSERT INTO exchange_setting (only, by_itself) VALUES (1, ${on ? 1 : 0}) ON CONFLICT (only) DO UPDATE SET by_itself = excluded.by_itself`);
}
