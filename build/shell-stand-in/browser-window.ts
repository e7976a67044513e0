/** BrowserWindow: shown, it is a page in the machine's Chromium; hidden, a page without a window, to be printed. */
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { app } from './app.ts';
import { hasDisplay, openAppWindow } from './chromium.ts';
import { WebContents } from './contents.ts';
import { Emitter, cancellable } from './emitter.ts';
import { openHidden } from './print.ts';
import { openWindows } from './open-windows.ts';
import { report } from './report.ts';
import { addressOf } from './server.ts';

interface WindowEvents {
  readonly close: readonly [event: Electron.Event];
  readonly closed: readonly [];
}

export class BrowserWindow extends Emitter<WindowEvents> implements Pick<Electron.BrowserWindow, 'loadURL' | 'close' | 'destroy' | 'isDestroyed' | 'show' | 'focus' | 'isMinimized' | 'restore' | 'id'> {
  readonly webContents: WebContents;
  readonly id: number;
  readonly #shown: boolean;
  readonly #size: { readonly width: number; readonly height: number };
  #browser: ChildProcess | undefined;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.#shown = options.show !== false;
    this.#size = { width: options.width ?? 800, height: options.height ?? 600 };
    this.webContents = new WebContents(options.webPreferences ?? {});
    this.id = this.webContents.id;
    this.webContents.onGone = () => this.close();
    openWindows.add(this);
    app.emit('web-contents-created', cancellable({}), this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.setURL(url);
    const address = await addressOf(this.webContents, url);
    if (!this.#shown) {
      this.webContents.printed = await openHidden(address, this.webContents.runsScripts);
      return;
    }
    const loaded = new Promise<void>((resolve, reject) => {
      this.webContents.once('did-finish-load', () => resolve());
      this.webContents.once('destroyed', () => reject(new Error('the window was closed while it was loading')));
    });
    report({ kind: 'window', address });
    if (hasDisplay() && !app.isHeadless) this.#browser = openAppWindow(address, path.join(app.getPath('userData'), 'chromium'), this.#size);
    await loaded;
  }

  close(): void {
    if (this.isDestroyed()) return;
    const event = cancellable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (!openWindows.delete(this)) return;
    this.webContents.destroy();
    void this.webContents.printed?.close();
    this.#browser?.kill();
    this.emit('closed');
    if (this.#shown && openWindows.size === 0) app.allWindowsClosed();
  }

  isDestroyed(): boolean {
    return !openWindows.has(this);
  }

  /** A page cannot raise its window in every system; the person is told by the terminal of the second start as well. */
  show(): void {
    this.focus();
  }

  focus(): void {
    this.webContents.push({ kind: 'focus' });
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}
}
