/**
 * One exchange of one space with one carrier: the chain of members, then what the carrier has, then what this post has. Everything can
 * stop anywhere and go on later; sending counts as failed until the carrier has named what it stores durably. Between batches the store
 * answers the window.
 */
import { setImmediate } from 'node:timers/promises';
import type { CarrierStanding, ExchangeProgress } from '../../shared/domain/exchange.ts';
import { AppError } from '../../shared/errors.ts';
import type { Desk } from '../documents/desk.ts';
import { type Sql, sql } from '../file/driver.ts';
import type { Carrier, CarrierState, Pulled } from './carrier.ts';
import { takeMembers } from './chain-change.ts';
import { chainOf, keysOf, membershipOf } from './members.ts';
import { type OpenedAhead, openAhead } from './opening.ts';
import { prepare } from './outgoing.ts';
import { takeReady } from './ready.ts';
import { countOutgoing, highestSeq, outgoing, sealedBytes } from './sealed.ts';
import { takeIn } from './take-in.ts';
import type { Tally } from './tally.ts';

const batchBytes = 1024 * 1024;
const batchCount = 400;

export interface RunOptions {
  readonly tally: Tally;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (phase: ExchangeProgress['phase'], done: number, total: number) => void;
}

interface Progress {
  readonly identity: string;
  readonly generation: string;
  readonly sent: number;
  readonly cursor: string | null;
  readonly highest: string | null;
}

/**
 * Throws what the carrier throws, `hub.lost` when the carrier is not the one that it was or holds less than it did, `space.role`,
 * `membership.invalid`. What was taken in or stored before stays so.
 */
export async function exchange(desk: Desk, carrier: Carrier, space: string, options: RunOptions): Promise<void> {
  const state = await carrier.state(options.signal);
  const held = progressOf(desk, carrier.id, space);
  if (held && (held.identity !== state.identity || held.generation !== state.generation)) throw new AppError('hub.lost', 'the carrier is not the one it was');
  const at = (): string => desk.now().toISOString();
  try {
    // a process that ends from here on leaves 'failed', never 'done'
    note(desk, carrier.id, space, state, 'failed', at());
    options.onProgress?.('preparing', 0, 0);
    await prepare(desk, space);
    options.onProgress?.('membership', 0, 0);
    await exchangeMembers(desk, carrier, space, options);
    // of an exchange that was cut off
    await takeReady(desk, options.tally);
    await take(desk, carrier, space, options);
    await prepare(desk, space);
    await send(desk, carrier, space, options);
    standPastOwn(desk, carrier, space);
    note(desk, carrier.id, space, state, 'done', at());
  } catch (error) {
    if (options.signal?.aborted === true) note(desk, carrier.id, space, state, 'stopped', at());
    throw error;
  }
}

async function exchangeMembers(desk: Desk, carrier: Carrier, space: string, { tally, signal }: RunOptions): Promise<void> {
  const mine = chainOf(desk.file, space);
  // most often nothing happened: only what may be new is asked for
  const tail = await carrier.pullMembership(space, Math.max(1, mine.length), signal);
  const whole = mine.length > 1 && follows(mine, tail) ? [...mine.slice(0, -1), ...tail] : mine.length <= 1 ? tail : await carrier.pullMembership(space, 1, signal);
  if (whole.length > 0) await takeMembers(desk, space, whole, tally);
  const now = chainOf(desk.file, space);
  const theirs = whole.length;
  if (membershipOf(desk.file, space)?.head === undefined || (theirs === now.length && JSON.stringify(whole.at(-1)) === JSON.stringify(now.at(-1)))) return;
  let shared = 0;
  while (shared < Math.min(theirs, now.length) && JSON.stringify(whole[shared]) === JSON.stringify(now[shared])) shared += 1;
  const answer = await carrier.pushMembership(space, now.slice(shared), signal);
  // somebody else was first: their chain, or ours on top of it, comes with the next exchange
  if (answer.length > now.length) await takeMembers(desk, space, answer, tally);
}

