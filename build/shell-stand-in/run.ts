/**
 * `node build/shell-stand-in/run.ts [--headless] [--packaged] APPLICATION args...`: runs an Electron application folder without Electron. `electron`
 * resolves to electron.ts here; everything else is the application as it was built.
 */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { powerMonitor } from './small.ts';

const standIn = pathToFileURL(path.join(import.meta.dirname, 'electron.ts')).href;
registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' || specifier === 'electron/main' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(specifier, context)),
});

const args = process.argv.slice(2);
const takes = (flag: string): boolean => args[0] === flag && args.shift() === flag;
app.isHeadless = takes('--headless');
app.isPackaged = takes('--packaged');
const folder = path.resolve(args.shift() ?? '.');
process.argv = [process.execPath, folder, ...args];
Object.defineProperty(process.versions, 'electron', { value: 'stand-in' });
Object.defineProperty(process.versions, 'chrome', { value: 'of this machine' });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
// the one thing of the system that a test has to be able to tell: the screen was locked
if (process.platform !== 'win32') process.on('SIGUSR2', () => powerMonitor.emit('lock-screen'));

await import(pathToFileURL(app.openFolder(folder)).href);
app.becomeReady();
