/**
 * The application archive as the package will hold it, made without Electron's runtime: the same list of files as electron-builder
 * uses, packed as `app.asar`, unpacked again in a folder far from the repository and run there. A file that the list forgot, or a
 * module that was not bundled, is then truly missing.
 */
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPackageWithOptions, extractAll, listPackage } from '@electron/asar';
import { startApp } from '../../test/helpers/app.ts';
import { launchBrowser } from '../../test/helpers/browser.ts';
import { appClient } from '../../test/helpers/client.ts';
import { type Target, shippedFiles, unpacked } from './config.ts';

export interface PackedArchive {
  readonly file: string;
  readonly entries: readonly string[];
  readonly bytes: number;
}

/** Packs `root` for a target into `outDir/<target>/app.asar` with native code beside it. */
export async function packArchive(root: string, target: Target, outDir: string): Promise<PackedArchive> {
  const folder = path.join(outDir, target);
  const staging = path.join(folder, 'app');
  rmSync(folder, { recursive: true, force: true });
  for (const pattern of shippedFiles(target).filter((one) => !one.startsWith('!'))) {
    const found = globSync(pattern, { cwd: root }).filter((name) => statSync(path.join(root, name)).isFile());
    if (found.length === 0) throw new Error(`nothing matches ${pattern}: is everything built and installed?`);
    for (const name of found) {
      mkdirSync(path.dirname(path.join(staging, name)), { recursive: true });
      cpSync(path.join(root, name), path.join(staging, name), { dereference: true });
    }
  }
  const file = path.join(folder, 'app.asar');
  await createPackageWithOptions(staging, file, { unpack: unpacked });
  rmSync(staging, { recursive: true });
  const entries = listPackage(file, { isPack: false });
  return { file, entries, bytes: statSync(file).size };
}

/** The window of a running application in a browser: it must show its first screen and load everything that it names. */
async function proveWindow(address: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('requestfailed', (request) => problems.push(`${request.url()} failed`));
    page.on('response', (response) => void (response.status() >= 400 && problems.push(`${response.url()} gave ${response.status()}`)));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(address);
    await page.locator('input[type=password]').waitFor();
    await page.evaluate(() => document.fonts.ready);
    if (problems.length > 0) throw new Error(`the window of the archive: ${problems.join('; ')}`);
    return 'window: the lock screen is shown, every script, style and font was in the archive';
  } finally {
    await browser.close();
  }
}

/** Runs the archive of this machine's own target from a bare folder: first start, search, a request, its export. Throws on what fails. */
export async function proveArchive(archive: PackedArchive): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'steunpunt-archive-'));
  const steps: string[] = [];
  try {
    const application = path.join(folder, 'app');
    extractAll(archive.file, application);
    const app = await startApp({ profile: path.join(folder, 'profile'), folder: application });
    try {
      const client = await appClient(app);
      await client.must('post.create', { identity: { name: 'Proef', function: 'rmoa', regionCode: 'VR24' }, passphrase: 'drie losse woorden hier' });
      steps.push('first start: encrypted store made, packs loaded');
      const { hits } = await client.must('search.find', { text: 'Valkenburg' });
      if (!hits.some((hit) => hit.regionCode === 'VR24')) throw new Error('the archive does not find Valkenburg');
      steps.push('search: Valkenburg is in VR24');
      const request = await client.must('request.create', { templateId: 'wvr-51' });
      client.answerDialogs(() => folder);
      const { files } = await client.must('export.save', { id: request.id, formats: ['docx', 'pdf', 'lcms', 'readout'], locale: 'nl' });
      for (const { name } of files) if (!existsSync(path.join(folder, name))) throw new Error(`${name} was not written`);
      steps.push(`export: ${files.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(', ')}`);
      await client.must('post.lock', {});
      client.leave();
      steps.push(await proveWindow(app.address));
    } finally {
      await app.stop();
    }
    return steps;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