const follows = (mine: readonly unknown[], tail: readonly unknown[]): boolean => tail.length > 0 && JSON.stringify(mine.at(-1)) === JSON.stringify(tail[0]);

/** While the store takes in a page, the next one is on its way and is opened. */
async function take(desk: Desk, carrier: Carrier, space: string, { tally, signal, onProgress }: RunOptions): Promise<void> {
  const page = async (cursor: string | undefined): Promise<Pulled & { readonly ahead: OpenedAhead }> => {
    const pulled = await carrier.pull(space, cursor, batchBytes, signal);
    return { ...pulled, ahead: await openAhead(desk.file, pulled.envelopes) };
  };
  let done = 0;
  let next: ReturnType<typeof page> | undefined = page(progressOf(desk, carrier.id, space)?.cursor ?? undefined);
  while (next) {
    const pulled: Awaited<ReturnType<typeof page>> = await next;
    signal?.throwIfAborted();
    const before = progressOf(desk, carrier.id, space)?.highest ?? null;
    if (before !== null && isLess(pulled.highest, before)) throw new AppError('hub.lost', 'the carrier holds less than it did');
    next = pulled.more ? page(pulled.cursor) : undefined;
    // what fails ahead is told when it is its turn: this page is taken in first
    next?.catch(() => {});
    await takeIn(desk, pulled.envelopes, carrier.id, tally, {
      ahead: pulled.ahead,
      signal,
      onTaken: (taken) => onProgress?.('receiving', done + taken, pulled.more ? done + pulled.envelopes.length + 1 : done + pulled.envelopes.length),
      // with the last of the page, so that all of it is here or it is asked for again
      atEnd: () => desk.file.run(sql`UPDATE carrier_progress SET cursor = ${pulled.cursor}, highest = ${pulled.highest}
        WHERE carrier = ${carrier.id} AND space = ${space} AND (cursor IS NOT ${pulled.cursor} OR highest IS NOT ${pulled.highest})`),
    });
    done += pulled.envelopes.length;
  }
}

interface Outgoing {
  readonly seq: number;
  readonly id: string;
  readonly bytes: Buffer;
}

/** While the carrier stores a batch, the next one is sealed. */
async function send(desk: Desk, carrier: Carrier, space: string, { signal, onProgress }: RunOptions): Promise<void> {
  let sent = progressOf(desk, carrier.id, space)?.sent ?? 0;
  const total = countOutgoing(desk.file, space, sent, carrier.id);
  const standAt = (seq: number): void =>
    void desk.file.run(sql`UPDATE carrier_progress SET sent = ${(sent = seq)} WHERE carrier = ${carrier.id} AND space = ${space} AND sent <> ${seq}`);
  let done = 0;
  let batch = sealedBehind(desk, carrier, space, sent);
  while (batch.length > 0) {
    signal?.throwIfAborted();
    const pushed = carrier.push(space, batch.map((one) => one.bytes), signal);
    // what fails is told below
    pushed.catch(() => {});
    await setImmediate();
    const following = sealedBehind(desk, carrier, space, batch.at(-1)?.seq ?? sent);
    const stored = new Set(await pushed);
    const missing = batch.findIndex(({ id }) => !stored.has(id));
    const upTo = batch.at(missing < 0 ? -1 : missing - 1);
    if (upTo && missing !== 0) standAt(upTo.seq);
    if (missing >= 0) throw new AppError('hub.failed', 'the carrier did not name all that it was given');
    done += batch.length;
    onProgress?.('sending', done, Math.max(total, done));
    // when a file is written meanwhile, there may be more by now
    batch = following.length > 0 ? following : sealedBehind(desk, carrier, space, sent);
  }
  // what lies behind came from this carrier: it is not looked through again each time
  standAt(Math.max(sent, highestSeq(desk.file, space)));
}

