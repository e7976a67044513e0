/**
 * What `import … from 'electron'` gets under the stand-in. `npm run check` compiles electron/ once against Electron's definitions and
 * once against this module, so that a call that is missing or shaped otherwise here fails the type check.
 */
export { app, type App } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export type { WebContents } from './contents.ts';
export { clipboard, dialog, type Clipboard, type Dialog } from './dialog.ts';
export { ipcMain, type IpcMain, type IpcMainInvokeEvent } from './ipc-main.ts';
export { protocol } from './protocol.ts';
export { session, type Session } from './session.ts';
export { Menu, nativeTheme, powerMonitor, safeStorage, shell } from './small.ts';
export { utilityProcess, type UtilityProcess } from './utility-process.ts';
