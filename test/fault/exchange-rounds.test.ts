import { createHash, randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import { connect, sql } from '../../db/file/driver.ts';
import { openSqliteHub } from '../../db/hub/sqlite.ts';
import { temporaryFolder } from '../helpers/store.ts';
import { inspectHub } from './exchange-inspect.ts';
import { runExchangeRounds } from './exchange-rounds.ts';

test('four rounds of kills and full disks during exchange lose nothing that was acknowledged', { timeout: 180_000 }, async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`exchange fault rounds: SEED=${seed}`);
  const result = await runExchangeRounds({ rounds: 4, seed, keepIn: path.join(import.meta.dirname, '..', '..', 'test-results', 'fault'), say: console.log });
  expect(result).toMatchObject({ passed: 4, failed: 0 });
  expect(result.acknowledged).toBeGreaterThan(0);
});

test('the judge of the rounds sees an envelope that is gone, cut, or out of its place', async () => {
  const spoil: Readonly<Record<string, (file: ReturnType<typeof connect>) => unknown>> = {
    whole: () => {},
    gone: (file) => file.run(sql`DELETE FROM envelope WHERE number = (SELECT min(number) + 1 FROM envelope)`),
    'gone at the end': (file) => file.run(sql`DELETE FROM envelope WHERE number = (SELECT max(number) FROM envelope)`),
    cut: (file) => file.run(sql`UPDATE envelope SET bytes = substr(bytes, 1, 5) WHERE number = (SELECT min(number) FROM envelope)`),
    'told otherwise': (file) => file.run(sql`UPDATE envelope SET digest = zeroblob(16) WHERE number = (SELECT max(number) FROM envelope)`),
  };
  for (const [how, work] of Object.entries(spoil)) {
    const folder = temporaryFolder();
    const hub = openSqliteHub(folder);
    const space = randomUUID();
    await hub.setStatements(space, '', 0, [{ hash: 'a', text: '{}' }]);
    const envelopes = [1, 2, 3].map(() => randomBytes(50)).map((bytes) => ({ bytes, id: createHash('sha256').update(bytes).digest() }));
    await hub.push(space, 'post', envelopes, { spaceBytes: 1e6, postBytes: 1e6 }, '');
    await hub.close();
    const file = connect(path.join(folder, 'hub.db'), { patienceMs: 0 });
    work(file);
    file.close();
    if (how === 'whole') expect(inspectHub(folder).size).toBe(3);
    else expect(() => inspectHub(folder), how).toThrow(/^hub:/);
  }
});
