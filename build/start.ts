/**
 * `npm start [-- --profile DIR]`: builds what changed and opens the application, on Electron where its runtime is there or can be
 * fetched, else under the shell stand-in.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { bundle, root } from './bundle.ts';
import { electronRuntime, fetchElectron } from './electron-runtime.ts';
import { standInCommand } from './shell-stand-in/command.ts';

/** Runs until the application ends; signals that reach only us are passed on. */
function follow(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`The application could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}

await bundle().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
});

const args = process.argv.slice(2);
const runtime = electronRuntime() ?? (await fetchElectron());
if (runtime) {
  console.log('Opening Steunpunt on Electron.');
  follow(spawn(runtime, [root, ...args], { stdio: 'inherit' }));
} else {
  console.log(`Opening Steunpunt under the shell stand-in, in the Chromium of this machine (${path.relative(root, path.join(import.meta.dirname, 'shell-stand-in'))}).`);
  const { file, flags } = standInCommand();
  follow(spawn(file, [...flags, root, ...args], { stdio: 'inherit' }));
}
