/** A dossier as one archive: its paper, each of its requests in every form, advice and timelines, its log as a table, its attachments. */
import { listAdvices } from '../../db/advices/advices.ts';
import type { Desk } from '../../db/documents/desk.ts';
import { documentOf } from '../../db/documents/desk.ts';
import { requestsOfDossier } from '../../db/documents/request-list.ts';
import { space } from '../../db/documents/spaces.ts';
import { attachmentContent, attachmentsOf } from '../../db/dossiers/attachments.ts';
import { readDossier } from '../../db/dossiers/dossiers.ts';
import { logOf } from '../../db/dossiers/log.ts';
import { dossierModel } from '../../shared/document/dossier-model.ts';
import { exportFileName, fileName } from '../../shared/document/file-name.ts';
import { renderHtml } from '../../shared/document/html.ts';
import { logCsv } from '../../shared/document/log-csv.ts';
import type { DocumentModel } from '../../shared/document/model.ts';
import { renderText } from '../../shared/document/text.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { say } from '../../shared/messages/index.ts';
import { openLife } from '../../db/life/life.ts';
import { advicePaper, lifePaper } from './advice-paper.ts';
import { apart } from './apart.ts';
import type { NamedBytes, Paper, Rendered } from './port.ts';
import { requestPaper } from './request-paper.ts';

/** The pages that main must print. The archive is made with the same `madeAt`, so that every paper in it says the same moment. */
export function dossierPages(desk: Desk, id: string, locale: Locale): Rendered {
  const madeAt = desk.now().toISOString();
  const papers = papersOf(desk, id, locale, madeAt);
  return { kind: 'pages', madeAt, pages: papers.map(({ folder, model }) => ({ name: `${folder}${exportFileName(model, 'pdf')}`, html: renderHtml(model) })) };
}

export async function dossierArchive(desk: Desk, { id, madeAt, printed }: Extract<Paper, { kind: 'dossier' }>, locale: Locale): Promise<Rendered> {
  const papers = papersOf(desk, id, locale, madeAt);
  const files: NamedBytes[] = [...printed];
  for (const { folder, model } of papers) {
    files.push({ name: `${folder}${exportFileName(model, 'docx')}`, bytes: await apart({ id: 1, kind: 'docx', model }) });
    const isDossier = folder === '';
    if (isDossier) files.push({ name: fileName(model, 'txt'), bytes: utf8(renderText(model, 'lcms')) });
    else for (const form of ['lcms', 'readout'] as const) files.push({ name: `${folder}${exportFileName(model, form)}`, bytes: utf8(renderText(model, form)) });
  }
  files.push({ name: `${say(locale, 'document.dossier.file.log')}.csv`, bytes: utf8(logCsv(logOf(desk, id), locale)) });
  const attached = say(locale, 'document.dossier.file.attachments');
  for (const attachment of attachmentsOf(desk.file, id)) files.push({ name: `${attached}/${attachment.name}`, bytes: attachmentContent(desk, id, attachment.id).bytes });

  const dossier = papers[0]?.model;
  const about = { reference: dossier?.reference ?? '', post: desk.post.identity.name, fingerprint: desk.post.fingerprint };
  const bytes = await apart({ id: 1, kind: 'zip', zip: { about, madeAt, files: withoutClashes(files) } });
  return { kind: 'bytes', name: dossier ? fileName(dossier, 'zip') : 'dossier.zip', bytes };
}

/** The dossier first, then its requests, their advice, and the life of each of which something was recorded. */
function papersOf(desk: Desk, id: string, locale: Locale, madeAt: string): { readonly folder: string; readonly model: DocumentModel }[] {
  const requests = requestsOfDossier(desk, id).toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
  const advices = listAdvices(desk, { dossierId: id }).toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
  const lives = requests.map((request) => openLife(desk, request.id)).filter(({ steps }) => steps.length > 0);
  const model = dossierModel({
    dossier: readDossier(desk, id),
    requests,
    log: logOf(desk, id),
    attachments: attachmentsOf(desk.file, id),
    advices,
    lives,
    regions: desk.reference.forAssessment.regions,
    packVersions: desk.reference.packVersions,
    locale,
    madeAt,
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    exercise: space(desk.file, documentOf(desk, id, 'dossier').space).kind === 'exercise',
  });
  const folder = (word: 'document.dossier.file.requests' | 'document.advice.dossierFolder' | 'document.life.dossierFolder'): string => `${say(locale, word)}/`;
  return [
    { folder: '', model },
    ...requests.map((request) => ({ folder: folder('document.dossier.file.requests'), model: requestPaper(desk, request.id, locale, madeAt) })),
    ...advices.map((advice) => ({ folder: folder('document.advice.dossierFolder'), model: advicePaper(desk, advice.id, locale, madeAt) })),
    ...lives.map(({ requestId }) => ({ folder: folder('document.life.dossierFolder'), model: lifePaper(desk, requestId, locale, madeAt) })),
  ];
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Two attachments can have one name, also where only capitals differ: Windows would unpack the second over the first. */
function withoutClashes(files: readonly NamedBytes[]): NamedBytes[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    const dot = name.lastIndexOf('.');
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
    taken.add(free.toLowerCase());
    return { name: free, bytes };
  });
}
