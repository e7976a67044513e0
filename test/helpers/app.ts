/** Starts the built application under the shell stand-in, without a window, as a process of its own. */
import { fork } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { standInCommand } from '../../build/shell-stand-in/command.ts';
import type { Report } from '../../build/shell-stand-in/report.ts';

export const root = path.dirname(path.dirname(import.meta.dirname));

export interface StartOptions {
  /** as it is installed: without what only development checks, such as each answer by its schema */
  readonly packaged?: boolean;
  readonly profile: string;
  /** the application folder; the repository, where dist/ was built, when not given */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** wait for the window, or for the end of a start that finds the profile open already */
  readonly expect?: 'window' | 'second';
}

export interface RunningApp {
  /** where the window is: `http://<token>.localhost:<port>/` */
  readonly address: string;
  readonly pids: { readonly main: number; readonly store: number };
  /** what the processes wrote to the terminal so far */
  readonly log: () => string;
  /** asks the application to quit; resolves with its exit code */
  readonly stop: () => Promise<number>;
  /** ends main at once, as a power cut would; the store process follows */
  readonly kill: () => Promise<void>;
  readonly exited: Promise<number>;
  /** connections and look-ups of its Node processes that went beyond this machine, one JSON line each */
  readonly networkRecord: () => string;
}

const hook = pathToFileURL(path.join(import.meta.dirname, 'record-network.ts')).href;
const startLimitMs = 60_000;
let count = 0;

/** Rejects with the log when the application does not come up. */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  count += 1;
  const record = path.join(tmpdir(), `steunpunt-network-${process.pid}-${count}`);
  rmSync(record, { force: true });
  const { file, flags } = standInCommand();
  const script = flags.at(-1) ?? '';
  const child = fork(script, ['--headless', ...(options.packaged ? ['--packaged'] : []), options.folder ?? root, '--profile', options.profile], {
    execPath: file,
    execArgv: [...flags.slice(0, -1), '--import', hook],
    env: { ...process.env, ...options.env, STEUNPUNT_NETWORK_RECORD: record },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  let store = 0;
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => (log += part));
  const exited = new Promise<number>((resolve) => child.on('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1))));

  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the application did not start in time:\n${log}`));
    }, startLimitMs);
    child.on('message', (message: Report) => {
      if (message.kind === 'process' && message.name === 'store') store = message.pid;
      if (message.kind !== (options.expect ?? 'window')) return;
      clearTimeout(timer);
      resolve((message as { address: string }).address);
    });
    void exited.then((code) => {
      clearTimeout(timer);
      reject(new Error(`the application ended while starting (${code}):\n${log}`));
    });
  });

  return {
    address,
    get pids() {
      return { main: child.pid ?? 0, store };
    },
    log: () => log,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    exited,
    networkRecord: () => (existsSync(record) ? readFileSync(record, 'utf8') : ''),
  };
}
