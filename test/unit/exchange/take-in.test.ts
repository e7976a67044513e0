/** Taking in what a carrier brought: in stretches, each whole or not at all, opened ahead; and vouchers that mean harm. */
import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createRequest, saveRequest } from '../../../db/documents/requests.ts';
import { reviseRequest } from '../../../db/documents/versions.ts';
import { canonicalJson } from '../../../db/documents/canonical.ts';
import { type EnvelopeType, envelopeType, sealEnvelope } from '../../../db/exchange/envelope.ts';
import { rawSignKey } from '../../../db/exchange/keys.ts';
import { keyInForce } from '../../../db/exchange/members.ts';
import { openAhead } from '../../../db/exchange/opening.ts';
import { prepare } from '../../../db/exchange/outgoing.ts';
import { receive } from '../../../db/exchange/receive.ts';
import { exchange } from '../../../db/exchange/run.ts';
import { outgoing, sealedBytes } from '../../../db/exchange/sealed.ts';
import { takeIn } from '../../../db/exchange/take-in.ts';
import { newTally, reportOf } from '../../../db/exchange/tally.ts';
import { isVouched, signedPart } from '../../../db/exchange/voucher.ts';
import { sql } from '../../../db/file/driver.ts';
import { type ExchangePost, agreed, exchangePosts, sharedSpace } from '../../helpers/exchange-posts.ts';
import { memoryCarrier, memoryHub } from '../../helpers/memory-carrier.ts';

function two(): readonly [ExchangePost, ExchangePost] {
  const { posts, close } = exchangePosts(2);
  onTestFinished(close);
  return posts as [ExchangePost, ExchangePost];
}

/** So many requests of two revisions each. */
function write({ desk, file }: ExchangePost, requests: number): void {
  file.atomically(() => {
    for (let number = 0; number < requests; number += 1) {
      const { id } = createRequest(desk, 'sample', { 'effect.text': `eerst ${number}` });
      reviseRequest(desk, id);
      saveRequest(desk, id, { 'effect.text': `daarna ${number}` });
      reviseRequest(desk, id);
    }
  });
}

async function sealedBy({ desk, file }: ExchangePost): Promise<Buffer[]> {
  await prepare(desk, sharedSpace);
  return outgoing(file, sharedSpace, 0, 'nobody', 10_000).map((row) => sealedBytes(file, sharedSpace, row));
}

const held = ({ file }: ExchangePost): number => file.row<{ count: number }>(sql`SELECT count(*) AS count FROM revision`)!.count;

test('a page is taken in by stretches, and where it breaks off it is asked for again', async () => {
  const [anna, bram] = two();
  write(anna, 200);
  const hub = memoryHub();
  await exchange(anna.desk, memoryCarrier(hub), sharedSpace, { tally: newTally() });
  const stop = new AbortController();
  const seen: number[] = [];
  const half = exchange(bram.desk, memoryCarrier(hub), sharedSpace, {
    tally: newTally(),
    signal: stop.signal,
    onProgress: (phase, done) => {
      if (phase !== 'receiving') return;
      seen.push(done);
      stop.abort();
    },
  });
  await expect(half).rejects.toThrow(/abort/i);
  expect(seen).toHaveLength(1);
  expect(held(bram)).toBe(seen[0]);
  expect(held(bram)).toBeLessThan(400);
  // the page is not done: the place of the post at the carrier has not moved
  expect(bram.file.row(sql`SELECT cursor, state FROM carrier_progress`)).toEqual({ cursor: null, state: 'stopped' });
  const tally = newTally();
  await exchange(bram.desk, memoryCarrier(hub), sharedSpace, { tally });
  expect(tally.numbers).toEqual({ received: 400, taken: 400 - seen[0]!, known: seen[0] });
  expect(agreed(bram.file)).toEqual(agreed(anna.file));
});

test('an error of the store leaves nothing of the stretch in which it came, and all before it', async () => {
  const [anna, bram] = two();
  write(anna, 150);
  const sealed = await sealedBy(anna);
  const tally = newTally();
  const failed = takeIn(bram.desk, sealed, 'carrier', tally, {
    atEnd: () => {
      throw new Error('no room');
    },
  });
  await expect(failed).rejects.toThrow('no room');
  expect(held(bram)).toBe(256);
  expect(tally.numbers).toEqual({ received: 256, taken: 256, known: 0 });
  expect(bram.file.rows(sql`SELECT id FROM document WHERE head IS NULL OR id NOT IN (SELECT document FROM head)`)).toEqual([]);
});

