/** A stored request as a file: the model is made here from what is on disk, Word files in a worker thread so that no query waits. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Desk } from '../../db/documents/desk.ts';
import { documentOf } from '../../db/documents/desk.ts';
import { assessRequest, openRequest } from '../../db/documents/requests.ts';
import { space } from '../../db/documents/spaces.ts';
import { record } from '../../db/trail/trail.ts';
import type { ExportFormat } from '../../shared/contract.ts';
import { exportFileName } from '../../shared/document/file-name.ts';
import { renderHtml } from '../../shared/document/html.ts';
import type { DocumentModel } from '../../shared/document/model.ts';
import { requestModel } from '../../shared/document/request-model.ts';
import { renderText } from '../../shared/document/text.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { AppError } from '../../shared/errors.ts';
import type { RenderAnswer, RenderJob } from '../export/worker.ts';
import type { Rendered, ToStore } from './port.ts';

/** A paper of a request takes well under a second; after this the thread is taken for hung. */
const limitMs = 60_000;
/** Bundled, the thread's file lies beside the store's; as source it lies with the exports. */
const workerFile = import.meta.url.endsWith('.ts') ? '../export/worker.ts' : 'render-worker.js';

/** Throws `document.unknown` or `export.failed`. */
export async function render(desk: Desk, id: string, format: ExportFormat, locale: Locale): Promise<Rendered> {
  const model = modelOf(desk, id, locale);
  const name = exportFileName(model, format);
  switch (format) {
    case 'docx':
      return { kind: 'bytes', name, bytes: await renderApart(model) };
    case 'pdf':
      return { kind: 'html', name, html: renderHtml(model) };
    case 'lcms':
    case 'readout':
      return { kind: 'text', name, text: renderText(model, format) };
  }
}

export function recordExport(desk: Desk, exported: Extract<ToStore, { type: 'exported' }>): void {
  const { documentId, format, sha256, bytes } = exported;
  const { version, seq, state } = documentOf(desk, documentId);
  desk.file.atomically(() => record(desk.file, { at: desk.now().toISOString(), act: 'exported', document: documentId, details: { format, sha256, bytes, version, seq, state } }));
}

function modelOf(desk: Desk, id: string, locale: Locale): DocumentModel {
  const document = openRequest(desk, id);
  const template = desk.reference.template(document.templateId);
  const { post, function: office } = { post: desk.post.identity.name, function: desk.post.identity.function };
  return requestModel({
    document,
    template,
    basis: desk.reference.legalBasis(document.legalBasisId),
    reference: desk.reference.forAssessment,
    findings: assessRequest(desk, id).findings,
    locale,
    madeAt: desk.now().toISOString(),
    zone: 'Europe/Amsterdam',
    author: { post, function: office },
    exercise: document.values['applicant.exercise'] === true || space(desk.file, documentOf(desk, id).space).kind === 'exercise',
  });
}

/** A thread for each paper: nothing of a document stays behind in one. */
function renderApart(model: DocumentModel): Promise<Uint8Array> {
  const worker = new Worker(join(import.meta.dirname, workerFile));
  const timer = setTimeout(() => void worker.terminate(), limitMs);
  return new Promise<Uint8Array>((resolve, reject) => {
    const failed = (message: string, cause?: unknown): void => reject(new AppError('export.failed', message, { cause }));
    worker.once('message', (answer: RenderAnswer) => (answer.ok ? resolve(answer.bytes) : failed(answer.message)));
    worker.once('error', (error) => failed('the render thread failed', error));
    worker.once('exit', () => failed('the render thread ended without an answer'));
    worker.postMessage({ id: 1, model } satisfies RenderJob);
  }).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
