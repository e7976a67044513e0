/** The store process of the application, run from its sources, driven over the messages that main would send. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Exported, FromStore, Paper, Rendered, ToStore } from '../../electron/store/port.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/contract.ts';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { AppError, type Result } from '../../shared/errors.ts';

const root = path.join(import.meta.dirname, '..', '..');
export const packsDir = path.join(root, 'db', 'packs');
const shim = pathToFileURL(path.join(root, 'build', 'shell-stand-in', 'parent-port.ts')).href;

export interface StoreProcess {
  readonly pid: number;
  /** the value, or the error thrown as AppError */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  readonly render: (paper: Paper, locale: Locale) => Promise<Rendered>;
  readonly exported: (file: Exported) => Promise<unknown>;
  readonly attach: (dossierId: string, path: string) => Promise<Attachment>;
  /** what main would keep to start the next process with */
  readonly resumeWith: () => { readonly seal: Uint8Array; readonly sealedKey: Uint8Array | undefined };
  readonly events: readonly Extract<FromStore, { type: 'event' }>[];
  readonly stderr: () => string;
  /** as main does at lock and quit; resolves when the process is gone */
  readonly close: () => Promise<void>;
  /** SIGKILL: no chance to write anything more */
  readonly kill: () => Promise<void>;
}

export interface StoreProcessOptions {
  readonly profileDir: string;
  readonly packsDir?: string;
  readonly seal?: Uint8Array;
  readonly sealedKey?: Uint8Array | undefined;
}

class ProcessGone extends Error {}

export function startStore(options: StoreProcessOptions): Promise<StoreProcess> {
  return forkStore().begin(options);
}

export interface ForkedStore {
  readonly begin: (options: StoreProcessOptions) => Promise<StoreProcess>;
  readonly kill: () => Promise<void>;
}

/** A process that has not been told its profile: it loads its code while another one still works on that profile. */
export function forkStore(): ForkedStore {
  const child: ChildProcess = fork(path.join(root, 'electron', 'store', 'entry.ts'), [], {
    serialization: 'advanced',
    execPath: process.execPath,
    execArgv: ['--import', shim],
    // compiled once for all the processes that tests start
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'steunpunt-test-compile-cache') },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const gone = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  return { begin: (options) => begin(child, gone, kill, options), kill };
}

async function begin(child: ChildProcess, gone: Promise<unknown>, kill: () => Promise<void>, options: StoreProcessOptions): Promise<StoreProcess> {
  const seal = options.seal ?? randomBytes(32);
  let sealedKey = options.sealedKey;
  let errors = '';
  child.stderr?.on('data', (chunk) => (errors += String(chunk)));
  const events: Extract<FromStore, { type: 'event' }>[] = [];
  const waiting = new Map<number, { resolve: (result: Result<unknown>) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const ready = Promise.withResolvers<void>();

  child.on('message', (message: FromStore) => {
    if (message.type === 'reply') {
      waiting.get(message.id)?.resolve(message.result);
      waiting.delete(message.id);
    } else if (message.type === 'event') events.push(message);
    else if (message.type === 'sealedKey') ({ sealedKey } = message);
    else if (message.type === 'started') ready.resolve();
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new ProcessGone('the store process ended'));
    waiting.clear();
  });
  child.on('error', () => {});

  const send = (message: ToStore): void => void child.send(message, () => {});
  const ask = (make: (id: number) => ToStore): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    return new Promise<Result<unknown>>((resolve, reject) => {
      if (!child.connected) return reject(new ProcessGone('the store process is gone'));
      waiting.set(id, { resolve, reject });
      send(make(id));
    }).then((result) => {
      if (result.ok) return result.value;
      const { code, message, field, details } = result.error;
      throw new AppError(code, message, { ...(field === undefined ? {} : { field }), ...(details === undefined ? {} : { details }) });
    });
  };

  send({ type: 'start', profileDir: options.profileDir, packsDir: options.packsDir ?? packsDir, seal, ...(sealedKey ? { sealedKey } : {}) });
  await Promise.race([
    ready.promise,
    gone.then(() => {
      throw new ProcessGone(`the store process did not start: ${errors}`);
    }),
  ]);

  return {
    pid: child.pid ?? 0,
    call: <N extends CallName>(name: N, input: CallInput<N>) => ask((id) => ({ type: 'call', id, name, input })) as Promise<CallOutput<N>>,
    render: (paper, locale) => ask((id) => ({ type: 'render', id, paper, locale })) as Promise<Rendered>,
    exported: (file) => ask((id) => ({ type: 'exported', id, ...file })),
    attach: (dossierId, file) => ask((id) => ({ type: 'attach', id, dossierId, path: file })) as Promise<Attachment>,
    resumeWith: () => ({ seal, sealedKey }),
    events,
    stderr: () => errors,
    close: async () => {
      send({ type: 'close' });
      await gone;
    },
    kill,
  };
}

/** True for the rejection of a call whose process ended under it. */
export function isGone(error: unknown): boolean {
  return error instanceof ProcessGone;
}
