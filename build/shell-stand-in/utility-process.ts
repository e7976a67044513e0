/** utilityProcess: a Node process with `process.parentPort`, as Electron's own have it. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Emitter } from './emitter.ts';
import { report } from './report.ts';

interface UtilityEvents {
  readonly spawn: readonly [];
  readonly exit: readonly [code: number];
  // main and its process share one type of message; Electron leaves it open
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly message: readonly [message: any];
}

const parentPort = pathToFileURL(path.join(import.meta.dirname, 'parent-port.ts')).href;

export class UtilityProcess extends Emitter<UtilityEvents> implements Pick<Electron.UtilityProcess, 'pid' | 'postMessage' | 'kill'> {
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super();
    this.#child = fork(modulePath, args, {
      serialization: 'advanced',
      execArgv: [...process.execArgv, ...(options.execArgv ?? []), '--import', parentPort],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: { ...options.env } }),
    });
    this.#child.on('spawn', () => {
      report({ kind: 'process', name: options.serviceName ?? 'utility', pid: this.#child.pid ?? 0 });
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('error', () => {});
    this.#child.on('exit', (code, signal) => this.emit('exit', code ?? (signal ? 1 : 0)));
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  postMessage(message: unknown): void {
    // a process that has just died takes no message; its `exit` is on the way
    if (this.#child.connected) this.#child.send(message as object, () => {});
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = { fork: (modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) => new UtilityProcess(modulePath, args, options) };
