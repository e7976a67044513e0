/** npm run test:fault -- --rounds N --seed S: kills and full disks under a typing person. Last line: 'N passed, N failed'. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runFaultRounds } from '../test/fault/rounds.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) } } });
const rounds = Number(values.rounds);
const seed = Number(values.seed);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed) || seed < 0) {
  console.error('usage: npm run test:fault -- [--rounds N] [--seed S], both whole numbers');
  process.exit(2);
}

console.log(`${rounds} rounds, seed ${seed}`);
const { passed, failed } = await runFaultRounds({ rounds, seed, keepIn: path.join(import.meta.dirname, '..', 'test-results', 'fault'), say: console.log });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
