/**
 * npm run test:fault -- --rounds N --exchange-rounds N --seed S: kills and full disks under a typing person, and under posts that
 * exchange through a hub. Last line: 'N passed, N failed'.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runExchangeRounds } from '../test/fault/exchange-rounds.ts';
import { runFaultRounds } from '../test/fault/rounds.ts';

/** Rounds of exchange with the same posts. */
const seriesOf = 25;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '50' }, 'exchange-rounds': { type: 'string', default: '200' }, seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) } },
});
const [rounds, exchangeRounds, seed] = [Number(values.rounds), Number(values['exchange-rounds']), Number(values.seed)];
if (![rounds, exchangeRounds, seed].every((value) => Number.isInteger(value) && value >= 0) || rounds + exchangeRounds < 1) {
  console.error('usage: npm run test:fault -- [--rounds N] [--exchange-rounds N] [--seed S], all whole numbers');
  process.exit(2);
}

console.log(`${rounds} rounds of typing, ${exchangeRounds} of exchange, seed ${seed}`);
const options = { seed, keepIn: path.join(import.meta.dirname, '..', 'test-results', 'fault'), say: console.log };
const total = { passed: 0, failed: 0 };
const add = ({ passed, failed }: { readonly passed: number; readonly failed: number }): void => {
  total.passed += passed;
  total.failed += failed;
};
if (rounds > 0) add(await runFaultRounds({ ...options, rounds }));
// in series, each with posts and a hub of its own: what was ever written is looked through after every round
for (let done = 0; done < exchangeRounds && total.failed === 0; done += seriesOf) add(await runExchangeRounds({ ...options, seed: seed + done, rounds: Math.min(seriesOf, exchangeRounds - done) }));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
