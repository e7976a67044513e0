/**
 * What waits here for something that is not there yet. When that comes, what waited for it is marked as ready in the same transaction, and
 * tried again a stretch at a time: also by the next process, where one ends in between.
 */
import { type StoreFile, sql } from '../file/driver.ts';

/** In the place of what an envelope waited for. */
const ready = 'ready';

/** Call inside the transaction that brought them. */
export function markReady(file: StoreFile, needs: Iterable<string>): void {
  for (const need of needs) file.run(sql`UPDATE parked SET needs = ${ready} WHERE needs = ${need}`);
}

export interface ReadyEnvelope {
  readonly sealed: Uint8Array;
  readonly came_from: string | null;
}

export function readyEnvelopes(file: StoreFile, limit: number): ReadyEnvelope[] {
  return file.rows<ReadyEnvelope>(sql`SELECT sealed, came_from FROM parked WHERE needs = ${ready} LIMIT ${limit}`);
}

export function isAnythingReady(file: StoreFile): boolean {
  return file.row(sql`SELECT id FROM parked WHERE needs = ${ready} LIMIT 1`) !== undefined;
}

/** A branch of the chain of a space lost: what is sealed under its keys and cannot be read here waits for its maker to seal it anew. Call inside a transaction. */
export function loseKeys(file: StoreFile, space: string, lost: Iterable<string>): void {
  for (const key of lost) {
    file.run(sql`INSERT INTO lost_key (space, key_id) VALUES (${space}, ${key}) ON CONFLICT DO NOTHING`);
    file.run(sql`UPDATE parked SET why = 'branch' WHERE space = ${space} AND needs = ${`key ${key}`}`);
  }
}

export function isLostKey(file: StoreFile, space: string, key: string): boolean {
  return file.row(sql`SELECT key_id FROM lost_key WHERE space = ${space} AND key_id = ${key}`) !== undefined;
}

/** Envelopes that wait for something in a space; not those of a branch that lost, which come again by themselves. */
export function waitingIn(file: StoreFile, space: string): number {
  return file.row<{ number: number }>(sql`SELECT count(*) AS number FROM parked WHERE space = ${space} AND why IN ('parents', 'key', 'newer')`)?.number ?? 0;
}
