/**
 * 'This post is the hub': the process of a hub (electron/hub/entry.ts) beside the application, with its data in the profile. It knows no
 * key of the post, so it goes on while the post is locked; it ends with the application. When it dies it is started again.
 */
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { UtilityProcess } from 'electron';
import { hubPorts } from '../../shared/domain/limits.ts';
import { hubPort, type OwnHub } from '../../shared/domain/own-hub.ts';
import { AppError, type CallError } from '../../shared/errors.ts';
import type { FromHub } from '../hub/entry-messages.ts';
import { writeFiles } from './write-file.ts';

export type HubProcess = Pick<UtilityProcess, 'postMessage' | 'kill' | 'on'>;

export interface OwnHubOptions {
  readonly fork: (args: readonly string[]) => HubProcess;
  /** of its data */
  readonly folder: string;
  readonly now: () => Date;
  readonly onState: (state: OwnHub) => void;
  readonly log: (line: string) => void;
}

export interface OwnHubLink {
  readonly status: () => OwnHub;
  /** Throws why it cannot: `hub.port`, `folder.readonly`, `disk.full`, `file.busy`… */
  readonly start: (port?: number) => Promise<OwnHub>;
  /** A person stops it: it stays off. */
  readonly stop: () => Promise<OwnHub>;
  /** The application ends: the hub comes up again with it. */
  readonly close: () => Promise<void>;
  /** Starts it when it was on at the end; why it cannot is in its state. */
  readonly resume: () => Promise<void>;
}

/** milliseconds before the first, second… start after a death; after the last it stays down and says so */
const backOff = [500, 2_000, 10_000] as const;
/** a process that lived this long begins a new row of deaths */
const healthyAfterMs = 60_000;
/** the hub itself waits ten seconds for what is under way */
const stopLimitMs = 12_000;
const portFile = 'port.json';
/** there while a person wants the hub */
const onFile = 'on.json';

export function createOwnHub({ fork, folder, now, onState, log }: OwnHubOptions): OwnHubLink {
  let state: OwnHub = { state: 'stopped', port: lastPort(folder) };
  let child: { readonly process: HubProcess; readonly exited: Promise<void> } | undefined;
  let starting: Promise<OwnHub> | undefined;
  let wanted = false;
  let deaths = 0;
  let resumed = false;
  let timer: NodeJS.Timeout | undefined;

  function tell(next: OwnHub): OwnHub {
    state = next;
    onState(next);
    return next;
  }

  /** Resolves when posts can reach it. Rejects with why not, and then nothing runs. */
  function begin(port: number): Promise<OwnHub> {
    const began = now().toISOString();
    const forked = fork(['--data', folder, '--port', String(port)]);
    const gone = Promise.withResolvers<void>();
    child = { process: forked, exited: gone.promise };
    tell({ state: 'starting', port });
    return new Promise((resolve, reject) => {
      let isReady = false;
      let failure: CallError | undefined;
      forked.on('message', (message: FromHub) => {
        if (child?.process !== forked) return;
        if (message.type === 'failed') failure = message.error;
        if (message.type !== 'ready') return;
        const { pin, addresses, keeperCode } = message;
        // told again when the addresses of the machine change
        resolve(tell({ state: 'running', port: message.port, pin, addresses: [...addresses], keeperCode, since: state.state === 'running' ? state.since : began, ...(resumed ? { resumed: true as const } : {}) }));
        if (isReady) return;
        isReady = true;
        clearTimeout(timer);
        timer = setTimeout(() => (deaths = 0), healthyAfterMs).unref();
      });
      forked.on('exit', (code) => {
        gone.resolve();
        if (child?.process !== forked) return;
        child = undefined;
        clearTimeout(timer);
        if (isReady) return died(port, code);
        reject(new AppError(failure?.code ?? 'hub.ended', failure?.message ?? `the hub ended while it started (${code})`, failure?.details ? { details: failure.details } : {}));
      });
    });
  }

  function died(port: number, code: number): void {
    if (!wanted) return void tell({ state: 'stopped', port });
    log(`the hub ended (${code})`);
    const pause = backOff[deaths];
    deaths += 1;
    if (pause === undefined) return giveUp(port, 'hub.ended');
    tell({ state: 'starting', port });
    timer = setTimeout(() => void begin(port).catch((error: unknown) => giveUp(port, error instanceof AppError ? error.code : 'hub.ended')), pause);
  }

  function giveUp(port: number, error: CallError['code']): void {
    wanted = false;
    tell({ state: 'stopped', port, error });
  }

  async function startAt(port: number): Promise<OwnHub> {
    try {
      wanted = true;
      deaths = 0;
      const running = await begin(port);
      await remember(folder, port).catch(() => log('that the hub is on was not kept'));
      return running;
    } catch (error) {
      wanted = false;
      tell({ state: 'stopped', port });
      throw error;
    }
  }

  async function end(): Promise<void> {
    wanted = false;
    clearTimeout(timer);
    await starting?.catch(() => {});
    const ending = child;
    if (!ending) return;
    ending.process.postMessage({ type: 'stop' });
    const late = setTimeout(() => ending.process.kill(), stopLimitMs);
    await ending.exited;
    clearTimeout(late);
  }

  return {
    status: () => state,
    start: (port = state.port) => {
      if (state.state === 'running') return Promise.resolve(state);
      clearTimeout(timer);
      resumed = false;
      starting ??= startAt(port).finally(() => (starting = undefined));
      return starting;
    },
    stop: async () => {
      await rm(path.join(folder, onFile), { force: true });
      await end();
      return state.state === 'stopped' && state.error === undefined ? state : tell({ state: 'stopped', port: state.port });
    },
    close: end,
    resume: async () => {
      if (!existsSync(path.join(folder, onFile))) return;
      resumed = true;
      const { port } = state;
      starting ??= startAt(port).finally(() => (starting = undefined));
      await starting.catch((error: unknown) => giveUp(port, error instanceof AppError ? error.code : 'hub.ended'));
    },
  };
}

function lastPort(folder: string): number {
  try {
    const file = path.join(folder, portFile);
    return existsSync(file) ? hubPort.parse(JSON.parse(readFileSync(file, 'utf8'))) : hubPorts.usual;
  } catch {
    return hubPorts.usual;
  }
}

const remember = (folder: string, port: number): Promise<void> =>
  writeFiles(
    [
      { path: path.join(folder, portFile), bytes: Buffer.from(`${port}\n`) },
      { path: path.join(folder, onFile), bytes: Buffer.from('true\n') },
    ],
    'internal',
  );
