/**
 * The main process: one window, one store process, and the gate between them. It holds no knowledge of the field; each part beside
 * this file does one thing, and here they are put together.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, Menu, app, clipboard, dialog, ipcMain, powerMonitor, protocol, session, utilityProcess } from 'electron';
import { holdsPost } from '../../db/file/profile.ts';
import type { EventName, EventPayload, PostStatus } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { createExchangeFiles } from './exchange-files.ts';
import { createExport } from './export.ts';
import { createFarewell } from './farewell.ts';
import { openGate } from './gate.ts';
import { applyPolicy, lockSession } from './policy.ts';
import { introduceHub } from './introduce-hub.ts';
import { createOwnHub } from './own-hub.ts';
import { openPreferences } from './preferences.ts';
import { profileFrom } from './profile.ts';
import { createPages, origin, scheme } from './protocol.ts';
import { createStoreLink } from './store-link.ts';
import { bringForward, openMainWindow, printToPdf, sendTo } from './windows.ts';

const built = path.dirname(import.meta.dirname);
const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** Whether there is a profile to work in; why not is said where the command was given. */
function chooseProfile(): boolean {
  try {
    const profile = profileFrom(process.argv, process.cwd());
    if (profile === undefined) return true;
    mkdirSync(profile, { recursive: true });
    app.setPath('userData', profile);
    return true;
  } catch (thrown) {
    log(`no profile folder: ${thrown instanceof Error ? thrown.message : 'unknown'}`);
    return false;
  }
}

function begin(): void {
  let window: BrowserWindow | undefined;
  let quitting: Promise<void> | undefined;
  let mayClose = false;
  const tell = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    if (window) sendTo(window, name, payload);
  };

  const pages = createPages(path.join(built, 'renderer'));
  protocol.handle(scheme, (request) => pages.respond(request));
  lockSession(session.defaultSession);
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const profileDir = app.getPath('userData');
  const preferences = openPreferences(profileDir);
  const farewell = createFarewell(3000);
  const store = createStoreLink({
    fork: () => utilityProcess.fork(path.join(built, 'store', 'store.js'), [], { serviceName: 'store', stdio: 'inherit' }),
    profileDir,
    packsDir: path.join(built, 'packs'),
    holdsPost: () => holdsPost(profileDir),
    // payloads come from our own process, made by the same contract
    onEvent: (name, payload) => tell(name, payload as never),
    onState: (state) => tell('store.state', state),
    print: (html) => printToPdf(pages, html),
    log,
  });

  const introduce = introduceHub(store);
  const ownHub = createOwnHub({
    fork: (args) => utilityProcess.fork(path.join(built, 'hub', 'hub.js'), [...args], { serviceName: 'hub', stdio: 'inherit' }),
    folder: path.join(profileDir, 'hub'),
    now: () => new Date(),
    onState: (state) => {
      tell('hub.state', state);
      introduce(state);
    },
    log,
  });

  // it holds no key of the post: who was the hub for others is it again before anybody unlocks
  void ownHub.resume();

  /** Whose post this is decides on the hub, not who finds the machine locked. */
  async function mustBeOpen(): Promise<void> {
    const status = await store.call('post.status', {});
    if (!status.ok) throw new AppError(status.error.code, status.error.message);
    if ((status.value as PostStatus).state !== 'open') throw new AppError('post.locked', 'the post is locked');
  }

  async function lock(by: EventPayload<'post.locked'>['by']): Promise<void> {
    await store.lock();
    tell('post.locked', { by });
  }

  async function lockForSystem(): Promise<void> {
    const status = await store.call('post.status', {});
    if (!status.ok || (status.value as PostStatus).state !== 'open') return;
    await farewell.wait(() => tell('app.closing', { why: 'lock' }));
    await lock('system');
  }

  /** `asked`: the person was told what is not saved. Else the window may hold it up to tell them. */
  function quit(asked = false): Promise<void> {
    quitting ??= (async () => {
      if (!asked && window && !window.isDestroyed() && (await farewell.wait(() => tell('app.closing', { why: 'quit' }))) === 'held') {
        quitting = undefined;
        bringForward(window);
        return;
      }
      await Promise.all([store.close(), ownHub.close()]);
      mayClose = true;
      app.quit();
    })();
    return quitting;
  }

  const exporting = createExport({
    store,
    print: (html) => printToPdf(pages, html),
    dialog,
    clipboard,
    startFolder: app.getPath('documents'),
    progress: (progress) => tell('job.progress', progress),
    log,
  });

  const exchangeFiles = createExchangeFiles({ store, dialog, startFolder: app.getPath('documents'), now: () => new Date() });

  openGate(ipcMain, {
    origin,
    isOurWindow: (id) => window !== undefined && !window.isDestroyed() && window.webContents.id === id,
    forward: store.call,
    checkOutput: !app.isPackaged,
    log,
    shell: {
      'app.info': async () => ({ version: app.getVersion(), electron: process.versions.electron, chromium: process.versions.chrome, node: process.versions.node }),
      'app.preferences': preferences.read,
      'app.setPreferences': preferences.change,
      'app.flushed': async ({ held }) => {
        farewell.flushed(held ?? false);
        return {};
      },
      'app.leave': async () => {
        void quit(true);
        return {};
      },
      'post.lock': async ({ by }) => {
        await lock(by ?? 'person');
        const status = await store.call('post.status', {});
        if (!status.ok) throw new AppError(status.error.code, status.error.message);
        // the store answers by the same contract
        return status.value as PostStatus;
      },
      'export.save': exporting.save,
      'export.copy': exporting.copy,
      'clipboard.copy': exporting.copyText,
      'contacts.vcard': exporting.saveContact,
      'print.emergency': exporting.saveEmergencySet,
      'dossier.attach': exporting.attach,
      'dossier.saveAttachment': exporting.saveAttachment,
      'dossier.export': exporting.saveDossier,
      'exercise.export': exporting.saveExercise,
      'exercise.cancelExport': exporting.stopExercise,
      'exercise.readScript': exporting.readScript,
      'space.saveCard': exporting.saveCard,
      'space.saveInvitation': exporting.saveInvitation,
      'exchange.writeFile': exchangeFiles.write,
      'exchange.readFile': exchangeFiles.read,
      'hub.status': async () => ownHub.status(),
      'hub.start': async ({ port }) => {
        await mustBeOpen();
        return await ownHub.start(port);
      },
      'hub.stop': async () => {
        await mustBeOpen();
        return await ownHub.stop();
      },
    },
  });

  window = openMainWindow(path.join(built, 'preload', 'preload.cjs'), !app.isPackaged);
  const opened = window;
  opened.webContents.on('did-finish-load', () => tell('store.state', store.state()));
  opened.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    void quit();
  });
  app.on('before-quit', (event) => {
    if (mayClose) return;
    event.preventDefault();
    void quit();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => bringForward(opened));
  powerMonitor.on('lock-screen', () => void lockForSystem());
  powerMonitor.on('suspend', () => void lockForSystem());
}

applyPolicy(app);
protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
// the lock belongs to the profile: two profiles run side by side, two starts of one do not
if (!chooseProfile()) app.exit(2);
else if (app.requestSingleInstanceLock()) void app.whenReady().then(begin);
else app.quit();
