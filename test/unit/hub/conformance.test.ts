/** Our hub against the cases that every hub must hold to, on both databases. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningHub, startHub } from '../../../electron/hub/hub.ts';
import { defaults } from '../../../electron/hub/settings.ts';
import { cases } from '../../conformance/cases.ts';
import { startPostgres } from '../../helpers/postgres.ts';

const postgres = startPostgres();
if (!postgres) console.log('PostgreSQL: not run, its binaries are not on this machine');
afterAll(() => postgres?.stop());
const fast = { perSecond: 10_000, burst: 10_000 };

for (const kind of ['sqlite', 'postgresql'] as const) {
  describe.skipIf(kind === 'postgresql' && !postgres)(`a hub on ${kind}`, () => {
    const data = mkdtempSync(join(tmpdir(), 'steunpunt-hub-'));
    let hub: RunningHub;
    beforeAll(async () => {
      hub = await startHub({ ...defaults, data, port: 0, host: '127.0.0.1', rate: fast, strangerRate: fast, admission: 'toegang', database: kind === 'sqlite' ? undefined : await postgres?.database() });
    });
    afterAll(async () => {
      await hub.stop();
      rmSync(data, { recursive: true, force: true });
    });
    for (const { name, run } of cases) test(name, () => run({ url: `https://127.0.0.1:${hub.port}`, pin: hub.pin, admission: 'toegang' }));
  });
}