test('what is opened ahead is judged as what is not: a changed bit, a foreign signature, a text that is none', async () => {
  const [anna, bram] = two();
  write(anna, 2);
  const [whole, ...others] = await sealedBy(anna);
  const key = keyInForce(anna.file, sharedSpace);
  const author = rawSignKey(anna.desk.post.publicKey);
  const seal = (type: EnvelopeType, content: Buffer): Buffer => sealEnvelope({ type, space: sharedSpace, author }, key, content);
  const changed = Buffer.from(whole!);
  changed[changed.length - 1]! ^= 1;
  const at = Buffer.from('2026-11-22T01:22:03.000Z', 'latin1');
  const unsigned = seal(envelopeType.revision, Buffer.concat([Buffer.alloc(64), at, Buffer.from('{"x":1}')]));
  const garbled = seal(envelopeType.revision, Buffer.concat([Buffer.alloc(64), Buffer.from('not an instant of 24 ch.', 'latin1'), Buffer.from('{}')]));
  const id = createHash('sha256').update('{no json').digest('hex');
  const signature = Buffer.from(anna.desk.post.sign(Buffer.from(canonicalJson({ at: at.toString(), format: 'steunpunt-signature/1', revision: id }))));
  const noJson = seal(envelopeType.revision, Buffer.concat([signature, at, Buffer.from('{no json')]));
  const page = [whole!, changed, unsigned, garbled, noJson, Buffer.from('no envelope'), ...others];
  const judged = [await openAhead(bram.file, page), new Map()].map((ahead) => {
    const tally = newTally();
    // what one of the two takes in must not be known to the other
    expect(() =>
      bram.file.atomically(() => {
        receive(bram.desk, page, 'carrier', tally, { ahead });
        throw new Error('undone');
      }),
    ).toThrow('undone');
    return reportOf(tally, true);
  });
  expect(judged[0]).toEqual(judged[1]);
  expect(judged[0]).toMatchObject({ received: 9, taken: 4, refused: [{ why: 'damaged', count: 3 }, { why: 'forged', count: 1 }, { why: 'invalid', count: 1 }] });
});

test('a voucher that is none is refused and stops nothing; one counts in its own space alone', async () => {
  const [anna, bram] = two();
  write(anna, 1);
  const key = keyInForce(anna.file, sharedSpace);
  const author = rawSignKey(anna.desk.post.publicKey);
  const seal = (body: string): Buffer => sealEnvelope({ type: envelopeType.voucher, space: sharedSpace, author }, key, Buffer.concat([anna.desk.post.sign(signedPart(body)), Buffer.from(body)]));
  const revision = 'a'.repeat(64);
  const other = '018f0000-0000-7000-8000-00000000beef';
  const says = (space: string): string => canonicalJson({ format: 'steunpunt-voucher/1', space, revisions: [revision] });
  const tally = newTally();
  await takeIn(bram.desk, [seal('{"format":"steunpunt-voucher/1"}'), seal('no json'), seal(says(other)), ...(await sealedBy(anna))], 'carrier', tally);
  expect(reportOf(tally, true)).toMatchObject({ taken: 2, refused: [{ why: 'invalid', count: 3 }] });
  expect(bram.file.rows(sql`SELECT id FROM voucher`)).toEqual([]);
  await takeIn(bram.desk, [seal(says(sharedSpace))], 'carrier', newTally());
  expect(isVouched(bram.file, sharedSpace, revision)).toBe(true);
  expect(isVouched(bram.file, other, revision)).toBe(false);
});

test('more than goes in one turn is made ready in its order, and the store has its turn in between', async () => {
  const [anna] = two();
  write(anna, 130);
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  await prepare(anna.desk, sharedSpace);
  clearInterval(counting);
  expect(anna.file.rows(sql`SELECT revision FROM unsealed`)).toEqual([]);
  expect(anna.file.row(sql`SELECT count(*) AS count FROM envelope`)).toEqual({ count: 260 });
  expect(anna.file.commits()).toBeGreaterThanOrEqual(4);
  expect(turns).toBeGreaterThan(0);
});

test('what came on a stick, waited, and was taken in when a hub brought its parent goes on to that hub', async () => {
  const { posts, close } = exchangePosts(3);
  onTestFinished(close);
  const [anna, bram, cas] = posts as [ExchangePost, ExchangePost, ExchangePost];
  const hub = memoryHub();
  // the hub got the first revision; the second was only ever on the stick
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'eerst' });
  reviseRequest(anna.desk, id);
  await exchange(anna.desk, memoryCarrier(hub), sharedSpace, { tally: newTally() });
  saveRequest(anna.desk, id, { 'effect.text': 'daarna' });
  reviseRequest(anna.desk, id);
  const stick = await sealedBy(anna);
  const onStick = newTally();
  await takeIn(bram.desk, stick.slice(-1), 'stick', onStick);
  expect(reportOf(onStick, true).waiting).toEqual([{ why: 'parents', count: 1 }]);
  await exchange(bram.desk, memoryCarrier(hub), sharedSpace, { tally: newTally() });
  expect(agreed(bram.file)).toEqual(agreed(anna.file));
  await exchange(cas.desk, memoryCarrier(hub), sharedSpace, { tally: newTally() });
  expect(agreed(cas.file)).toEqual(agreed(anna.file));
});

test('more than a stretch waits: it is taken in over several turns, and where the process ends in between, by the next exchange', async () => {
  const [anna, bram] = two();
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': '0' });
  anna.file.atomically(() => {
    for (let number = 1; number <= 250; number += 1) {
      reviseRequest(anna.desk, id);
      saveRequest(anna.desk, id, { 'effect.text': `${number}` });
    }
    reviseRequest(anna.desk, id);
  });
  const [first, ...later] = await sealedBy(anna);
  const tally = newTally();
  await takeIn(bram.desk, later.toReversed(), 'stick', tally);
  expect(reportOf(tally, true)).toMatchObject({ taken: 0, waiting: [{ why: 'parents', count: 250 }] });
  const turns = (): number => bram.file.commits();
  const before = turns();
  receive(bram.desk, [first!], 'stick', tally);
  // one stretch of what waited with it, and the process ends
  expect(turns() - before).toBe(1);
  expect(held(bram)).toBe(101);
  const again = bram.restart();
  await exchange(again.desk, memoryCarrier(memoryHub()), sharedSpace, { tally });
  expect(held(again)).toBe(251);
  expect(agreed(again.file)).toEqual(agreed(anna.file));
});
