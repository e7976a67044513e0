/** The promises of db/hub/store.ts, on both databases. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { openPostgresHub } from '../../../db/hub/postgres.ts';
import { openSqliteHub } from '../../../db/hub/sqlite.ts';
import type { HubStore, Incoming } from '../../../db/hub/store.ts';
import { startPostgres } from '../../helpers/postgres.ts';
import { codeOf, temporaryFolder } from '../../helpers/store.ts';

const postgres = startPostgres();
if (!postgres) console.log('PostgreSQL: not run, its binaries are not on this machine');
afterAll(() => postgres?.stop());

/** Gives the same database each time that it is called. */
type Place = () => Promise<HubStore>;
const places: Readonly<Record<string, () => Promise<Place>>> = {
  sqlite: async () => {
    const folder = temporaryFolder();
    return async () => openSqliteHub(folder);
  },
  postgresql: async () => {
    const url = (await postgres?.database()) ?? '';
    return () => openPostgresHub(url);
  },
};

const wide = { spaceBytes: 1e9, postBytes: 1e9 };
const at = '2026-11-22T01:22:03.000Z';
const envelope = (size = 40): Incoming => {
  const bytes = randomBytes(size);
  return { bytes, id: createHash('sha256').update(bytes).digest() };
};
const many = (count: number, size?: number): Incoming[] => Array.from({ length: count }, () => envelope(size));
const statement = (): { hash: string; text: string } => ({ hash: randomBytes(32).toString('hex'), text: `{"a":"${randomBytes(8).toString('hex')} é"}` });

