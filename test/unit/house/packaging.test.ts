import { createRequire } from 'node:module';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { type Target, configuration, shippedFiles } from '../../../build/packaging/config.ts';
import { fuses } from '../../../build/packaging/fuses.ts';

const targets: readonly Target[] = ['linux-x64', 'win32-x64'];
// electron-builder checks a configuration against its schema before it fetches anything; the check is not among its exports
const require = createRequire(import.meta.url);
const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as { validateConfiguration: (config: object, log: object) => Promise<void> };
const log = { isEnabled: false, add: () => {} };

describe('packaging', () => {
  it.each(targets)('has a configuration for %s that electron-builder accepts', async (target) => {
    await expect(validateConfiguration(configuration(target), log)).resolves.toBeUndefined();
  });

  it('would be told of a setting that electron-builder does not know', async () => {
    await expect(validateConfiguration({ ...configuration('linux-x64'), npmRebuilds: false }, log)).rejects.toThrow('npmRebuilds');
  });

  it('decides every fuse', () => {
    const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
    expect(known.filter((fuse) => typeof fuses[fuse] !== 'boolean')).toEqual([]);
  });

  it.each(targets)('ships for %s the SQLite binary of that target only', (target) => {
    expect(shippedFiles(target).filter((pattern) => pattern.endsWith('.node'))).toEqual([`node_modules/better-sqlite3/prebuilds/${target}.node`]);
  });
});
