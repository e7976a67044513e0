/** Loaded before the code of a utility process: gives it `process.parentPort`. Worker threads of it load this too and get none. */
import { EventEmitter } from 'node:events';
import { isMainThread } from 'node:worker_threads';

/** As in Electron messages wait until somebody listens. */
class ParentPort extends EventEmitter {
  #waiting: unknown[] | undefined = [];

  constructor() {
    super();
    process.on('message', (data) => {
      if (this.#waiting) this.#waiting.push(data);
      else this.emit('message', { data, ports: [] });
    });
    this.on('newListener', (event) => {
      if (event === 'message' && this.#waiting) queueMicrotask(() => this.#drain());
    });
  }

  #drain(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  postMessage(message: unknown): void {
    if (process.connected) process.send?.(message);
  }
}

if (isMainThread && process.send) {
  Object.defineProperty(process, 'parentPort', { value: new ParentPort() });
  // a utility process does not outlive the application
  process.on('disconnect', () => process.exit(1));
  // Ctrl+C in a terminal reaches every process of the group; main closes this one when everything is saved
  process.on('SIGINT', () => {});
}
