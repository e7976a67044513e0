/**
 * The peer of the start figure: the least that an Electron application with an encrypted file can be. One window that says 'ready' once
 * a store process has opened an empty encrypted file and read from it. No packs, no search, no framework.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BrowserWindow, app, ipcMain, protocol, utilityProcess } from 'electron';

const here = import.meta.dirname;
const profile = process.argv[process.argv.indexOf('--profile') + 1];
app.setPath('userData', profile);
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(async () => {
  protocol.handle('app', () => new Response(readFileSync(path.join(here, 'page.html')), { headers: { 'Content-Type': 'text/html' } }));
  const store = utilityProcess.fork(path.join(here, 'store.mjs'), [path.join(profile, 'empty.db')]);
  const tables = new Promise((resolve) => store.once('message', resolve));
  ipcMain.handle('tables', () => tables);
  const window = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true, preload: path.join(here, 'preload.cjs') } });
  await window.loadURL('app://empty/');
});
