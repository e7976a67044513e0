/** app: readiness, paths, one instance a profile, and the way out. */
import { homedir } from 'node:os';
import path from 'node:path';
import { mkdirSync, readFileSync } from 'node:fs';
import type { WebContents } from './contents.ts';
import { Emitter, cancellable } from './emitter.ts';
import { closePrinter } from './print.ts';
import { report } from './report.ts';
import { openWindows } from './open-windows.ts';
import { shownAddresses } from './pages.ts';
import { type Claim, claimProfile } from './single-instance.ts';

interface AppEvents {
  readonly ready: readonly [];
  readonly 'before-quit': readonly [event: Electron.Event];
  readonly 'will-quit': readonly [event: Electron.Event];
  readonly 'window-all-closed': readonly [];
  readonly 'second-instance': readonly [event: Electron.Event, argv: string[], workingDirectory: string, additionalData: unknown];
  readonly 'web-contents-created': readonly [event: Electron.Event, contents: WebContents];
}

type PathName = 'userData' | 'appData' | 'home' | 'documents' | 'temp' | 'downloads';
type Implemented = 'quit' | 'exit' | 'isReady' | 'whenReady' | 'getVersion' | 'getName' | 'getAppPath' | 'enableSandbox' | 'isPackaged' | 'requestSingleInstanceLock' | 'setPath' | 'releaseSingleInstanceLock';

function appData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
}

class App extends Emitter<AppEvents> implements Pick<Electron.App, Implemented> {
  /** set by run.ts: as in the installed application, without what only development checks */
  isPackaged = false;
  /** set by run.ts: no window of its own, the address alone */
  isHeadless = false;
  #folder = process.cwd();
  #package: { readonly name?: string; readonly version?: string; readonly productName?: string } = {};
  readonly #paths = new Map<string, string>();
  #ready = false;
  readonly #whenReady = Promise.withResolvers<void>();
  #claim: Claim | undefined;
  #quitting = false;

  /** run.ts: which application this is. */
  openFolder(folder: string): string {
    this.#folder = folder;
    this.#package = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return path.join(folder, (this.#package as { main?: string }).main ?? 'index.js');
  }

  becomeReady(): void {
    if (this.#quitting) return;
    this.#ready = true;
    this.#whenReady.resolve();
    this.emit('ready');
  }

  isReady(): boolean {
    return this.#ready;
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }

  getVersion(): string {
    return this.#package.version ?? '0.0.0';
  }

  getName(): string {
    return this.#package.productName ?? this.#package.name ?? 'app';
  }

  getAppPath(): string {
    return this.#folder;
  }

  /** The window is a page of a Chromium that has its own sandbox. */
  enableSandbox(): void {}

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }

  getPath(name: PathName): string {
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    const home = homedir();
    const folder = {
      appData: appData(),
      userData: path.join(appData(), this.getName()),
      home,
      documents: path.join(home, 'Documents'),
      downloads: path.join(home, 'Downloads'),
      temp: process.env['TMPDIR'] ?? '/tmp',
    }[name];
    if (name === 'userData') mkdirSync(folder, { recursive: true });
    return folder;
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    const answer = claimProfile(
      this.getPath('userData'),
      { argv: process.argv, cwd: process.cwd(), additionalData },
      (second) => {
        this.emit('second-instance', cancellable({}), [...second.argv], second.cwd, second.additionalData);
        return shownAddresses()[0] ?? '';
      },
    );
    if ('heldBy' in answer) {
      report({ kind: 'second', address: answer.heldBy });
      return false;
    }
    this.#claim = answer;
    return true;
  }

  releaseSingleInstanceLock(): void {
    this.#claim?.release();
    this.#claim = undefined;
  }

  allWindowsClosed(): void {
    if (!this.#quitting) this.emit('window-all-closed');
  }

  quit(): void {
    if (this.#quitting) return;
    const before = cancellable({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    openWindows.forEach((window) => window.close());
    if (openWindows.size > 0) {
      this.#quitting = false; // a window refused to close
      return;
    }
    const will = cancellable({});
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }

  exit(code = 0): void {
    this.#quitting = true;
    this.releaseSingleInstanceLock();
    // the page hears that it is over before the connection breaks
    void closePrinter().finally(() => setTimeout(() => process.exit(code), 20));
  }
}

export type { App };
export const app = new App();
