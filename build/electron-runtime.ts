/** Electron's runtime is no part of its npm package: it is fetched from elsewhere, which closed networks refuse. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle.ts';

const folder = path.join(root, 'node_modules', 'electron');
/** the day of the last attempt that failed, so that not every start waits for it */
const failedMark = path.join(root, 'node_modules', '.steunpunt-electron');
const limitMs = 60_000;

/** Path of Electron's executable, or undefined when the runtime is not there. */
export function electronRuntime(): string | undefined {
  try {
    const executable = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'));
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** One attempt a day, at most a minute. Gives the executable, or undefined with the reason said. */
export async function fetchElectron(): Promise<string | undefined> {
  if (existsSync(failedMark) && readFileSync(failedMark, 'utf8').trim() === today()) {
    console.log('Electron\'s runtime is not here and could not be fetched today (delete node_modules/.steunpunt-electron to try again).');
    return undefined;
  }
  console.log('Electron\'s runtime is not here; trying once to fetch it (at most 60 s)…');
  const failed = await new Promise<string | undefined>((resolve) => {
    const child = spawn(process.execPath, [path.join(folder, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('no answer within 60 s');
    }, limitMs);
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? undefined : (said.split('\n').find((line) => line.trim() !== '') ?? `exit code ${code}`).slice(0, 200));
    });
  });
  const runtime = failed === undefined ? electronRuntime() : undefined;
  if (runtime === undefined) {
    writeFileSync(failedMark, `${today()}\n`);
    console.log(`Electron's runtime could not be fetched: ${failed ?? 'it is not where it should be'}`);
  }
  return runtime;
}
