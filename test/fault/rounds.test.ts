import path from 'node:path';
import { expect, test } from 'vitest';
import { runFaultRounds } from './rounds.ts';
import { seeded } from './random.ts';
import { createTypist } from './typist.ts';

test('eight rounds of kills and a full disk lose nothing that was acknowledged', { timeout: 180_000 }, async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`fault rounds: SEED=${seed}`);
  const result = await runFaultRounds({ rounds: 8, seed, keepIn: path.join(import.meta.dirname, '..', '..', 'test-results', 'fault'), say: console.log });
  expect(result).toMatchObject({ passed: 8, failed: 0 });
  expect(result.acknowledged).toBeGreaterThan(0);
});

test('the judge of the rounds sees a lost save and a save that nobody made', async () => {
  const typist = createTypist('d', seeded(1), 60);
  typist.settle({});
  let calls = 0;
  const store = {
    call: async () => {
      calls += 1;
      if (calls > 5) throw Object.assign(new Error('full'), { code: 'disk.full' });
      return { seq: calls, savedAt: '' };
    },
  };
  // only `call` is used by a typist
  expect(await typist.type(store as unknown as Parameters<typeof typist.type>[0])).toBe('disk.full');
  expect(typist.acknowledged()).toBe(5);
  expect(typist.complaint({})).toMatch(/^stored/);
  expect(typist.complaint({ 'effect.text': 'nobody typed this' })).toMatch(/^stored/);
});
