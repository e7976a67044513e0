/** The session: handlers are kept, and asked when a page reaches for what needs leave. */
import { Emitter, cancellable } from './emitter.ts';

type Handlers = Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setSpellCheckerEnabled'>;
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type BeforeRequest = (details: Electron.OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void;

interface SessionEvents {
  readonly 'will-download': readonly [event: Electron.Event];
}

export class Session extends Emitter<SessionEvents> implements Handlers {
  #request: RequestHandler = null;
  #check: CheckHandler = null;
  #device: Parameters<Handlers['setDevicePermissionHandler']>[0] = null;
  #displayMedia: Parameters<Handlers['setDisplayMediaRequestHandler']>[0] = null;
  #beforeRequest: BeforeRequest | null = null;
  #spellCheck = true;

  readonly webRequest = {
    /** the form with a filter in front hears every request here as well */
    onBeforeRequest: (first: Electron.WebRequestFilter | BeforeRequest | null, second?: BeforeRequest | null): void => {
      this.#beforeRequest = typeof first === 'function' ? first : (second ?? null);
    },
  } satisfies Partial<Electron.WebRequest>;

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(handler: Parameters<Handlers['setDevicePermissionHandler']>[0]): void {
    this.#device = handler;
  }

  setDisplayMediaRequestHandler(handler: Parameters<Handlers['setDisplayMediaRequestHandler']>[0]): void {
    this.#displayMedia = handler;
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.#spellCheck = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spellCheck;
  }

  /** As Electron without handlers: what nobody refuses is granted. */
  async mayUse(permission: string, origin: string): Promise<boolean> {
    if (permission === 'device') return this.#device === null;
    if (permission === 'display-capture' && this.#displayMedia === null) return false;
    const asked = permission as Parameters<NonNullable<CheckHandler>>[1] & Parameters<NonNullable<RequestHandler>>[1];
    if (this.#check && !this.#check(null, asked, origin, { isMainFrame: true, requestingUrl: origin })) return false;
    const handler = this.#request;
    if (!handler) return true;
    // no handler of ours reads the contents or the details; Electron's own objects do not exist here
    const ask = handler as unknown as (contents: null, permission: string, answer: (granted: boolean) => void, details: object) => void;
    return await new Promise<boolean>((resolve) => ask(null, asked, resolve, { isMainFrame: true, requestingUrl: origin }));
  }

  async mayRequest(url: string, method: string): Promise<boolean> {
    const listener = this.#beforeRequest;
    if (!listener) return true;
    const details = { id: 0, url, method, resourceType: 'other', referrer: '', timestamp: Date.now(), uploadData: [] } satisfies Electron.OnBeforeRequestListenerDetails;
    return await new Promise<boolean>((resolve) => listener(details, (response) => resolve(response.cancel !== true)));
  }

  mayDownload(): boolean {
    const event = cancellable({});
    this.emit('will-download', event);
    return !event.defaultPrevented;
  }
}

export const defaultSession = new Session();
export const session = { defaultSession };
