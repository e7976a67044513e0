/**
 * Worker thread for the exports that cost time, so that no query of the store waits for one. Takes {model} in a message and answers
 * with the bytes, or with a failure in words for the log; never with document text.
 */
import { parentPort } from 'node:worker_threads';
import type { DocumentModel } from '../../shared/document/model.ts';
import { renderDocx } from './docx.ts';

export interface RenderJob {
  /** given back with the answer, so that jobs can overlap */
  readonly id: number;
  readonly model: DocumentModel;
}

export type RenderAnswer = { readonly id: number; readonly ok: true; readonly bytes: Uint8Array } | { readonly id: number; readonly ok: false; readonly message: string };

parentPort?.on('message', (job: RenderJob) => {
  void answer(job);
});

async function answer({ id, model }: RenderJob): Promise<void> {
  try {
    const bytes = await renderDocx(model);
    const message: RenderAnswer = { id, ok: true, bytes };
    parentPort?.postMessage(message, [bytes.buffer as ArrayBuffer]);
  } catch (thrown) {
    const message: RenderAnswer = { id, ok: false, message: `docx: ${thrown instanceof Error ? thrown.name : 'unknown'}` };
    parentPort?.postMessage(message, []);
  }
}