function sealedBehind(desk: Desk, carrier: Carrier, space: string, seq: number): Outgoing[] {
  const batch: Outgoing[] = [];
  let bytes = 0;
  const keys = keysOf(desk.file, space);
  for (const row of outgoing(desk.file, space, seq, carrier.id, batchCount)) {
    const sealed = sealedBytes(desk.file, space, row, keys);
    if (batch.length > 0 && bytes + sealed.length > batchBytes) break;
    bytes += sealed.length;
    batch.push({ seq: row.seq, id: Buffer.from(row.id).toString('hex'), bytes: sealed });
  }
  return batch;
}

/** What this post just brought need not come back to it with the next exchange. */
function standPastOwn(desk: Desk, carrier: Carrier, space: string): void {
  const cursor = progressOf(desk, carrier.id, space)?.cursor ?? undefined;
  const onward = cursor === undefined ? undefined : carrier.pastOwn?.(space, cursor);
  if (onward !== undefined && onward !== cursor) desk.file.run(sql`UPDATE carrier_progress SET cursor = ${onward} WHERE carrier = ${carrier.id} AND space = ${space}`);
}

function progressOf(desk: Desk, carrier: string, space: string): Progress | undefined {
  return desk.file.row<Progress>(sql`SELECT identity, generation, sent, cursor, highest FROM carrier_progress WHERE carrier = ${carrier} AND space = ${space}`);
}

function note(desk: Desk, carrier: string, space: string, { identity, generation }: CarrierState, state: 'done' | 'failed' | 'stopped', at: string): void {
  desk.file.run(sql`
    INSERT INTO carrier_progress (carrier, space, identity, generation, state, at) VALUES (${carrier}, ${space}, ${identity}, ${generation}, ${state}, ${at})
    ON CONFLICT (carrier, space) DO UPDATE SET state = excluded.state, at = excluded.at`);
}

/** A person said to go on with a carrier that was emptied or exchanged: everything is sent and asked for again. Call inside a transaction. */
export function startAnew(desk: Desk, carrier: string): void {
  desk.file.run(sql`DELETE FROM carrier_progress WHERE carrier = ${carrier}`);
  // it may no longer hold what it once brought
  desk.file.run(sql`UPDATE envelope SET came_from = NULL WHERE came_from = ${carrier}`);
}

interface StandingRow {
  readonly space: string;
  readonly sent: number;
  readonly state: 'done' | 'failed' | 'stopped';
  readonly at: string;
}

/** How far this post is with each carrier that it ever used. */
export function carrierStandings(desk: Desk): CarrierStanding[] {
  return desk.file.rows<StandingRow & { carrier: string }>(sql`SELECT carrier, space, sent, state, at FROM carrier_progress ORDER BY carrier, space`).map(({ carrier, space, sent, state, at }) => ({
    carrierId: carrier,
    kind: 'hub',
    spaceId: space,
    toSend: countOutgoing(desk.file, space, sent, carrier),
    lastAt: at,
    state,
  }));
}

/** Places of a carrier that counts are compared as numbers; others say nothing. */
function isLess(now: string, before: string): boolean {
  return /^\d{1,18}$/.test(now) && /^\d{1,18}$/.test(before) && BigInt(now) < BigInt(before);
}

/** What is written here and no carrier and no other post is known to have: changed working copies, and envelopes behind the furthest that anyone took. */
export function unsentOf(desk: Desk, space: string): number {
  const { file } = desk;
  const number = (query: Sql): number => file.row<{ number: number | null }>(query)?.number ?? 0;
  const carried = number(sql`SELECT max(sent) AS number FROM carrier_progress WHERE space = ${space}`);
  const read = number(sql`SELECT max(has_up_to) AS number FROM peer_progress WHERE space = ${space}`);
  const fresh = number(sql`SELECT count(*) AS number FROM document WHERE space = ${space} AND seq <> revised_seq`);
  const unsealed = number(sql`SELECT count(*) AS number FROM unsealed JOIN revision ON revision.seq = unsealed.revision JOIN document ON document.id = revision.document WHERE space = ${space}`);
  return fresh + unsealed + number(sql`SELECT count(*) AS number FROM envelope WHERE space = ${space} AND seq > ${Math.max(carried, read)} AND came_from IS NULL`);
}