for (const [kind, makePlace] of Object.entries(places)) {
  describe.skipIf(kind === 'postgresql' && !postgres)(`a hub on ${kind}`, () => {
    async function opened(): Promise<{ hub: HubStore; space: string; place: Place }> {
      const place = await makePlace();
      const hub = await place();
      onTestFinished(() => hub.close().catch(() => {}));
      const space = randomUUID();
      expect(await hub.setStatements(space, '', 0, [statement()])).toBe(true);
      return { hub, space, place };
    }

    async function all(hub: HubStore, space: string, limit = 1000): Promise<Buffer[]> {
      const got: Buffer[] = [];
      for (let after = 0; ; ) {
        const page = await hub.pull(space, after, limit, 1e9);
        if (!page) throw new Error('no such space');
        got.push(...page.envelopes.map((bytes) => Buffer.from(bytes)));
        after = page.position;
        if (!page.more) return got;
      }
    }

    test('gives back what was brought, in its order, in pages', async () => {
      const { hub, space } = await opened();
      const brought = many(700);
      const { verdicts, space: state } = await hub.push(space, 'p', brought, wide, at);
      expect(new Set(verdicts)).toEqual(new Set(['stored']));
      expect(state).toMatchObject({ id: space, high: 700, bytes: 700 * 40, statements: 1 });
      expect(await hub.space(space)).toMatchObject(state);
      expect(await all(hub, space, 33)).toEqual(brought.map(({ bytes }) => bytes));
    });

    test('keeps an envelope once, however often and in whatever company it is brought', async () => {
      const { hub, space } = await opened();
      const [a, b, c] = many(3) as [Incoming, Incoming, Incoming];
      expect((await hub.push(space, 'p', [a, b, a], wide, at)).verdicts).toEqual(['stored', 'stored', 'known']);
      expect((await hub.push(space, 'q', [b, c, a], wide, at)).verdicts).toEqual(['known', 'stored', 'known']);
      expect(await all(hub, space)).toEqual([a.bytes, b.bytes, c.bytes]);
    });

    test('keeps spaces apart', async () => {
      const { hub, space } = await opened();
      const other = randomUUID();
      await hub.setStatements(other, '', 0, [statement()]);
      const both = envelope();
      await hub.push(space, 'p', [both, envelope()], wide, at);
      expect((await hub.push(other, 'p', [both], wide, at)).verdicts).toEqual(['stored']);
      expect(await all(hub, other)).toEqual([both.bytes]);
      expect((await hub.figures()).map(({ id, high, posts, lastPushAt }) => ({ id, high, posts, lastPushAt }))).toEqual([
        { id: space, high: 2, posts: 1, lastPushAt: at },
        { id: other, high: 1, posts: 1, lastPushAt: at },
      ]);
      expect(await hub.pull(randomUUID(), 0, 10, 1e6)).toBeUndefined();
      expect(await hub.space(randomUUID())).toBeUndefined();
    });

    test('a page ends at its byte cap, but an envelope larger than the cap still comes', async () => {
      const { hub, space } = await opened();
      await hub.push(space, 'p', [envelope(100), envelope(100), envelope(90_000), envelope(10)], wide, at);
      const sizes = async (after: number): Promise<number[]> => ((await hub.pull(space, after, 10, 250))?.envelopes ?? []).map(({ length }) => length);
      expect([await sizes(0), await sizes(2), await sizes(3)]).toEqual([[100, 100], [90_000], [10]]);
    });

    test('refuses what goes over the quota of the space or the post, and keeps the rest', async () => {
      const { hub, space } = await opened();
      const quota = { spaceBytes: 250, postBytes: 150 };
      expect((await hub.push(space, 'p', many(2, 100), quota, at)).verdicts).toEqual(['stored', 'postFull']);
      expect((await hub.push(space, 'q', [envelope(100), envelope(50), envelope(60)], quota, at)).verdicts).toEqual(['stored', 'stored', 'spaceFull']);
      expect(await hub.space(space)).toMatchObject({ high: 3, bytes: 250 });
    });

    test('a digest at each position tells one history from another', async () => {
      const { hub, space } = await opened();
      const other = randomUUID();
      await hub.setStatements(other, '', 0, [statement()]);
      const [a, b, c] = many(3) as [Incoming, Incoming, Incoming];
      await hub.push(space, 'p', [a, b, c], wide, at);
      await hub.push(other, 'p', [b, a, c], wide, at);
      const digests = async (id: string): Promise<string[]> => Promise.all([0, 1, 2, 3].map(async (after) => Buffer.from((await hub.pull(id, after, 1, 1e6))?.before ?? []).toString('hex')));
      const [one, two] = [await digests(space), await digests(other)];
      expect(one[0]).toBe(two[0]);
      for (const position of [1, 2, 3]) expect(one[position]).not.toBe(two[position]);
      expect((await hub.pull(space, 4, 1, 1e6))?.before).toBeUndefined();
    });

    test('adds and replaces statements only on the chain that the caller has seen', async () => {
      const { hub, space } = await opened();
      const [first] = await hub.membership(space, 0, 10);
      const [second, third, other] = [statement(), statement(), statement()];
      expect(await hub.setStatements(space, first?.hash ?? '', 1, [second, third])).toBe(true);
      expect(await hub.setStatements(space, first?.hash ?? '', 1, [statement()])).toBe(false);
      expect(await hub.setStatements(space, '', 0, [statement()])).toBe(false);
      expect(await hub.setStatements(randomUUID(), second.hash, 1, [statement()])).toBe(false);
      expect(await hub.membership(space, 1, 10)).toEqual([second, third]);
      expect(await hub.membership(space, 0, 2)).toHaveLength(2);
      expect(await hub.space(space)).toMatchObject({ statements: 3, head: third.hash });
      expect(await hub.setStatements(space, third.hash, 1, [other])).toBe(true);
      expect(await hub.membership(space, 0, 10)).toEqual([first, other]);
      expect(await hub.space(space)).toMatchObject({ statements: 2, head: other.hash });
    });

    test('is the same after it was closed and opened: contents, digests and generation', async () => {
      const { hub, space, place } = await opened();
      await hub.push(space, 'p', many(5), wide, at);
      const before = await hub.space(space);
      await hub.close();
      const again = await place();
      onTestFinished(() => again.close());
      expect(again.generation).toBe(hub.generation);
      expect(await again.space(space)).toEqual(before);
    });

    test('two posts that push at once get positions without a gap', async () => {
      const { hub, space } = await opened();
      await Promise.all(['p', 'q', 'r', 's'].map((post) => hub.push(space, post, many(60), wide, at)));
      const state = await hub.space(space);
      expect(state?.high).toBe(240);
      expect(await all(hub, space)).toHaveLength(240);
    });
  });
}

test('another database has another generation', async () => {
  const one = openSqliteHub(temporaryFolder());
  const two = openSqliteHub(temporaryFolder());
  expect(one.generation).not.toBe(two.generation);
  await one.close();
  await two.close();
});

test('a second hub in the same folder is refused', async () => {
  const folder = temporaryFolder();
  const one = openSqliteHub(folder);
  expect(await codeOf(() => openSqliteHub(folder))).toBe('file.busy');
  await one.close();
});

test('a database that is not there is named', async () => {
  expect(await codeOf(() => openPostgresHub('postgres://nobody@127.0.0.1:1/none'))).toBe('hub.unreachable');
});

test.skipIf(!postgres)('PostgreSQL is stopped and comes back: the hub goes on by itself', async () => {
  if (!postgres) return;
  const hub = await openPostgresHub(await postgres.database());
  const space = randomUUID();
  await hub.setStatements(space, '', 0, [statement()]);
  await hub.push(space, 'p', many(3), wide, at);
  postgres.crash();
  expect(await codeOf(() => hub.push(space, 'p', many(3), wide, at))).toBe('hub.unreachable');
  postgres.start();
  expect((await hub.push(space, 'p', many(3), wide, at)).space.high).toBe(6);
  await hub.close();
});
