/**
 * Worker thread for the one paper that costs time to make, so that no query of the store waits for it. Takes a model in a message and
 * answers with the bytes, or with a failure in words for the log; never with document text.
 */
import { parentPort } from 'node:worker_threads';
import type { DocumentModel } from '../../shared/document/model.ts';
import { renderDocx } from './docx.ts';

export type RenderAnswer = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly message: string };

parentPort?.on('message', (model: DocumentModel) => {
  void answer(model);
});

async function answer(model: DocumentModel): Promise<void> {
  try {
    const bytes = await renderDocx(model);
    const message: RenderAnswer = { ok: true, bytes };
    parentPort?.postMessage(message, [bytes.buffer as ArrayBuffer]);
  } catch (thrown) {
    const message: RenderAnswer = { ok: false, message: `docx: ${thrown instanceof Error ? thrown.name : 'unknown'}` };
    parentPort?.postMessage(message, []);
  }
}
