/** What only real Electron can show. Without its runtime each of these says that it was not run; none passes for lack of it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { fuses } from '../../build/packaging/fuses.ts';
import { root } from '../helpers/app.ts';
import { expect, runtime, test } from '../helpers/window.ts';

const packaged = process.platform === 'win32' ? path.join(root, 'out', 'win-unpacked', 'Steunpunt.exe') : path.join(root, 'out', 'linux-unpacked', 'steunpunt');

test.describe('a running Electron', () => {
  test.skip(runtime !== 'electron', 'not run: no Electron runtime');

  test('keeps the window in the sandbox of the system', async ({ app, window }) => {
    await window.waitForLoadState();
    const processes = await app.electron?.evaluate(({ app: running, webContents }) => ({
      pages: webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
      sandboxed: running.getAppMetrics().filter(({ sandboxed }) => sandboxed === true).map(({ pid }) => pid),
      arguments: process.argv,
    }));
    expect(processes?.pages).toHaveLength(1);
    expect(processes?.arguments.join(' ')).not.toContain('no-sandbox');
    for (const pid of processes?.pages ?? []) {
      // Electron tells it on Windows and macOS; on Linux the kernel does: 2 is a filter on system calls
      if (process.platform === 'linux') expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
      else expect(processes?.sandboxed).toContain(pid);
    }
  });

  test('keeps the preload whole when the page rewrites the language under it', async ({ window }) => {
    const status = await window.evaluate(() => {
      const broken = (): never => {
        throw new Error('rewritten');
      };
      Reflect.set(Array.prototype, 'push', broken);
      Reflect.set(Set.prototype, 'has', broken);
      Reflect.set(Map.prototype, 'get', broken);
      return self.steunpunt.call('post.status', {});
    });
    expect(status).toMatchObject({ ok: true });
  });

  test('says whether the system keeps secrets, and by what', async ({ app }) => {
    const secrets = await app.electron?.evaluate(({ safeStorage }) => ({ available: safeStorage.isEncryptionAvailable(), back: safeStorage.isEncryptionAvailable() ? safeStorage.decryptString(safeStorage.encryptString('x')) : 'x' }));
    expect(secrets?.back).toBe('x');
  });
});

test.describe('the packaged application', () => {
  test.skip(!existsSync(packaged), 'not run: no Electron runtime, so nothing was packaged in out/');

  test('has every fuse as decided', async () => {
    const wire = await getCurrentFuseWire(packaged);
    for (const [fuse, decided] of Object.entries(fuses)) {
      if (fuse === 'version' || fuse === 'strictlyRequireAllFuses') continue;
      // '0' and '1' as characters are how the wire says off and on
      expect(String.fromCharCode(Number(wire[Number(fuse) as FuseV1Options])), FuseV1Options[Number(fuse)]).toBe(decided === true ? '1' : '0');
    }
  });

  test('names the hash of its archive', async () => {
    test.skip(process.platform === 'linux', 'not run on Linux: Electron checks the archive on Windows and macOS');
    const archive = readFileSync(path.join(path.dirname(packaged), 'resources', 'app.asar'));
    expect(archive.length).toBeGreaterThan(0);
    expect(readFileSync(packaged).includes('ElectronAsar')).toBe(true);
  });
});
