/** ipcMain: handlers by channel, called by the server with the window that asked. */
import type { Frame, WebContents } from './contents.ts';

export interface IpcMainInvokeEvent {
  readonly type: 'frame';
  readonly sender: WebContents;
  readonly senderFrame: Frame | null;
  readonly frameId: number;
  readonly processId: number;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

class IpcMain {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Rejects as Electron does when nobody listens. */
  async invoke(contents: WebContents, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const frame = contents.mainFrame;
    return await handler({ type: 'frame', sender: contents, senderFrame: frame, frameId: frame.routingId, processId: frame.processId, defaultPrevented: false, preventDefault: () => {} }, ...args);
  }
}

export type { IpcMain };
export const ipcMain = new IpcMain();
