/** Word documents are made in a thread of their own, so that no query of the store waits for one. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocumentModel } from '../../shared/document/model.ts';
import { AppError } from '../../shared/errors.ts';
import type { RenderAnswer } from '../export/worker.ts';

/** A paper of a request takes well under a second; after this the thread is taken for hung. */
const limitMs = 60_000;
/** Bundled, the thread's file lies beside the store's; as source it lies with the exports. */
const workerFile = import.meta.url.endsWith('.ts') ? '../export/worker.ts' : 'render-worker.js';

/** A thread for each file: nothing of a document stays behind in one. Throws `export.failed`. */
export function docxApart(model: DocumentModel): Promise<Uint8Array> {
  const worker = new Worker(join(import.meta.dirname, workerFile));
  const timer = setTimeout(() => void worker.terminate(), limitMs);
  return new Promise<Uint8Array>((resolve, reject) => {
    const failed = (message: string, cause?: unknown): void => reject(new AppError('export.failed', message, { cause }));
    worker.once('message', (answer: RenderAnswer) => (answer.ok ? resolve(answer.bytes) : failed(answer.message)));
    worker.once('error', (error) => failed('the render thread failed', error));
    worker.once('exit', () => failed('the render thread ended without an answer'));
    worker.postMessage(model);
  }).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
