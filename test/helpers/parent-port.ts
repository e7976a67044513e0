/** Loaded before the store process in tests: `process.parentPort` as Electron's utility process has it, over Node's own channel. */
import { EventEmitter } from 'node:events';
import { isMainThread } from 'node:worker_threads';

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

if (isMainThread) {
  const port = new ParentPort();
  process.on('message', (data) => port.emit('message', { data, ports: [] }));
  process.on('disconnect', () => process.exit(1));
  Object.defineProperty(process, 'parentPort', { value: port });
}
