/**
 * Runs that failed once are kept as they are, in regressions/NAME.json, and every later run begins with them. A failure writes itself
 * there, shrunk, with its seed: commit it together with what mends it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { seed } from './seed.ts';

interface Kept<T> {
  readonly seed: number;
  readonly path: string | null;
  readonly run: T;
}

export async function holds<T>(name: string, drawn: fc.Arbitrary<T>, predicate: (run: T) => Promise<void>, parameters: fc.Parameters<[T]>): Promise<void> {
  const file = join(import.meta.dirname, 'regressions', `${name}.json`);
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept<T>[];
  let done = 0;
  const property = fc.asyncProperty(drawn, async (run) => {
    await predicate(run);
    done += 1;
    // a night is long
    if (done % 500 === 0) console.log(`${name}: ${done} runs hold`);
  });
  // `numRuns` counts the examples too
  const details = await fc.check(property, { seed, ...parameters, numRuns: (parameters.numRuns ?? 100) + kept.length, examples: kept.map(({ run }): [T] => [run]) });
  console.log(`${name}: ${details.numRuns} runs, ${kept.length} of them kept, seed ${seed}`);
  if (!details.failed) return;
  const [run] = details.counterexample ?? [];
  if (run !== undefined && !kept.some((one) => JSON.stringify(one.run) === JSON.stringify(run))) {
    writeFileSync(file, `${JSON.stringify([...kept, { seed: details.seed, path: details.counterexamplePath, run }], undefined, 1)}\n`);
  }
  throw new Error(fc.defaultReportMessage(details) ?? 'failed', { cause: details.errorInstance });
}
