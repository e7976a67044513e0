/** One seed for the property tests of a run, printed, so that a failure can be run again: SEED=123 npx vitest run test/property */
import * as fc from 'fast-check';

export const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
console.log(`property tests: SEED=${seed}`);
fc.configureGlobal({ seed, numRuns: Number(process.env['RUNS'] ?? 100) });
