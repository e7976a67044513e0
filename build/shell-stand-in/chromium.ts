/** The machine's own Chromium: for the window where there is a display, and without a window for printing. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];
const elsewhere: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe')]),
};

/** Path of a Chromium of this machine, or undefined. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const ending = process.platform === 'win32' ? '.exe' : '';
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name + ending))), ...(elsewhere[process.platform] ?? [])];
  return candidates.find((candidate) => existsSync(candidate));
}

/** No network of its own, no first-run pages; without the sandbox only where Chromium cannot have it, as root. */
export const quietFlags: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-default-apps',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export function hasDisplay(): boolean {
  return process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** Opens `address` as a window of its own. `profileDir` keeps it apart from the person's own browser. */
export function openAppWindow(address: string, profileDir: string, size: { readonly width: number; readonly height: number }): ChildProcess | undefined {
  const executable = findChromium();
  if (!executable) return undefined;
  const child = spawn(executable, [`--app=${address}`, `--user-data-dir=${profileDir}`, `--window-size=${size.width},${size.height}`, ...quietFlags], { stdio: 'ignore' });
  child.on('error', () => {});
  return child;
}
