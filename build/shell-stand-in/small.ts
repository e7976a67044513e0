/** The parts of Electron that have little to do outside it. */
import { Emitter } from './emitter.ts';

/** Links and folders are not opened by a development part. */
export const shell = {
  openExternal: async (url: string): Promise<void> => void process.stderr.write(`would open ${url}\n`),
  openPath: async (file: string): Promise<string> => `not opened: ${file}`,
  showItemInFolder: (file: string): void => void process.stderr.write(`would show ${file}\n`),
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;

/** The browser around the page has its own menu. */
export const Menu = {
  setApplicationMenu: (_menu: null): void => {},
};

/** Keys of the system need Electron: it is said, never imitated. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  encryptString: (_text: string): Buffer => {
    throw new Error('safeStorage is not available');
  },
  decryptString: (_encrypted: Buffer): string => {
    throw new Error('safeStorage is not available');
  },
} satisfies Pick<Electron.SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'>;

interface PowerEvents {
  readonly 'lock-screen': readonly [];
  readonly 'unlock-screen': readonly [];
  readonly suspend: readonly [];
  readonly resume: readonly [];
}

/** Without Electron nobody tells of the screen lock; a test can, with a signal (run.ts). */
export const powerMonitor = new Emitter<PowerEvents>();

interface ThemeEvents {
  readonly updated: readonly [];
}
class NativeTheme extends Emitter<ThemeEvents> {
  readonly shouldUseDarkColors = false;
  themeSource: Electron.NativeTheme['themeSource'] = 'system';
}
export const nativeTheme = new NativeTheme();
