/** The window, and the hidden one that prints. */
import { BrowserWindow } from 'electron';
import type { EventName } from '../../shared/contract.ts';
import type { Pages } from './protocol.ts';
import { origin } from './protocol.ts';

const locked = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const;

/** how often a window whose renderer died is loaded again before it is left as it is */
const reloadLimit = 3;

export function openMainWindow(preload: string, devTools: boolean): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Steunpunt',
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    backgroundColor: '#154273',
    autoHideMenuBar: true,
    webPreferences: { ...locked, preload, devTools },
  });
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || reloads >= reloadLimit) return;
    reloads += 1;
    void load(window, `${origin}/`);
  });
  void load(window, `${origin}/`);
  return window;
}

/** A window that closes while it loads rejects the load; there is nobody left to tell. */
async function load(window: BrowserWindow, url: string): Promise<void> {
  try {
    await window.loadURL(url);
  } catch (thrown) {
    if (!window.isDestroyed()) process.stderr.write(`window did not load: ${thrown instanceof Error ? thrown.message : 'unknown'}\n`);
  }
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

export const eventChannel = (name: EventName): string => `event:${name}`;

export function sendTo(window: BrowserWindow, name: EventName, payload: unknown): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel(name), payload);
}

/** The page as PDF: tagged, with an outline, on the paper that its own style asks for. The page runs no script. */
export async function printToPdf(pages: Pages, html: string): Promise<Uint8Array> {
  const page = pages.keepPrintPage(html);
  const window = new BrowserWindow({ show: false, webPreferences: { ...locked, javascript: false, devTools: false } });
  try {
    await window.loadURL(page.url);
    return await window.webContents.printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true, printBackground: true });
  } finally {
    page.drop();
    window.destroy();
  }
}
