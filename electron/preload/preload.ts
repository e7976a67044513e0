/**
 * What the page gets to see of the application: `window.steunpunt`, with the names of the contract and nothing else. It runs in its
 * own world in the sandbox. Names come from the contract at build time (build/bundle.ts), so nothing is listed twice.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { callNames, eventNames, rememberedEvents } from 'virtual:contract-names';

type Listener = (payload: unknown) => void;

const calls = new Set(callNames);
const listeners = new Map<string, Set<Listener>>(eventNames.map((name) => [name, new Set()]));
const remembered = new Map<string, unknown>();

for (const [name, heard] of listeners) {
  // the event object stays here: it carries the sender
  ipcRenderer.on(`event:${name}`, (_event, payload: unknown) => {
    if (rememberedEvents.includes(name)) remembered.set(name, payload);
    for (const listener of heard) listener(payload);
  });
}

const failure = (code: 'input.invalid' | 'internal', message: string) => ({ ok: false, error: { code, message } });

contextBridge.exposeInMainWorld('steunpunt', {
  call: async (name: string, input: unknown): Promise<unknown> => {
    if (!calls.has(name)) return failure('input.invalid', 'no such call');
    try {
      return await ipcRenderer.invoke(`call:${name}`, input);
    } catch {
      // main answers with values; what rejects is input that cannot be carried over, or a process that is gone
      return failure('internal', 'the call could not be carried over');
    }
  },
  on: (name: string, listener: Listener): (() => void) => {
    const heard = listeners.get(name);
    if (!heard) throw new TypeError('no such event');
    // one entry a subscription, so that one listener given twice is heard twice and unsubscribed one by one
    const entry: Listener = (payload) => listener(payload);
    heard.add(entry);
    if (remembered.has(name)) queueMicrotask(() => heard.has(entry) && entry(remembered.get(name)));
    return () => void heard.delete(entry);
  },
});
