/** webContents: what main says to a page and what a page may do, between the code of the application and the page in a Chromium. */
import { randomBytes } from 'node:crypto';
import { Emitter, cancellable } from './emitter.ts';
import type { ToPage } from './page/messages.ts';
import type { PrintedPage } from './print.ts';
import { type Session, defaultSession } from './session.ts';

export interface Frame {
  readonly url: string;
  readonly origin: string;
  readonly parent: null;
  readonly frameTreeNodeId: number;
  readonly processId: number;
  readonly routingId: number;
}

interface ContentsEvents {
  readonly 'will-navigate': readonly [event: Electron.Event<Electron.WebContentsWillNavigateEventParams>];
  readonly 'will-frame-navigate': readonly [event: Electron.Event<Electron.WebContentsWillFrameNavigateEventParams>];
  /** a redirect answered by the page's own protocol does not exist here */
  readonly 'will-redirect': readonly [event: Electron.Event<Electron.WebContentsWillRedirectEventParams>];
  /** a Chromium outside Electron has no webview */
  readonly 'will-attach-webview': readonly [event: Electron.Event];
  readonly 'did-finish-load': readonly [];
  /** a page that crashes has left, as one that was closed */
  readonly 'render-process-gone': readonly [event: Electron.Event, details: Electron.RenderProcessGoneDetails];
  readonly destroyed: readonly [];
}

/** A page that has gone and is not back within this time was closed, not reloaded. */
const goneAfterMs = 2000;
const loadLimitMs = 30_000;
/** messages kept for a page that is loading */
const backlogLimit = 1000;

let nextId = 1;

export class WebContents extends Emitter<ContentsEvents> implements Pick<Electron.WebContents, 'id' | 'send' | 'isDestroyed' | 'printToPDF' | 'getURL'> {
  readonly id = nextId++;
  /** part of the host name: whoever does not know it cannot speak to this window */
  readonly token = randomBytes(16).toString('hex');
  readonly session: Session = defaultSession;
  readonly preload: string | undefined;
  readonly runsScripts: boolean;
  /** called when the page has left for good */
  onGone: () => void = () => {};
  printed: PrintedPage | undefined;

  #url = '';
  #destroyed = false;
  #openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;
  #streams = new Set<(message: ToPage) => void>();
  #backlog: ToPage[] = [];
  #wasConnected = false;
  #gone: NodeJS.Timeout | undefined;

  constructor(preferences: Electron.WebPreferences) {
    super();
    this.preload = preferences.preload;
    this.runsScripts = preferences.javascript !== false;
  }

  get mainFrame(): Frame {
    const url = URL.canParse(this.#url) ? new URL(this.#url) : undefined;
    return { url: this.#url, origin: url ? `${url.protocol}//${url.host}` : 'null', parent: null, frameTreeNodeId: this.id, processId: this.id, routingId: 1 };
  }

  getURL(): string {
    return this.#url;
  }

  setURL(url: string): void {
    this.#url = url;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.push({ kind: 'close' });
    this.#destroyed = true;
    clearTimeout(this.#gone);
    this.emit('destroyed');
  }

  send(channel: string, ...args: unknown[]): void {
    // as Electron: what cannot be cloned is an error of the sender
    this.push({ kind: 'message', channel, args: structuredClone(args) });
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#openHandler = handler;
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    if (!this.printed) throw new Error('only a hidden window can be printed here');
    return await this.printed.pdf(options);
  }

  get isConnected(): boolean {
    return this.#streams.size > 0;
  }

  push(message: ToPage): void {
    if (this.#streams.size === 0) this.#backlog = [...this.#backlog, message].slice(-backlogLimit);
    for (const stream of this.#streams) stream(message);
  }

  /** A page listens; gives what to call when it stops. */
  connect(stream: (message: ToPage) => void): () => void {
    clearTimeout(this.#gone);
    this.#wasConnected = true;
    this.#streams.add(stream);
    for (const message of this.#backlog.splice(0)) stream(message);
    return () => {
      this.#streams.delete(stream);
      if (this.#streams.size > 0 || this.#destroyed) return;
      clearTimeout(this.#gone);
      this.#gone = setTimeout(() => this.onGone(), goneAfterMs);
    };
  }

  /** A new document is being loaded: what was meant for the last page is over, and a page is given longer to come than to come back. */
  documentRequested(url: string): void {
    this.#url = url;
    this.#backlog = [];
    clearTimeout(this.#gone);
    if (this.#wasConnected) this.#gone = setTimeout(() => this.onGone(), loadLimitMs);
  }

  finishedLoading(): void {
    this.emit('did-finish-load');
  }

  /** What Electron asks the application before a page goes somewhere else. */
  mayNavigate(url: string): boolean {
    const parameters = { url, isSameDocument: false, isMainFrame: true, frame: null, initiator: null };
    const frameEvent = cancellable(parameters);
    this.emit('will-frame-navigate', frameEvent);
    const event = cancellable(parameters);
    if (!frameEvent.defaultPrevented) this.emit('will-navigate', event);
    return !frameEvent.defaultPrevented && !event.defaultPrevented;
  }

  mayOpen(details: { readonly url: string; readonly frameName: string; readonly features: string; readonly disposition: Electron.HandlerDetails['disposition'] }): boolean {
    if (!this.#openHandler) return true;
    return this.#openHandler({ ...details, referrer: { url: this.#url, policy: 'no-referrer' } }).action === 'allow';
  }
}
