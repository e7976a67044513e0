/**
 * Worker thread for the exports that cost time, so that no query of the store waits for one. Takes a job in a message and answers
 * with the bytes, or with a failure in words for the log; never with document text.
 */
import { parentPort } from 'node:worker_threads';
import type { DocumentModel } from '../../shared/document/model.ts';
import { renderDocx } from './docx.ts';
import { type ZipJob, zipOf } from './zip.ts';

/** `id` is given back with the answer, so that jobs can overlap. */
export type RenderJob =
  | { readonly id: number; readonly kind: 'docx'; readonly model: DocumentModel }
  | { readonly id: number; readonly kind: 'zip'; readonly zip: ZipJob };

export type RenderAnswer = { readonly id: number; readonly ok: true; readonly bytes: Uint8Array } | { readonly id: number; readonly ok: false; readonly message: string };

parentPort?.on('message', (job: RenderJob) => {
  void answer(job);
});

async function answer(job: RenderJob): Promise<void> {
  try {
    const bytes = job.kind === 'docx' ? await renderDocx(job.model) : zipOf(job.zip);
    const message: RenderAnswer = { id: job.id, ok: true, bytes };
    parentPort?.postMessage(message, [bytes.buffer as ArrayBuffer]);
  } catch (thrown) {
    const message: RenderAnswer = { id: job.id, ok: false, message: `${job.kind}: ${thrown instanceof Error ? thrown.name : 'unknown'}` };
    parentPort?.postMessage(message, []);
  }
}
