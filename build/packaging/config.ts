/**
 * electron-builder's configuration: Windows x64 (installer and portable) and Linux x64 (AppImage and deb).
 *
 * What ships is decided by a list, not by leaving things out: the bundled processes in `dist/` and, of node_modules, only the
 * SQLite driver with the binary of the target. Everything else was bundled by Vite.
 */
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { join } from 'node:path';
import { fuses } from './fuses.ts';

export type Target = 'linux-x64' | 'win32-x64';

/** The files of the application for a target, as electron-builder's globs. `electron-builder` and the trial pack both read this. */
export function shippedFiles(target: Target): string[] {
  return [
    '!**/*',
    'package.json',
    'dist/**/*',
    'node_modules/better-sqlite3/package.json',
    'node_modules/better-sqlite3/LICENSE',
    'node_modules/better-sqlite3/lib/**/*.js',
    `node_modules/better-sqlite3/prebuilds/${target}.node`,
  ];
}

/** Native code cannot be loaded from inside the archive. */
export const unpacked = '**/*.node';

const linuxExecutable = 'steunpunt';

async function burnFuses({ electronPlatformName, appOutDir, packager }: AfterPackContext): Promise<void> {
  const executable = electronPlatformName === 'win32' ? `${packager.appInfo.productFilename}.exe` : linuxExecutable;
  await flipFuses(join(appOutDir, executable), fuses);
}

export function configuration(target: Target): Configuration {
  return {
    appId: 'nl.steunpunt.post',
    productName: 'Steunpunt',
    copyright: 'EUPL-1.2',
    directories: { output: 'out', buildResources: 'build/packaging' },
    files: shippedFiles(target),
    asar: { smartUnpack: false },
    asarUnpack: [unpacked],
    // The driver is Node-API with its binary in the package: nothing to rebuild, and a rebuild would need a compiler.
    npmRebuild: false,
    afterPack: burnFuses,
    win: { target: [{ target: 'nsis', arch: ['x64'] }, { target: 'portable', arch: ['x64'] }] },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
    linux: {
      target: [{ target: 'AppImage', arch: ['x64'] }, { target: 'deb', arch: ['x64'] }],
      executableName: linuxExecutable,
      category: 'Office',
      maintainer: 'Steunpunt',
      synopsis: 'Verzoeken om militaire bijstand en steunverlening zonder netwerk',
    },
  };
}
