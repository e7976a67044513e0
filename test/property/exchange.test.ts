/**
 * The one truth of the exchange: whatever posts do, whoever comes and goes, and however what they carry to each other is lost, cut, doubled or
 * mixed, in the end those who belong have the same revisions, heads and tables; every value that a person entered is in some revision; and
 * nothing finalised has changed. SEED=… repeats it; `npm run test:nightly` does ten thousand.
 */
import { test } from 'vitest';
import { memoryCarrier, memoryHub } from '../helpers/memory-carrier.ts';
import { runs } from './exchange-actions.ts';
import { live } from './exchange-world.ts';
import { holds } from './regressions.ts';

const many = process.env['EXCHANGE_RUNS'];
const numRuns = Number(many ?? 300);
// in the daily run as many as fit in a minute
const box = many === undefined ? { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false } : {};

test('posts that write apart become one again, and nothing is lost', { timeout: Math.max(240_000, numRuns * 2000) }, async () => {
  await holds(
    'exchange',
    runs,
    (run) =>
      live(run, () => {
        const hub = memoryHub();
        return { carrier: (_post, fault) => memoryCarrier(hub, fault), close: () => {} };
      }),
    { numRuns, ...box },
  );
});
