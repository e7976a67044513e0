/**
 * `npm run package`: installers for Windows x64 (NSIS, portable) and Linux x64 (AppImage, deb) in out/. Where Electron's runtime cannot
 * be had it says so, and still packs the archive of each target and proves the one of this machine by running it.
 */
import path from 'node:path';
import { Arch, Platform, build } from 'electron-builder';
import { bundle, root } from './bundle.ts';
import { electronRuntime, fetchElectron } from './electron-runtime.ts';
import { packArchive, proveArchive } from './packaging/archive.ts';
import { type Target, configuration } from './packaging/config.ts';

const out = path.join(root, 'out');
const targets: Readonly<Record<Target, Platform>> = { 'linux-x64': Platform.LINUX, 'win32-x64': Platform.WINDOWS };
const ours = `${process.platform}-${process.arch}`;

async function packages(): Promise<void> {
  for (const [target, platform] of Object.entries(targets) as [Target, Platform][]) {
    const files = await build({ projectDir: root, targets: platform.createTarget(null, Arch.x64), config: configuration(target), publish: 'never' });
    for (const file of files) console.log(`made ${path.relative(root, file)}`);
  }
}

async function archivesOnly(): Promise<void> {
  console.log("Electron's runtime is not on this machine and could not be fetched: no installer is made. Packing and proving the archives.");
  for (const target of Object.keys(targets) as Target[]) {
    const archive = await packArchive(root, target, out);
    const natives = archive.entries.filter((entry) => entry.endsWith('.node'));
    console.log(`${target}: ${path.relative(root, archive.file)}, ${archive.bytes} bytes, ${archive.entries.length} entries, native: ${natives.join(', ')}`);
    if (target !== ours) {
      console.log(`${target}: not run, this machine is ${ours}`);
      continue;
    }
    for (const step of await proveArchive(archive)) console.log(`${target}: ${step}`);
  }
  console.log('Fuses, archive integrity and installers: not run, no Electron runtime.');
}

await bundle();
if (electronRuntime() ?? (await fetchElectron())) await packages();
else await archivesOnly();
