/**
 * What no window of this application may ever do: leave its page, open another, embed a foreign one, use a device, or reach a network.
 * Everything is refused by default, so a feature of a later Chromium starts refused as well.
 */
import type { App, Session, WebContents } from 'electron';
import { origin } from './protocol.ts';

/** Before `ready`: every renderer runs in the operating system's sandbox, also one that forgets to ask for it. */
export function applyPolicy(app: Pick<App, 'enableSandbox' | 'on'>): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

const refuse = (event: { readonly preventDefault: () => void }): void => event.preventDefault();

type Contents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

export function lockContents(contents: Contents): void {
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

type LockableSession = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setSpellCheckerEnabled' | 'webRequest' | 'on'>;

export function lockSession(session: LockableSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // Chromium would fetch dictionaries
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }));
}

/** Our own pages, and what a page made in its own memory. DevTools, where it may be opened at all, brings its own pages. */
export function isAllowedRequest(url: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith(`blob:${origin}/`) || url.startsWith('devtools://');
}
