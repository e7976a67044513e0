/**
 * First script of the page: what a preload finds under `require('electron')`, and the stand-in's own ears. There is no isolated world
 * in a plain Chromium: what Electron keeps apart by the engine is kept apart here by copying and freezing.
 */
import type { ToPage } from './messages.ts';
import { guardNavigation, guardPermissions } from './guard.ts';
import { ask, hear } from './way.ts';

type Listener = (event: object, ...args: unknown[]) => void;
const listeners = new Map<string, Set<Listener>>();

const ipcRenderer = {
  invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
    // as Electron: what cannot be cloned does not travel
    const answer = (await ask('invoke', { channel, args: structuredClone(args) })) as { ok: true; value?: unknown } | { ok: false; message: string };
    if (!answer.ok) throw new Error(`Error invoking remote method '${channel}': ${answer.message}`);
    return answer.value;
  },
  on: (channel: string, listener: Listener) => {
    const heard = listeners.get(channel) ?? new Set();
    listeners.set(channel, heard.add(listener));
    return ipcRenderer;
  },
};

/** As Electron's bridge: data is copied, a function becomes one that copies what goes in and what comes out. */
function across(value: unknown): unknown {
  if (typeof value === 'function') {
    const target = value;
    return (...args: unknown[]) => {
      const result: unknown = Reflect.apply(target, undefined, args.map(across));
      return result instanceof Promise ? result.then(across) : across(result);
    };
  }
  try {
    return structuredClone(value);
  } catch {
    // something inside cannot be cloned: functions can be carried over, anything else is an error of the caller
    if (Array.isArray(value)) return value.map(across);
    if (value === null || typeof value !== 'object') throw new TypeError('cannot be carried over the bridge');
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, across(part)]));
  }
}

const contextBridge = {
  exposeInMainWorld: (key: string, api: unknown): void => {
    Object.defineProperty(window, key, { value: Object.freeze(across(api)), enumerable: true });
  },
};

/** What the application's preload gets for `require`. */
export function requireElectron(name: string): unknown {
  if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`);
  return { contextBridge, ipcRenderer };
}

async function copyText(text: string): Promise<void> {
  const area = document.createElement('textarea');
  area.value = text;
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
}

async function askPerson({ id, ask: kind, text, initial }: Extract<ToPage, { kind: 'dialog' }>): Promise<void> {
  const answer = kind === 'prompt' ? window.prompt(text, initial) : kind === 'confirm' ? window.confirm(text) : (window.alert(text), true);
  await ask('answer', { id, answer });
}

function receive(message: ToPage): void {
  if (message.kind === 'message') for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args);
  else if (message.kind === 'dialog') void askPerson(message);
  else if (message.kind === 'copy') void copyText(message.text);
  else if (message.kind === 'focus') window.focus();
  else window.close();
}

guardNavigation();
guardPermissions();
hear(receive);
window.addEventListener('load', () => void ask('loaded', {}));
