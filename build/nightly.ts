/** `npm run test:nightly`: ten thousand runs of the exchange property, five hundred over a real hub (an hour or two on two cores). SEED=… repeats one. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './bundle.ts';

const runs = process.env['EXCHANGE_RUNS'] ?? '10000';
const child = spawn(process.execPath, [path.join(root, 'node_modules', 'vitest/vitest.mjs'), 'run', 'test/property/exchange.test.ts', 'test/property/exchange-hub.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, EXCHANGE_RUNS: runs },
});
child.on('exit', (code) => (process.exitCode = code ?? 1));
